"""A process beside the desk that judges, draws and writes papers: one at a time, and ended where it takes too long.

A thread cannot be ended, and would go on taking the processor from everybody. What both sides know, the register as it
stood when it was judged last, is named between them instead of being sent.
"""

import gc
import io
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, ParamSpec, TypeVar

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
            answer = pool.submit(_done, _packed((work, args, named), self._known)).result(patience)
        except TimeoutError:
            self.end()
            raise
        except BrokenProcessPool:
            self.end()
            raise FailureError("The process that judges ended in the middle of it; nothing was done.") from None
        result: Result = _unpacked(answer, self._known)
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

    def _begun(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context(_START)
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
    work, args, named = _unpacked(asked, _KNOWN)
    result = work(*args, **named)
    if not isinstance(result, Standing):
        return _packed(result, _KNOWN)
    _KNOWN[:] = [result]
    bare = replace(result, case=replace(result.case)) if result.case else result  # without what follows from it
    return _packed(bare, [])


def _names(known: list[Standing]) -> Iterator[tuple[str, object]]:
    for standing in known:
        yield "standing", standing
        yield from (("report", standing.report), ("policy", standing.policy), ("sheet", standing.sheet))
        if standing.case:
            yield from (("case", standing.case), ("registry", standing.case.registry))


class _Packing(pickle.Pickler):
    def __init__(self, file: io.BytesIO, known: list[Standing]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._names: Mapping[int, str] = {id(one): name for name, one in _names(known) if one is not None}

    def persistent_id(self, obj: object) -> str | None:
        return self._names.get(id(obj))


class _Unpacking(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, known: list[Standing]) -> None:
        super().__init__(file)
        self._known = dict(_names(known))

    def persistent_load(self, pid: Any) -> object:
        return self._known[pid]


def _packed(value: object, known: list[Standing]) -> bytes:
    with _without_collecting():
        if not known:
            return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)  # which need not ask of each thing what it is called
        file = io.BytesIO()
        _Packing(file, known).dump(value)
    return file.getvalue()


def _unpacked(raw: bytes, known: list[Standing]) -> Any:
    with _without_collecting():
        return _Unpacking(io.BytesIO(raw), known).load()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Nothing made here is in a circle; looking for circles meanwhile takes as long as the rest."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
