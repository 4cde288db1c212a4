"""When customers first got the list: from then on its changes are announced."""

from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.model.ledger.revision import FirstRevision
from vendor_registry.store.revisions import revisions, sheets_of

_DATES = ("since", "notified")


def with_first_revision(case: Case, url: str) -> Case:
    """The case with what its rules need of the first published revision; as it is where there is none.

    Raises FailureError where the store does not answer.
    """
    published = revisions(url)
    if not published:
        return case
    first = min(published, key=lambda one: one.number)
    known = next((one.registry.sheets for one in case.published if one.number == first.number), None)
    sheets = known or sheets_of(url, first.number)
    rows = [dict(zip(sheet.header, row.values, strict=True)) for sheet in sheets for row in sheet.rows]
    undated = frozenset(row.get("key", "") for row in rows if not all(row.get(name, "").strip() for name in _DATES))
    return replace(case, first_revision=FirstRevision(first.published_at.date(), undated))
