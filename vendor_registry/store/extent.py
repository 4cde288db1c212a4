"""How much the ledger holds of what rules are told, so that whoever asked before knows whether to ask again."""

from sqlalchemy import func
from sqlmodel import col, select

from vendor_registry.store.connection import reading
from vendor_registry.store.tables import StoredNotice, StoredObjection, StoredReview, StoredRevision

Extent = tuple[int, ...]


def extent(url: str) -> Extent:
    """How many revisions, notices, objections, decisions and reviews there are; zeros where there is no ledger. Each of
    them is added and never changed, so equal numbers are an equal state. Raises as `reading` does."""
    with reading(url) as opened:
        if opened is None:
            return (0, 0, 0, 0, 0)
        decided = col(StoredObjection.outcome) != ""
        counts = (
            select(func.count()).select_from(StoredRevision),
            select(func.count()).select_from(StoredNotice),
            select(func.count()).select_from(StoredObjection),
            select(func.count()).select_from(StoredObjection).where(decided),
            select(func.count()).select_from(StoredReview),
        )
        return tuple(opened.exec(count).one() for count in counts)
