"""How things travel between the desk and the process that judges: what both know is named, the rest is sent."""

import copyreg
import gc
import io
import operator
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
from typing import Any

from vendor_registry.model.findings.finding import Finding, Shared
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.sheet import Row
from vendor_registry.use_cases.desk.standing import Standing

_MANY = (Cell, Row, Engagement, Finding, Shared)  # of which a register has tens of thousands


def packed(value: object, known: Sequence[Standing]) -> bytes:
    """The bytes of a value, in which what is known stands by its name."""
    file = io.BytesIO()
    with _without_collecting():
        packing = _Packing(file, known) if known else pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
        packing.dispatch_table = _TABLE
        packing.dump(value)
    return file.getvalue()


def unpacked(raw: bytes, known: Sequence[Standing]) -> Any:
    """The value of such bytes."""
    with _without_collecting():
        return _Unpacking(io.BytesIO(raw), known).load()


class _Packing(pickle.Pickler):
    def __init__(self, file: io.BytesIO, known: Sequence[Standing]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._names: Mapping[int, str] = {id(one): name for name, one in _names(known) if one is not None}

    def persistent_id(self, obj: object) -> str | None:
        return self._names.get(id(obj))


class _Unpacking(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, known: Sequence[Standing]) -> None:
        super().__init__(file)
        self._known = dict(_names(known))

    def persistent_load(self, pid: Any) -> object:
        return self._known[pid]


def _names(known: Sequence[Standing]) -> Iterator[tuple[str, object]]:
    for standing in known:
        yield "standing", standing
        yield from (("report", standing.report), ("policy", standing.policy), ("sheet", standing.sheet))
        if standing.case:
            yield from (("case", standing.case), ("registry", standing.case.registry))


def _as_values(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """How values of a frozen class with slots are taken apart: twice as fast as dataclasses have it."""
    values = operator.attrgetter(*(one.name for one in fields(kind)))
    return lambda value: (_of_values, (kind, values(value)))


def _of_values(kind: type, values: tuple[Any, ...]) -> Any:
    made: Any = object.__new__(kind)
    for write, value in zip(_writers(kind), values, strict=True):
        write(made, value)
    return made


@cache
def _writers(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    return tuple(vars(kind)[one.name].__set__ for one in fields(kind))


_TABLE = copyreg.dispatch_table | {kind: _as_values(kind) for kind in _MANY}


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
