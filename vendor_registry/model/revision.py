"""What is to be known of a published registry."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FirstRevision:
    """The list of sub-processors as customers first got it: what stood there needs no notice of a change."""

    day: date
    undated: frozenset[str]  # keys of the rows that had a blank in since or notified then
