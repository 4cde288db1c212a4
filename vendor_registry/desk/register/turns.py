"""Whose turn it is: what takes the processor is done one after the other, what waits for a disk a few at a time."""

import asyncio
from asyncio import Task
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import ParamSpec, TypeVar

import anyio
import anyio.to_thread

from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.settings import Settings

Wanted = ParamSpec("Wanted")
Result = TypeVar("Result")


@dataclass
class Turns:
    """Off the event loop, so that nobody else waits for it."""

    settings: Settings
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _beside: asyncio.Lock = field(default_factory=asyncio.Lock)  # the turn of what follows from a judgement
    _errands: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(8))

    async def judge(self, work: Callable[Wanted, Result], *args: Wanted.args, **named: Wanted.kwargs) -> Result:
        """Work that takes the processor: one at a time, in a thread.

        Raises ProblemError where others are served for longer than anybody waits, or where it takes longer itself. A
        thread cannot be ended, so it keeps its turn until it is done: no second one begins beside it. A desk that stops
        does not wait for it.
        """
        return await self._in_turn(self._turn, lambda: work(*args, **named))

    async def follow(self, work: Callable[Wanted, Result], *args: Wanted.args, **named: Wanted.kwargs) -> Result:
        """What follows from a judgement that is there, as a difference or a picture: one at a time too, but it does not
        wait until the next judgement is done. Raises as `judge` does."""
        return await self._in_turn(self._beside, lambda: work(*args, **named))

    async def _in_turn(self, turn: asyncio.Lock, work: Callable[[], Result]) -> Result:
        patience = self.settings.patience
        try:
            async with asyncio.timeout(patience):
                await turn.acquire()
        except TimeoutError:
            raise _too_long(f"The desk has been busy for {patience:g} seconds, and did not begin with this.") from None
        doing = asyncio.create_task(anyio.to_thread.run_sync(work, abandon_on_cancel=True))
        doing.add_done_callback(partial(_done, turn))
        await asyncio.wait([doing], timeout=patience)
        if not doing.done():
            raise _too_long(f"That takes longer than {patience:g} seconds, and was not waited for.")
        return doing.result()

    async def fetch(self, work: Callable[Wanted, Result], *args: Wanted.args, **named: Wanted.kwargs) -> Result:
        """Work that waits for the disk or a database, off the event loop. It is never left halfway."""
        return await anyio.to_thread.run_sync(lambda: work(*args, **named), limiter=self._errands)


def _done(turn: asyncio.Lock, doing: Task[Result]) -> None:
    turn.release()
    if not doing.cancelled():
        doing.exception()  # asked for here, since nobody may be waiting any more


def _too_long(what: str) -> ProblemError:
    advice = "Try again in a while, or run `vendors check`, which takes the time it needs."
    return ProblemError(503, f"{what} {advice}", {"retry-after": "30"})
