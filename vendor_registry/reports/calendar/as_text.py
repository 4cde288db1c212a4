"""The calendar as text: a day, what it is, whose, where it follows from, what to do."""

from collections.abc import Sequence

from vendor_registry.model.ledger.due import Due
from vendor_registry.model.text.visible import visible


def as_text(entries: Sequence[Due], first: str, last: str) -> str:
    """Two lines an entry; one line that says so where there is none."""
    if not entries:
        return f"Nothing ends, falls due or takes effect from {first} to {last}.\n"
    return "".join(
        f"{one.day}  {visible(one.what)}: {visible(one.whose)}  ({visible(one.where)})\n            {visible(one.do)}\n"
        for one in entries
    )
