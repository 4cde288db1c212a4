"""What is announced for a later day, and what it will bring."""

from dataclasses import dataclass
from datetime import date

from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.register.engagement import Engagement


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """A day after the one that was judged on which engagements begin."""

    day: date
    begins: tuple[Engagement, ...]  # by vendor
    findings: tuple[Finding, ...] | None  # about these, judged on that day, and not known today; None: not judged
