"""Write the schedule of sub-processors."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.documents.annex import annex as compose
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats.catalogue import Format
from vendor_registry.documents.pack.kinds import SCHEDULE
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.parts.selection import Selection, select
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.findings.report import Report
from vendor_registry.model.register.engagement import VENDOR_LEVEL
from vendor_registry.model.text.counting import abridged, counted
from vendor_registry.model.text.origin import Cell
from vendor_registry.use_cases.documents.sealing import seal
from vendor_registry.use_cases.documents.written import written
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.selection.scope import Asked

_SHOWN = 5  # keys that a remark names
_ALL = Asked()


@dataclass(frozen=True, kw_only=True, slots=True)
class Annex:
    """The file, and what a person should know of it."""

    content: bytes
    sub_processors: int  # vendors we engage
    fourth_parties: int  # vendors they engage
    announced: int  # vendors that are to be engaged
    not_listed: int
    excluded_named: bool  # whether the document names those who are not listed
    findings: int  # findings at rows of the list
    named_by_selector: tuple[str, ...]  # vendors that an excerpt names only because it prints its selection
    warnings: tuple[str, ...]  # of the writer: what this format could not do
    untranslated: str = ""  # which descriptions are not in the language of the document

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of the file, a sentence each."""
        counts = f"Sub-processors: {self.sub_processors}; engaged by them: {self.fourth_parties}"
        counts += f"; announced: {self.announced}" if self.announced else ""
        told = ", ".join(self.named_by_selector)
        hidden = self.not_listed and not self.excluded_named
        subject = counted(self.findings, "finding concerns", "findings concern")
        return (
            f"{counts}; not listed: {self.not_listed}{' (--with excluded names them)' if hidden else ''}.",
            *(f"Warning: {warning}." for warning in self.warnings),
            *([self.untranslated] if self.untranslated else []),
            *([f"The excerpt prints its selection, which names {told}; word it another way."] if told else []),
            *([f"{subject} this annex; run vendors check."] if self.findings else []),
        )


def annex(
    case: Case, wanted: Format, asked: Asked = _ALL, extras: Collection[Extra] = (), report: Report | None = None
) -> Annex:
    """The schedule in one format.

    `extras` is what the copy for customers does not have; `report` what the rules say of the case, where somebody
    knows. Raises UsageError for what is asked and is none.
    """
    case, scope, language = asked.of(case)
    document = compose(case, scope, language=language, extras=extras)
    selection = select(case, scope)
    content, told = written(seal(document, SCHEDULE, case, asked, extras), wanted)
    return Annex(
        content=content,
        sub_processors=len(selection.sub_processors),
        fourth_parties=len(selection.fourth_parties),
        announced=len(selection.announced),
        not_listed=len(selection.omissions),
        excluded_named=Extra.EXCLUDED in extras,
        findings=_concerning((report or check(case)).findings, selection, case),
        named_by_selector=tuple(_named_by(scope.selector, selection)),
        warnings=told,
        untranslated=_untranslated(selection, case, phrases(language).language),
    )


def _named_by(selector: str, selection: Selection) -> Iterator[str]:
    """Vendors that are not in the document but in the words of its selector, by name or by key."""
    words = " ".join(selector.split()).casefold()
    for omission in selection.omissions:
        names = {omission.vendor, *(engagement.key for engagement in omission.engagements)}
        if any(re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", words) for name in names):
            yield omission.vendor


def _untranslated(selection: Selection, case: Case, language: str) -> str:
    """Where listed rows say their purpose in the language of the sheet only, the first the policy names."""
    if language == next(iter(case.policy.languages), language):
        return ""
    rows = [case.registry.by_key[key] for key in sorted(selection.keys)]
    plain = [row.key for row in rows if not row.translated("purpose", language)]
    if not plain:
        return ""
    subject = counted(len(plain), "description stands", "descriptions stand")
    return f"{subject} untranslated; fill purpose_{language} of {abridged(plain, _SHOWN)}."


def _concerning(findings: Iterable[Finding], selection: Selection, case: Case) -> int:
    """How many findings that stand are at a row of the list, or at a cell that such a row inherits."""
    keys, registry = selection.keys, case.registry
    rows = {(registry.by_key[key].file, registry.by_key[key].line) for key in keys}
    vendors = {registry.by_key[key].vendor for key in keys}
    shared = {(one.file, one.line) for vendor in vendors for one in registry.by_vendor[vendor]}

    def ours(cell: Cell) -> bool:
        place = (cell.file, cell.line)
        return place in rows or (cell.column in VENDOR_LEVEL and place in shared)

    return sum(any(map(ours, (one.cell, *one.related))) for one in findings if not one.waived_by)
