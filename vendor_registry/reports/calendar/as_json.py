"""The calendar for programs: one versioned object, keys in a fixed order (docs/calendar.schema.json)."""

from collections.abc import Sequence

from vendor_registry.model.ledger.due import Due
from vendor_registry.reports.parts.json_text import json_text

VERSION = 1  # raised when a key changes its meaning or goes; new keys and new kinds do not raise it


def as_json(entries: Sequence[Due], first: str, last: str) -> str:
    """One JSON object with `entries`, by day."""
    told = [
        {
            "day": one.day.isoformat(),
            "kind": str(one.kind),
            "what": one.what,
            "whose": one.whose,
            "where": one.where,
            "do": one.do,
        }
        for one in entries
    ]
    return json_text({"version": VERSION, "from": first, "to": last, "entries": told})
