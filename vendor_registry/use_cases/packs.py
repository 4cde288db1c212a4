"""The documents of every customer; what is there already and would be the same is left alone."""

import csv
import hashlib
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.case.promises import objected
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats import Format
from vendor_registry.documents.pack.kinds import ALL, KINDS, SCHEDULE
from vendor_registry.model.customer import Customer
from vendor_registry.model.inert import inert
from vendor_registry.model.origin import UsageError
from vendor_registry.model.report import Report
from vendor_registry.use_cases.annex import annex
from vendor_registry.use_cases.check import check
from vendor_registry.use_cases.conditions import under
from vendor_registry.use_cases.customers import under_conditions
from vendor_registry.use_cases.output import refuse_outputs, write
from vendor_registry.use_cases.pack import pack
from vendor_registry.use_cases.scope import Asked

INDEX = "index.csv"  # what was written, from what: with it a second run goes on where the first stopped
_HEADER = ("file", "sha256", "made_from")
_MANY = 40  # customers for whom more than one process pays
_AT_ONCE = 50  # customers after whom the index is written anew


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


@dataclass(frozen=True)
class Work:
    """What is to be written for each customer: documents of a kind, or of all of them, in one format."""

    case: Case
    wanted: Format
    kind: str
    asked: Asked  # language and selector; the rest each customer brings
    extras: tuple[Extra, ...] = ()

    def names(self, customer: Customer) -> tuple[str, ...]:
        """Of a customer's files: one with its key, or a folder with its key."""
        if self.kind != ALL:
            return (f"{customer.key}{self.wanted.suffix}",)
        return tuple(f"{customer.key}/{kind}{self.wanted.suffix}" for kind in (SCHEDULE, *KINDS))

    def contents(self, customers: Sequence[Customer]) -> Iterator[tuple[bytes, ...]]:
        """The files of customers, in their order; by as many processes as there are cores where they are many."""
        if len(customers) < _MANY:
            yield from map(self.content, customers)
            return
        with ProcessPoolExecutor(initializer=_begin, initargs=(self,)) as pool:
            yield from pool.map(_content, customers, chunksize=10)

    def content(self, customer: Customer) -> tuple[bytes, ...]:
        asked = replace(self.asked, customer=customer.key)
        made = [self._schedule(customer)] if self.kind in (SCHEDULE, ALL) else []
        kinds = [kind for kind in KINDS.values() if self.kind in (kind.name, ALL)]
        return (*made, *(pack(self.case, kind, self.wanted, asked).content for kind in kinds))

    def made_from(self, customer: Customer) -> str:
        """Digest of all that decides what a customer's files say."""
        return hashlib.sha256(
            f"{self._common}{customer!r}{sorted(objected(self.case, customer))}".encode("utf-8", "replace")
        ).hexdigest()

    def _schedule(self, customer: Customer) -> bytes:
        report, asked = self._report(customer.conditions), self.asked
        made = annex(
            self.case,
            self.wanted,
            customer=customer.key,
            language=asked.language,
            only=asked.only,
            holding=asked.holding,
            not_holding=asked.not_holding,
            extras=self.extras,
            report=report,
        )
        return made.content

    @cached_property
    def _reports(self) -> dict[tuple[str, ...] | None, Report]:
        return {}

    def _report(self, conditions: tuple[str, ...] | None) -> Report:
        """The rules are asked once for all customers under the same conditions."""
        if conditions not in self._reports:
            self._reports[conditions] = check(under_conditions(self._asked_case, conditions))
        return self._reports[conditions]

    @cached_property
    def _asked_case(self) -> Case:
        return under(self.case, self.asked.holding, self.asked.not_holding)

    @cached_property
    def _common(self) -> str:
        case = self.case
        digests = [sheet.sha256 for sheet in case.registry.sheets]
        policy = hashlib.sha256(Path(case.policy.file).read_bytes()).hexdigest()
        rows = sorted(row.key for row in case.registry.engagements)  # fewer under conditions
        asked = (self.kind, self.wanted.name, self.asked, sorted(self.extras))
        return repr((version("vendor-registry"), case.as_of, digests, rows, policy, asked))


_WORK: list[Work] = []  # in a process of the pool: what it was begun with


def _begin(work: Work) -> None:
    _WORK.append(work)


def _content(customer: Customer) -> tuple[bytes, ...]:
    return _WORK[0].content(customer)


def packs(work: Work, folder: Path, inputs: Collection[Path] = ()) -> Iterator[Pack]:
    """Write the files of each customer, by key, and an index of them; each customer is told when they are there.

    Raises UsageError where there are no customers, and for a folder that is none.
    """
    customers = work.case.customers
    if not customers:
        raise UsageError(f"There are no customers: there is no sheet of customers beside {work.case.policy.file}.")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f'"{folder}" is a file; name a folder for the files of all customers.')
    names = {customer.key: work.names(customer) for customer in customers}
    refuse_outputs([folder / INDEX, *(folder / name for key in names for name in names[key])], inputs)
    index, made_from = _read(folder / INDEX), {customer.key: work.made_from(customer) for customer in customers}
    new = {key for key in names if not all(_same(index, folder, name, made_from[key]) for name in names[key])}
    made = work.contents([customer for customer in customers if customer.key in new])
    for number, customer in enumerate(customers, 1):
        key = customer.key
        for name, content in zip(names[key], next(made), strict=True) if key in new else ():
            write(folder / name, content)
            index[name] = _Line(hashlib.sha256(content).hexdigest(), made_from[key])
        if number % _AT_ONCE == 0:
            write(folder / INDEX, _written(index))
        yield Pack(customer, tuple(folder / name for name in names[key]), key in new)
    write(folder / INDEX, _written({name: index[name] for key in names for name in names[key]}))


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
