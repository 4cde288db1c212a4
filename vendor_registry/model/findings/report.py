"""What a check says, before it has a format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vendor_registry.model.findings.coming import Coming
from vendor_registry.model.findings.finding import Finding, Outcome
from vendor_registry.model.findings.remedy import Remedy
from vendor_registry.model.text.origin import Fault
from vendor_registry.model.text.span import Locate, unlocated


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """The outcomes of all rules on one case, and how much was looked at; or why nothing was."""

    as_of: date
    sheets: tuple[tuple[str, str], ...]  # (file as named by the user, sha256 of its bytes)
    policy: str
    columns: Mapping[str, str] = field(default_factory=dict, repr=False)  # of ours, by titles that the policy maps
    outcomes: tuple[Outcome, ...]
    engagements: int  # in force on the day
    flows: int
    transfers: int  # flows into a third country, per regime and country
    first: tuple[Remedy, ...] = ()  # the cells with which to begin, where somebody worked them out
    coming: tuple[Coming, ...] = ()  # days ahead on which engagements begin, where somebody looked
    faults: tuple[Fault, ...] = ()  # where there are any, nothing was judged
    locate: Locate = field(default=unlocated, compare=False, repr=False)  # asked only for cells that are told

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, sorted by cell."""
        return tuple(sorted((f for o in self.outcomes for f in o.findings), key=Finding.sort_key))

    @classmethod
    def refused(cls, faults: tuple[Fault, ...], as_of: date, sheet: str, policy: str) -> "Report":
        """Of what cannot be understood: nothing was looked at."""
        return cls(
            as_of=as_of,
            sheets=((sheet, ""),),
            policy=policy,
            outcomes=(),
            engagements=0,
            flows=0,
            transfers=0,
            faults=faults,
        )
