"""A process beside the desk that judges, draws and writes papers: one at a time, and ended where it takes too long.

A thread cannot be ended, and would go on taking the processor from everybody. What both sides know, the register as it
stood when it was judged last, is named between them instead of being sent.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import ParamSpec, TypeVar

from vendor_registry.desk.register.packing import packed, unpacked
from vendor_registry.model.text.origin import FailureError
from vendor_registry.use_cases.desk.standing import Standing

Wanted = ParamSpec("Wanted")
Result = TypeVar("Result")
_START = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_KNOWN: list[Standing] = []  # in the process beside: what it judged last


@dataclass
class Judge:
    """The process, begun when it is first needed and again after it was ended. Used by one thread at a time."""

    _pool: ProcessPoolExecutor | None = None
    _process: BaseProcess | None = None
    _known: list[Standing] = field(default_factory=list)

    def run(
        self, patience: float, work: Callable[Wanted, Result], *args: Wanted.args, **named: Wanted.kwargs
    ) -> Result:
        """What `work`, a function of a module, gives. Raises what it raises; TimeoutError when it takes longer than
        `patience` seconds, FailureError when its process dies."""
        pool = self._begun()
        try:
            answer = pool.submit(_done, packed((work, args, named), self._known)).result(patience)
        except TimeoutError:
            self.end()
            raise
        except BrokenProcessPool:
            self.end()
            raise FailureError("The process that judges ended in the middle of it; nothing was done.") from None
        result: Result = unpacked(answer, self._known)
        if isinstance(result, Standing):
            self._known[:] = [result]
        return result

    def end(self) -> None:
        """At once, whatever it is doing."""
        pool, process = self._pool, self._process
        self._pool = self._process = None
        self._known.clear()
        if process is not None:
            process.kill()
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def begin(self, how: str = _START) -> None:
        """Begin the process, if it is not there. By "fork" only where there is no thread but the one that asks: it is
        there at once then, with all that is loaded."""
        self._begun(how)

    def _begun(self, how: str = _START) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context(how)
            if hasattr(context, "set_forkserver_preload"):
                context.set_forkserver_preload([__name__, "vendor_registry.use_cases.desk.preview"])
            pool = ProcessPoolExecutor(1, context, _begin)
            process = pool.submit(os.getpid).result()
            self._process = next(one for one in multiprocessing.active_children() if one.pid == process)
            self._pool = pool
        return self._pool


def _begin() -> None:
    """It ends with the desk, even where that is killed; Ctrl-C is the desk's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_desk, daemon=True).start()


def _end_with_the_desk() -> None:
    desk = multiprocessing.parent_process()
    if desk is not None:
        desk.join()
        os._exit(1)


def _done(asked: bytes) -> bytes:
    """One piece of work, in the process beside."""
    work, args, named = unpacked(asked, _KNOWN)
    result = work(*args, **named)
    if not isinstance(result, Standing):
        return packed(result, _KNOWN)
    _KNOWN[:] = [result]
    bare = replace(result, case=replace(result.case)) if result.case else result  # without what follows from it
    return packed(bare, [])
