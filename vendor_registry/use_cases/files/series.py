"""A file, or several, for each of many customers, and an index: a second run goes on where the first stopped."""

import csv
import hashlib
import io
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from typing import Protocol

from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.inert import inert
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.files.output import refuse_outputs, write

INDEX = "index.csv"  # what was written, from what
_HEADER = ("file", "sha256", "made_from")
_MANY = 40  # customers for whom more than one process pays
_AT_ONCE = 50  # customers with new files, after whom the index is written anew
_TIMES = 40  # at most, as it is as long as they are many
_SHARE = 10  # customers that a process takes at once


class Series(Protocol):
    """What is to be written for each customer."""

    @property
    def customers(self) -> Sequence[Customer]: ...
    def names(self, customer: Customer) -> tuple[str, ...]: ...
    def content(self, customer: Customer) -> tuple[bytes, ...]: ...
    def made_from(self, customer: Customer) -> str: ...


@dataclass(frozen=True, slots=True)
class Pack:
    """One customer's files."""

    customer: Customer
    files: tuple[Path, ...]
    new: bool  # False: they were there already, the same to the byte


@dataclass(frozen=True, slots=True)
class _Line:
    sha256: str
    made_from: str  # digest of all that decides what the file says


def write_series(work: Series, folder: Path, inputs: Collection[Path] = ()) -> Iterator[Pack]:
    """Write the files of each customer, and an index of them; each customer is told when they are there.

    Raises UsageError for a folder that is none.
    """
    customers = work.customers
    if folder.exists() and not folder.is_dir():
        raise UsageError(f'"{folder}" is a file; name a folder for the files of all customers.')
    names = {customer.key: work.names(customer) for customer in customers}
    refuse_outputs([folder / INDEX, *(folder / name for key in names for name in names[key])], inputs)
    index, made_from = _read(folder / INDEX), {customer.key: work.made_from(customer) for customer in customers}
    new = {key for key in names if not all(_same(index, folder, name, made_from[key]) for name in names[key])}
    made = _contents(work, [customer for customer in customers if customer.key in new])
    step, written = max(_AT_ONCE, len(new) // _TIMES), 0
    for customer in customers:
        key = customer.key
        for name, content in zip(names[key], next(made), strict=True) if key in new else ():
            write(folder / name, content)
            index[name] = _Line(hashlib.sha256(content).hexdigest(), made_from[key])
        written += key in new
        if key in new and written % step == 0:
            write(folder / INDEX, _written(index))
        yield Pack(customer, tuple(folder / name for name in names[key]), key in new)
    write(folder / INDEX, _written({name: index[name] for key in names for name in names[key]}))


def _contents(work: Series, customers: Sequence[Customer]) -> Iterator[tuple[bytes, ...]]:
    """The files of customers, in their order; by as many processes as there are cores where they are many."""
    if len(customers) < _MANY:
        yield from map(work.content, customers)
        return
    with ProcessPoolExecutor(initializer=_begin, initargs=(work,)) as pool:
        yield from pool.map(_content, customers, chunksize=_SHARE)


_WORK: list[Series] = []  # in a process of the pool: what it was begun with


def _begin(work: Series) -> None:
    _WORK[:] = [work]
    Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """A process of the pool would wait for ever for more where the one that began it was killed."""
    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def _content(customer: Customer) -> tuple[bytes, ...]:
    return _WORK[0].content(customer)


def _same(index: Mapping[str, _Line], folder: Path, name: str, made_from: str) -> bool:
    line, file = index.get(name), folder / name
    if line is None or line.made_from != made_from or not file.is_file():
        return False
    return hashlib.sha256(file.read_bytes()).hexdigest() == line.sha256


def _read(path: Path) -> dict[str, _Line]:
    """The index of an earlier run; what is no index counts as none, and is written anew."""
    if not path.is_file():
        return {}
    rows = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8", "replace")))
    if tuple(rows.fieldnames or ()) != _HEADER:
        return {}
    return {row["file"]: _Line(row["sha256"] or "", row["made_from"] or "") for row in rows}


def _written(index: Mapping[str, _Line]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerows((inert(name), line.sha256, line.made_from) for name, line in sorted(index.items()))
    return text.getvalue().encode()
