"""What a rule has to say."""

from dataclasses import dataclass
from enum import StrEnum

from vendor_registry.model.register.flow import Flow
from vendor_registry.model.text.origin import Cell


class Verdict(StrEnum):
    """How sure a finding is, worst first."""

    BROKEN = "broken"  # proved by what is written
    GAP = "gap"  # a blank decides, so nobody can say
    WARNING = "warning"  # kept, with a reservation a person should know

    @property
    def rank(self) -> int:
        return _RANKS[self]


_RANKS = {verdict: rank for rank, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Hop:
    """One flow of a witness, with the categories that travel at that point."""

    flow: Flow
    data: tuple[str, ...]


Ways = tuple[tuple[Cell, ...], ...]
"""Ways to settle a finding: any one of them is enough, and of that one all cells are filled or mended."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What a finding says with others of its rule that differ in the row only: they can be told together."""

    sentence: str  # what is so of all these rows
    mend: str  # what can be done in each of them
    fact: str  # what is so of this row alone, in a few words
    notes: tuple[str, ...] = ()  # what is so of this row, and perhaps not of all


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One rule, not kept, at one cell; the witness is the shortest chain of flows that proves it."""

    rule: str
    verdict: Verdict
    cell: Cell
    message: str  # one sentence: what is so, on the day
    mend: str  # one thing the reader can do
    law: tuple[str, ...] = ()  # articles and decisions
    data: tuple[str, ...] = ()  # categories concerned, sorted
    source: str = ""  # key of the node where the data starts
    sink: str = ""  # key of the node it must not reach (or the engagement concerned)
    home: str = ""  # data region the data is at home in
    witness: tuple[Hop, ...] = ()
    routes: int | None = None  # number of flow-disjoint routes
    on_every_route: tuple[Flow, ...] = ()
    cut: tuple[Flow, ...] = ()  # flows to change, nearest the sink, of which none can be spared
    more_witnesses: tuple[tuple[Hop, ...], ...] = ()  # further disjoint routes, when asked for
    waived_by: str = ""  # the waiver that sets it aside, with its last day
    known_in: str = ""  # the baseline that lists it
    related: tuple[Cell, ...] = ()  # other cells that take part
    shared: Shared | None = None  # None: it is always told alone
    settled_by: Ways = ()  # which cells decide it; none where it takes more than a cell

    @property
    def is_open(self) -> bool:
        """Whether it calls for somebody: no waiver sets it aside and no baseline lists it. Only such findings fail."""
        return not (self.waived_by or self.known_in)

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """Rule, home, sink and column: what stays when rows move, for baselines and fingerprints.

        What a chain proves is known by where it arrives, whichever way it takes, so its column is blank;
        what is said of a cell is known by the column too. Never a line, a message or a verdict.
        """
        return (self.rule, self.home, self.sink, "" if self.witness else self.cell.column)

    def sort_key(self) -> tuple[object, ...]:
        cell = self.cell  # its parts, which compare as it does, and faster
        place = (cell.file, cell.line, cell.column)
        return (place, self.rule, self.verdict.rank, self.sink, self.home, self.data, self.message)


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What one rule says of one case: its findings, and what it looked at, so that no pass is vacuous."""

    rule: str  # id: the file's name with hyphens for standing rules, the policy's own id for its rules
    type: str  # the file's name with hyphens
    statement: str
    why: str = ""  # why the company set the rule up
    how: str = ""  # how to mend, in the company's own words
    findings: tuple[Finding, ...] = ()
    examined: str = ""  # "14 sources x 9 sinks, 0 routes"
    nearest: str = ""  # for a kept rule: the nearest miss and the reason it stopped
