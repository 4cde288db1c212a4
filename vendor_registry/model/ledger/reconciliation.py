"""What another list and the register say of each other."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vendor_registry.model.text.origin import Cell


class Outcome(StrEnum):
    """How a third party stands in two lists."""

    MISSING = "missing"  # in the list, without a row in the register
    EXTRA = "extra"  # in the register, not in the list
    OTHER_PLACE = "other-place"
    OTHER_NAME = "other-name"
    UNMATCHED = "unmatched"  # nobody can say who it is


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One difference."""

    outcome: Outcome
    vendor: str  # as the register says it; where it has none, as the list does
    listed: str = ""  # what the list says: name or places; "" where it says nothing
    registered: str = ""  # what the register says
    place: str = ""  # in the list
    cell: Cell | None = None  # in the register
    more: int = 0  # further places of the list that say the same
    note: str = ""  # what else is to be known of it

    def sort_key(self) -> tuple[object, ...]:
        return (list(Outcome).index(self.outcome), self.vendor.casefold(), self.vendor, self.listed, self.place)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reconciliation:
    """A list held against the register, or against another list, on a day."""

    file: str
    kind: str
    whole: bool
    against: str
    day: date
    listed: int  # different third parties in the list
    registered: int  # vendors in the register, in force
    same: int  # vendors of the register that the list names, or shows
    items: tuple[Item, ...]
    not_shown: tuple[str, ...]  # vendors of the register that a list which need not name everybody does not show
    remarks: tuple[str, ...]

    def of(self, outcome: Outcome) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.outcome is outcome)

    @property
    def differs(self) -> bool:
        return bool(self.items)
