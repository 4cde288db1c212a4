"""Where a table ends: totals, notes and signatures below it are no rows, and a row that lacks most cells still is."""

import re
from collections.abc import Sequence

from vendor_registry.intake.sheet.header import filled
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.keys import KEY
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.text.counting import abridged, counted
from vendor_registry.model.text.sheet import Row

FEW = 3  # cells that a note or a signature takes
SHARE = 4  # and of how many columns one of them may be filled at most: a table of two columns has no such rows
SHOWN = 3  # texts that are told

# How such rows begin, so that they are known where no blank row stands above them.
BEGINNING = re.compile(
    r"((grand |sub ?)?totals?|sum|summe|gesamt\w*|anzahl|somme|suma|count|notes?|footnotes?|hinweise?|anmerkung(en)?|"
    r"remarks?|remarques?|notas?|sources?|quellen?|as of|as at|last (updated|changed|reviewed)|stand|etat au|signed|"
    r"signatures?|unterschrift(en)?|approved|released|freigegeben|genehmigt|approuve|aprobado|prepared by|erstellt|"
    r"dates?|datum|fecha|confidential|vertraulich|confidentiel|confidencial|version|pages?|seite|end of)(?![^\W_])"
)


def ending(rows: Sequence[Row], names: Sequence[str]) -> int:
    """The number of rows that are the table; `names` are those of its columns, `rows` stand below the header."""
    first = len(rows)
    while first and not _is_row(rows[first - 1], names):
        first -= 1
    for place in range(first, len(rows)):
        if not filled(rows[place]) or _begins_a_note(rows[place]):
            return place
    return len(rows)


def told(rows: Sequence[Row]) -> str:
    """What is said of the rows below the table; "" where none holds anything."""
    left = [row for row in rows if filled(row)]
    if not left:
        return ""
    texts = (quote(" ".join(filter(None, map(trim, row.values)))) for row in left)
    many = counted(len(left), "row below the table is", "rows below the table are")
    return f"{many} passed over: {abridged(texts, SHOWN)}"


def _is_row(row: Row, names: Sequence[str]) -> bool:
    """Whether a row could be meant as one of the table: several of its cells are filled, or its key is one.

    A vendor may be called Total, and its key total.
    """
    if sum(1 for value in row.values if trim(value)) > min(FEW, len(names) // SHARE):
        return True
    cells = {name: trim(value) for name, value in zip(names, row.values, strict=False)}
    return bool(KEY.fullmatch(cells.get("key", ""))) and (bool(cells.get("vendor")) or not _begins_a_note(row))


def _begins_a_note(row: Row) -> bool:
    first = next(filter(None, map(trim, row.values)), "")
    return bool(BEGINNING.match(fold(first[:40])))
