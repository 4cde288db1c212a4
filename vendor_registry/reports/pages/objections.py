"""Objections as a list for people, and for programs."""

from collections.abc import Sequence

from vendor_registry.model.ledger.notice import Objection, Outcome
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.json_text import json_text

VERSION = 1  # raised when a key changes its meaning or goes


def as_text(found: Sequence[Objection]) -> str:
    """Two lines each: how it stands, and what the customer says."""
    if not found:
        return "There are no objections.\n"
    return "".join(
        f"{one.number}  {one.received_on}  {one.customer} to {about(one)} (notice {one.notice}): "
        f"{_stands(one)}\n    {visible(one.reason)}\n"
        for one in found
    )


def as_json(found: Sequence[Objection]) -> str:
    """One JSON object with `objections`; `outcome` "" is an open one, no `engagements` are all of the vendor's."""
    told = [
        {
            "number": one.number,
            "notice": one.notice,
            "customer": one.customer,
            "vendor": one.vendor,
            "engagements": list(one.engagements),
            "received_on": one.received_on.isoformat(),
            "reason": one.reason,
            "late": one.late,
            "holds": one.holds,
            "outcome": one.outcome.value,
            "decided_on": one.decided_on.isoformat() if one.decided_on else None,
            "decided_by": one.decided_by,
        }
        for one in found
    ]
    return json_text({"version": VERSION, "objections": told})


def about(one: Objection) -> str:
    """What somebody objects to: a vendor, or some of its engagements."""
    keys = f", {', '.join(map(visible, one.engagements))}" if one.engagements else ""
    return f"{visible(one.vendor)}{keys}"


def _stands(one: Objection) -> str:
    late = ", late" if one.late else ""
    if one.outcome is Outcome.OPEN:
        return f"open{late}"
    return f"{one.outcome} on {one.decided_on}" + (f" by {visible(one.decided_by)}" if one.decided_by else "") + late
