"""Whose turn it is: what takes the processor is done one after the other, what waits for a disk a few at a time."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ParamSpec, TypeVar

import anyio
import anyio.to_thread

from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.register.judge import Judge
from vendor_registry.desk.settings import Settings

Wanted = ParamSpec("Wanted")
Result = TypeVar("Result")


@dataclass
class Turns:
    """Off the event loop, so that nobody else waits for it."""

    settings: Settings
    judging: Judge = field(default_factory=Judge)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _errands: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(8))

    async def judge(self, work: Callable[Wanted, Result], *args: Wanted.args, **named: Wanted.kwargs) -> Result:
        """Work that takes the processor, a function of a module: one at a time, in a process beside.

        Raises ProblemError where others are served for longer than anybody waits, or where it takes longer itself: then
        its process is ended, so that nothing goes on that nobody waits for.
        """
        patience = self.settings.patience
        try:
            with anyio.fail_after(patience):
                await self._turn.acquire()
        except TimeoutError:
            raise _too_long(f"The desk has been busy for {patience:g} seconds, and did not begin with this.") from None
        try:
            return await anyio.to_thread.run_sync(lambda: self.judging.run(patience, work, *args, **named))
        except TimeoutError:
            raise _too_long(f"That takes longer than {patience:g} seconds, and was not waited for.") from None
        finally:
            self._turn.release()

    async def fetch(self, work: Callable[Wanted, Result], *args: Wanted.args, **named: Wanted.kwargs) -> Result:
        """Work that waits for the disk or a database, off the event loop. It is never left halfway."""
        return await anyio.to_thread.run_sync(lambda: work(*args, **named), limiter=self._errands)


def _too_long(what: str) -> ProblemError:
    advice = "Try again in a while, or run `vendors check`, which takes the time it needs."
    return ProblemError(503, f"{what} {advice}", {"retry-after": "30"})
