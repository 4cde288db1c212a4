"""The published state before another: what customers know who were told of nothing since."""

from collections import Counter
from collections.abc import Iterable

from vendor_registry.case.case import Case
from vendor_registry.model.origin import UsageError
from vendor_registry.model.sheet import Sheet
from vendor_registry.store.revisions import revisions, sheets_of


def revision_before(after: str, case: Case, url: str) -> int:
    """The published revision before a state: before the newest one where that says the same as the sheet.

    `after` is the number of a revision, or anything else for `case` as it was read. Raises UsageError where nothing
    was published before it.
    """
    found = revisions(url)
    number = found[0].number + 1 if found else 0
    if after.isascii() and after.isdecimal():
        number = int(after)
    elif found and _rows(sheets_of(url, found[0].number)) == _rows(case.registry.sheets):
        number -= 1
    if number < 2:
        raise UsageError(
            "Nothing was published before it, so nothing is known to have changed; name what to compare with: a "
            "revision, a commit or a file."
        )
    return number - 1


def _rows(sheets: Iterable[Sheet]) -> Counter[frozenset[tuple[str, str]]]:
    """What rows say, whatever their order and that of the columns."""
    return Counter(frozenset(zip(sheet.header, row.values, strict=True)) for sheet in sheets for row in sheet.rows)
