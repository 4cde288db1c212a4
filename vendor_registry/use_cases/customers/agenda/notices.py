"""Days that follow from the notices that were sent: until when customers may object, from when the change counts."""

from collections.abc import Iterable, Iterator

from vendor_registry.model.ledger.due import Due, DueKind
from vendor_registry.model.ledger.notice import Notice


def of_notices(notices: Iterable[Notice]) -> Iterator[Due]:
    """Two entries for each notice."""
    for one in notices:
        vendors = ", ".join(one.vendors)
        where = f"notice {one.number} of {one.sent_on}, revision {one.after}"
        yield Due(
            day=one.object_until,
            kind=DueKind.LAST_DAY_TO_OBJECT,
            what=f"last day to object to {vendors}",
            whose=one.customer or "all customers",
            where=where,
            do="Record what comes in: vendors objection add.",
            identity=(str(one.number),),
        )
        yield Due(
            day=one.effective_on,
            kind=DueKind.EFFECTIVE,
            what=f"change takes effect: {vendors}",
            whose=one.customer or "all customers",
            where=where,
            do="See whether anybody objected (vendors objection list), and issue the annexes anew.",
            identity=("notice", str(one.number)),
        )
