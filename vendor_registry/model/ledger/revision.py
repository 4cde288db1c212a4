"""What is to be known of a published registry."""

from dataclasses import dataclass
from datetime import date

from vendor_registry.model.register.registry import Registry


@dataclass(frozen=True, slots=True)
class FirstRevision:
    """The list of sub-processors as customers first got it: what stood there needs no notice of a change."""

    day: date
    undated: frozenset[str]  # keys of the rows that had a blank in since or notified then


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Published:
    """A published revision, understood by the policy of today."""

    number: int
    day: date
    effective: date | None = None  # the day from which its changes count, where it was said
    registry: Registry

    @property
    def counts_from(self) -> date:
        """The day from which what it says counts."""
        return self.effective or self.day
