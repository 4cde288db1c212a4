"""Lists held against the register, for programs: one versioned object (docs/reconciliation.schema.json)."""

from collections.abc import Sequence
from typing import Any

from vendor_registry.model.ledger.reconciliation import Item, Outcome, Reconciliation
from vendor_registry.reports.parts.json_text import json_text

VERSION = 1  # raised when a key changes its meaning or goes; new keys do not raise it


def as_json(found: Sequence[Reconciliation]) -> str:
    """One object with a list `lists`, and in each a list for every kind of difference, empty where there is none."""
    return json_text({"version": VERSION, "lists": [_list(one) for one in found]})


def _list(one: Reconciliation) -> dict[str, Any]:
    return {
        "file": one.file,
        "kind": one.kind,
        "whole": one.whole,
        "against": one.against,
        "as_of": one.day.isoformat(),
        "differs": one.differs,
        "counts": {
            "listed": one.listed,
            "registered": one.registered,
            "same": one.same,
            **{_key(outcome): len(one.of(outcome)) for outcome in Outcome},
        },
        **{_key(outcome): [_item(item) for item in one.of(outcome)] for outcome in Outcome},
        "not_shown": list(one.not_shown),
        "remarks": list(one.remarks),
    }


def _key(outcome: Outcome) -> str:
    return str(outcome).replace("-", "_")


def _item(item: Item) -> dict[str, Any]:
    cell = item.cell
    return {
        "vendor": item.vendor,
        "listed": item.listed,
        "registered": item.registered,
        "place": item.place,
        "more": item.more,
        "cell": {"file": cell.file, "line": cell.line, "column": cell.column} if cell else None,
        "note": item.note,
    }
