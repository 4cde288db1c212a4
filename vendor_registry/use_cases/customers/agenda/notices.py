"""Days that follow from the notices that were sent: until when customers may object, from when the change counts."""

from collections.abc import Iterator, Sequence

from vendor_registry.case.case import Case
from vendor_registry.changes.change import Kind
from vendor_registry.changes.notice_kinds import needing_notice
from vendor_registry.model.ledger.due import Due, DueKind
from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.text.folding import folded


def of_notices(case: Case) -> Iterator[Due]:
    """Two entries for each notice of somebody who comes, one of somebody who was announced and is not to come."""
    there = {folded(name) for one in case.registry.engagements for name in (one.vendor, *one.formerly)}
    leaving = {Kind.REMOVED, Kind.REDUCED} & needing_notice(case.policy)  # then it may be of somebody who is gone
    for one in case.notices:
        over = one.effective_on <= case.as_of
        coming = [name for name in one.vendors if over or leaving or folded(name) in there]
        if coming:
            yield from _of_notice(one, coming)
        withdrawn = [name for name in one.vendors if name not in coming]
        if withdrawn:
            yield _entry(
                one,
                DueKind.EFFECTIVE,
                f"announced, and not in the sheet ({', '.join(withdrawn)})",
                "Tell customers that the change does not come, or add the row again.",
                "withdrawn",
            )


def _of_notice(notice: Notice, vendors: Sequence[str]) -> Iterator[Due]:
    names = ", ".join(vendors)
    do = "Record what comes in: vendors objection add."
    yield _entry(notice, DueKind.LAST_DAY_TO_OBJECT, f"last day to object to {names}", do)
    do = "See whether anybody objected (vendors objection list), and issue the annexes anew."
    yield _entry(notice, DueKind.EFFECTIVE, f"change takes effect ({names})", do, "notice")


def _entry(notice: Notice, kind: DueKind, what: str, do: str, *identity: str) -> Due:
    return Due(
        day=notice.object_until if kind is DueKind.LAST_DAY_TO_OBJECT else notice.effective_on,
        kind=kind,
        what=what,
        whose=notice.customer or "all customers",
        where=f"notice {notice.number} of {notice.sent_on}, revision {notice.after}",
        do=do,
        identity=(*identity, str(notice.number)),
    )
