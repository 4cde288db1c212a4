"""What is done from time to time and dated in the sheet or on record, in the words in which it is told."""

from typing import NamedTuple

from vendor_registry.model.ledger.review import Review

REVIEWS = {"reviewed": "review of", "tia": "transfer impact assessment for"}
"""By column; the name of the vendor goes behind."""


class Lacking(NamedTuple):
    """That no review stands, in words."""

    said: tuple[str, str]  # before and behind the name of the vendor
    many: str  # the same of several vendors
    fact: str = ""  # what is so of this one alone


def lacking(column: str, failed: Review | None = None) -> Lacking:
    """That there is none; or that the last one failed, which leaves none standing."""
    what = REVIEWS[column]
    if failed is None:
        return Lacking((f"No {what} ", " is on record"), f"No {what} these vendors is on record")
    fact = f"review {failed.number} of {failed.reviewed_on}"
    return Lacking((f"The last {what} ", " failed"), f"The last {what} these vendors failed", fact)
