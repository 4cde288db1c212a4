"""A file that is another kind of file: one sentence, in place of all that is wrong with it as a sheet."""

from collections.abc import Iterable

from vendor_registry.intake.columns import BY_HEADER, column
from vendor_registry.intake.words.suggestions import fold, nearest
from vendor_registry.model.text.origin import Cell, Fault
from vendor_registry.model.text.sheet import Sheet

MESSAGE = "no column of this file is one of ours"
ENOUGH = 4  # columns understood by synonyms
PAGE = "this is an HTML page, whatever its name says"  # as older systems call what they hand to Excel
HINT_FOR_PAGE = "Open it in a spreadsheet program and save it as XLSX; vendors import --as html reads a list in it."
HINT = (
    "Is it the right file? A sheet begins with the names of its columns, such as key, vendor, country, with commas, "
    "semicolons or tabs between; vendors columns lists them."
)


def rather(faults: Iterable[Fault], sheets: Iterable[Sheet]) -> tuple[Fault, ...]:
    """The faults, but for each sheet none of whose headers is ours, or nearly ours, the one that matters."""
    strange = {sheet.file for sheet in sheets if sheet.header and not _is_a_sheet(sheet)}
    pages = {sheet.file for sheet in sheets if sheet.file in strange and sheet.header[0].lstrip().startswith("<")}
    sentences = [
        Fault(Cell(file, 0), PAGE, HINT_FOR_PAGE) if file in pages else Fault(Cell(file, 0), MESSAGE, HINT)
        for file in sorted(strange)
    ]
    return (*(fault for fault in faults if fault.cell.file not in strange), *sentences)


def _is_a_sheet(sheet: Sheet) -> bool:
    """Any table has a name and a place; one with our own names, or with several of our columns, is meant to be ours."""
    understood = sum(column(name) is not None for name in sheet.header)
    return understood >= ENOUGH or any(map(_is_ours, sheet.titles or sheet.header))


def _is_ours(header: str) -> bool:
    return bool(column(fold(header).replace(" ", "_")) or nearest(header, BY_HEADER))
