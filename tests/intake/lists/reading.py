"""Lists in hand, and what is read of them."""

from tests import make
from vendor_registry.intake.lists.entries.entry import Choice
from vendor_registry.intake.lists.read import Listing, read_list
from vendor_registry.model.policy.policy import Policy

NOTHING_FIXED = Choice()


def listing(text: str | bytes, name: str, choice: Choice = NOTHING_FIXED, policy: Policy | None = None) -> Listing:
    """A list of this name and content."""
    return read_list(text if isinstance(text, bytes) else text.encode(), name, "", choice, policy)


def read(text: str | bytes, name: str, *columns: str, choice: Choice = NOTHING_FIXED) -> list[tuple[str, ...]]:
    """Place, vendor and the given columns of every row."""
    rows = listing(text, name, choice).rows
    return [(row.place, row.cells["vendor"], *(row.cells.get(column, "") for column in columns)) for row in rows]


def left_out(text: str, name: str) -> list[str]:
    """What was not understood, with its place."""
    return [f"{remark.place} {remark.sentence}" for remark in listing(text, name).remarks]


def acme() -> Policy:
    """A policy with hosting, support and payments."""
    return make.policy()
