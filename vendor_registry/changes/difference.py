"""Two registers held against each other: the changes of their rows, and what follows from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.changes.change import Change, Kind
from vendor_registry.changes.concerned import Concern, concerned
from vendor_registry.changes.findings import Comparison
from vendor_registry.changes.reached import Arrival, newly_reached
from vendor_registry.changes.rows import changes
from vendor_registry.changes.state import State
from vendor_registry.changes.transfers import NewTransfer, new_transfers

_SILENT = {Kind.SPELLING, Kind.LINK, Kind.RECORD, Kind.CONTACT, Kind.KEY}  # no flow, no ground follows from them


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """What differs between two registers on one day, under one policy and one law."""

    before: State
    after: State
    day: date
    changes: tuple[Change, ...]
    reached: tuple[Arrival, ...]
    transfers: tuple[NewTransfer, ...]
    findings: Comparison
    customers: tuple[Concern, ...] = ()  # whom the changes concern, by key

    @property
    def is_empty(self) -> bool:
        """Whether both say the same, and nothing else follows."""
        return not (self.changes or self.reached or self.transfers or self.findings.new or self.findings.fixed)

    def vendors(self, *kinds: Kind) -> tuple[str, ...]:
        """The vendors with a change of one of these kinds, each once, sorted."""
        return tuple(sorted({one.vendor for one in self.changes if one.kind in kinds}, key=str.casefold))


def difference(before: Case, after: Case, findings: Comparison, names: tuple[State, State]) -> Difference:
    """Both cases have the same policy, waivers and day; `findings` are theirs, compared; `names` what people call them.

    Independent of the order of rows.
    """
    found = changes(before, after)
    told = _told(found)
    keys = {one.before: one.after for one in found if one.kind is Kind.KEY}
    follow = any(one.kind not in _SILENT for one in found)
    return Difference(
        before=names[0],
        after=names[1],
        day=after.as_of,
        changes=found,
        reached=newly_reached(before, after, told) if follow else (),
        transfers=new_transfers(before, after, keys) if follow else (),
        findings=findings,
        customers=concerned(found, before, after, findings.new),
    )


def _told(found: Iterable[Change]) -> frozenset[str]:
    """Rows in which what they get, or where they are, changed itself."""
    own = {Kind.DATA_WIDENED, Kind.DATA_CHANGED, Kind.STATED, Kind.BLANKED, Kind.CHAIN, Kind.SCOPE_WIDENED}
    own |= {Kind.SCOPE_CHANGED}
    return frozenset(key for one in found if one.kind in own for key in one.keys)
