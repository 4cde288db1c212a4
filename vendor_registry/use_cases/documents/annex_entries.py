"""What the annex says of each engagement, for those who look at a picture."""

from collections.abc import Mapping

from vendor_registry.case.case import Case
from vendor_registry.documents.document import Cell
from vendor_registry.documents.parts.changes import alternatives
from vendor_registry.documents.parts.entries import Entries
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.parts.received import by_importer
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.documents.parts.selection import select
from vendor_registry.drawing.page.supplement import AnnexEntry


def annex_entries(case: Case, language: str) -> Mapping[str, AnnexEntry]:
    """By the key of the engagement, for each vendor in the table of sub-processors; in the language of the picture."""
    names = Names(case.policy, phrases(language))
    selection = select(case, Scope())
    entries = Entries(names, by_importer(case), alternatives(selection.engagements), dated=selection.dated)
    titles = [column.title for column in entries.columns(names.day(case.as_of))]
    return {
        engagement.key: tuple(zip(titles, map(_lines, entries.row(entry, "").cells), strict=True))
        for entry in selection.entries
        for engagement in entry.engagements
    }


def _lines(cell: Cell) -> tuple[str, ...]:
    return tuple("".join(run.text for run in line) for line in cell)
