"""The reviews on record, for people and for programs."""

from collections.abc import Sequence

from vendor_registry.model.ledger.review import Conclusion, Review, Subject
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.json_text import json_text

VERSION = 1  # raised when a key changes its meaning or goes; new keys do not raise it

_WORDS = {
    Subject.VENDOR: "vendor",
    Subject.TIA: "transfer impact assessment",
    Subject.AGREEMENT: "agreement",
}
_ENDED = {
    Conclusion.PASSED: "passed",
    Conclusion.CONDITIONAL: "passed on conditions",
    Conclusion.FAILED: "failed",
}


def as_text(found: Sequence[Review]) -> str:
    """A line each, and below it what it says."""
    if not found:
        return "No review is recorded.\n"
    return "".join(
        f"{one.number}  {one.engagement}: {said(one)}\n" + (f"    {visible(one.note)}\n" if one.note else "")
        for one in found
    )


def said(one: Review) -> str:
    """`vendor passed on 2026-11-20, by Ada; next on 2027-05-20`."""
    after = f"; next on {one.next_on}" if one.next_on else ""
    return f"{_WORDS[one.subject]} {_ENDED[one.conclusion]} on {one.reviewed_on}, by {visible(one.reviewed_by)}{after}"


def as_json(found: Sequence[Review]) -> str:
    """One JSON object with `reviews` (docs/ledger.schema.json); `next_on` null: when the rules of the policy say."""
    told = [
        {
            "number": one.number,
            "engagement": one.engagement,
            "subject": one.subject.value,
            "reviewed_on": one.reviewed_on.isoformat(),
            "reviewed_by": one.reviewed_by,
            "conclusion": one.conclusion.value,
            "next_on": one.next_on.isoformat() if one.next_on else None,
            "note": one.note,
            "sha256": one.sha256,
        }
        for one in found
    ]
    return json_text({"version": VERSION, "reviews": told})
