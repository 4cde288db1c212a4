"""Write the schedule of sub-processors."""

import re
from collections.abc import Collection, Iterable, Iterator

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
from vendor_registry.use_cases.documents.written import DocumentFile, warned, written
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.selection.scope import Asked

_SHOWN = 5  # keys that a remark names
_ALL = Asked()


def annex(
    case: Case, wanted: Format, asked: Asked = _ALL, extras: Collection[Extra] = (), report: Report | None = None
) -> DocumentFile:
    """The schedule in one format.

    `extras` is what the copy for customers does not have; `report` what the rules say of the case, where somebody
    knows. Raises UsageError for what is asked and is none.
    """
    case, scope, language = asked.of(case)
    document = compose(case, scope, language=language, extras=extras)
    selection = select(case, scope)
    content, warnings = written(seal(document, SCHEDULE, case, asked, extras), wanted)
    remarks = (
        _counts(selection, excluded_named=Extra.EXCLUDED in extras),
        *warned(warnings),
        *_untranslated(selection, case, phrases(language).language),
        *_named_by(scope.selector, selection),
        *_concerning((report or check(case)).findings, selection, case),
    )
    return DocumentFile(content, remarks)


def _counts(selection: Selection, *, excluded_named: bool) -> str:
    """Of vendors: those that we engage, that they engage, that are to be engaged, and that are not listed."""
    told = f"Sub-processors: {len(selection.sub_processors)}; engaged by them: {len(selection.fourth_parties)}"
    told += f"; announced: {len(selection.announced)}" if selection.announced else ""
    hidden = selection.omissions and not excluded_named
    return f"{told}; not listed: {len(selection.omissions)}{' (--with excluded names them)' if hidden else ''}."


def _named_by(selector: str, selection: Selection) -> Iterator[str]:
    """Where vendors are not in the document but in the words of its selector, by name or by key, which it prints."""
    words = " ".join(selector.split()).casefold()
    named = []
    for omission in selection.omissions:
        names = {omission.vendor, *(engagement.key for engagement in omission.engagements)}
        if any(re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", words) for name in names):
            named.append(omission.vendor)
    if named:
        yield f"The excerpt prints its selection, which names {', '.join(named)}; word it another way."


def _untranslated(selection: Selection, case: Case, language: str) -> Iterator[str]:
    """Where listed rows say their purpose in the language of the sheet only, the first the policy names."""
    if language == next(iter(case.policy.languages), language):
        return
    rows = [case.registry.by_key[key] for key in sorted(selection.keys)]
    plain = [row.key for row in rows if not row.translated("purpose", language)]
    if plain:
        subject = counted(len(plain), "description stands", "descriptions stand")
        yield f"{subject} untranslated; fill purpose_{language} of {abridged(plain, _SHOWN)}."


def _concerning(findings: Iterable[Finding], selection: Selection, case: Case) -> Iterator[str]:
    """Where findings that stand are at a row of the list, or at a cell that such a row inherits."""
    keys, registry = selection.keys, case.registry
    rows = {(registry.by_key[key].file, registry.by_key[key].line) for key in keys}
    vendors = {registry.by_key[key].vendor for key in keys}
    shared = {(one.file, one.line) for vendor in vendors for one in registry.by_vendor[vendor]}

    def ours(cell: Cell) -> bool:
        place = (cell.file, cell.line)
        return place in rows or (cell.column in VENDOR_LEVEL and place in shared)

    count = sum(any(map(ours, (one.cell, *one.related))) for one in findings if not one.waived_by)
    if count:
        yield f"{counted(count, 'finding concerns', 'findings concern')} this annex; run vendors check."
