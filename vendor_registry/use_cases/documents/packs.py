"""The documents of every customer; what is there already and would be the same is left alone."""

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.case.promises import objected
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats.catalogue import Format
from vendor_registry.documents.pack.kinds import ALL, SCHEDULE, meant
from vendor_registry.model.findings.report import Report
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.documents.pack import document
from vendor_registry.use_cases.files.series import Pack, write_series
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.selection.conditions import under
from vendor_registry.use_cases.selection.customers import under_conditions
from vendor_registry.use_cases.selection.scope import Asked


@dataclass(frozen=True)
class Work:
    """What is to be written for each customer: documents of a kind, or of all of them, in one format."""

    case: Case
    wanted: Format
    kind: str
    asked: Asked  # language and selector; the rest each customer brings
    extras: tuple[Extra, ...] = ()

    @property
    def customers(self) -> Sequence[Customer]:
        return self.case.customers

    def names(self, customer: Customer) -> tuple[str, ...]:
        """Of a customer's files: one with its key, or a folder with its key."""
        if self.kind != ALL:
            return (f"{customer.key}{self.wanted.suffix}",)
        return tuple(f"{customer.key}/{kind}{self.wanted.suffix}" for kind in meant(ALL))

    def content(self, customer: Customer) -> tuple[bytes, ...]:
        asked = replace(self.asked, customer=customer.key)
        return tuple(self._document(kind, asked, customer.conditions) for kind in meant(self.kind))

    def made_from(self, customer: Customer) -> str:
        """Digest of all that decides what a customer's files say."""
        return hashlib.sha256(
            f"{self._common}{customer!r}{sorted(objected(self.case, customer))}".encode("utf-8", "replace")
        ).hexdigest()

    def _document(self, kind: str, asked: Asked, conditions: tuple[str, ...] | None) -> bytes:
        report = self._report(conditions) if kind == SCHEDULE else None
        return document(self.case, kind, self.wanted, asked, self.extras, report).content

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


def packs(work: Work, folder: Path, inputs: Collection[Path] = ()) -> Iterator[Pack]:
    """Write the files of each customer, by key. Raises UsageError where there are no customers, and for a folder that
    is none."""
    if not work.customers:
        raise UsageError(f"There are no customers: there is no sheet of customers beside {work.case.policy.file}.")
    yield from write_series(work, folder, inputs)
