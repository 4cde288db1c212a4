"""What is asked of a case: the view's own argument, and the part that is looked at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from vendor_registry.case.case import Case
from vendor_registry.changes.state import State
from vendor_registry.drawing.picture.flow_rows import Facts
from vendor_registry.drawing.picture.grounds import Ground, grounds
from vendor_registry.drawing.picture.marks import marks
from vendor_registry.drawing.picture.names import Names
from vendor_registry.drawing.picture.picture import Status
from vendor_registry.drawing.picture.words import Words, english
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.findings.transfer import Transfer
from vendor_registry.model.register.flow import Flow, FlowKey, flow_key

Keys = frozenset[str] | None  # None: everything


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of nodes and flows between two states, and what is said of each node that changed."""

    states: tuple[State, State]
    nodes: Mapping[str, Status]
    flows: Mapping[FlowKey, Status]
    told: Mapping[str, tuple[tuple[str, str, str], ...]]  # by node: column, cell before, cell after


@dataclass(frozen=True, kw_only=True)
class Question:
    """A case with what the law and the rules say of it, and the part of it that is to be drawn."""

    case: Case
    transfers: Sequence[Transfer] = ()
    findings: Sequence[Finding] = ()
    of: str = ""  # what the view is about: a category, a key
    product: str = ""
    only: Keys = None  # flows that begin or end here
    focus: Keys = None  # what lies within `depth` flows of these
    depth: int | None = None  # None: as the view thinks best
    reaches: Keys = None  # whatever data of theirs gets to these
    highlight: str = ""  # sign of the finding that stands out
    narrowed: str = ""  # the same in words, for the title block
    rules: str = ""  # how many rules are broken and waived, in words
    comparison: Comparison | None = None
    in_force: frozenset[FlowKey] | None = None  # on the day, where the case has the flows of several; None: all
    words: Words = field(default_factory=english)  # the language that the picture speaks

    def counted(self, flows: Iterable[Flow]) -> tuple[Flow, ...]:
        """Those in force on the day."""
        return tuple(flow for flow in flows if self.in_force is None or flow_key(flow) in self.in_force)

    @cached_property
    def names(self) -> Names:
        """What keys and codes are called in that language."""
        return Names(self.case, self.words)

    @cached_property
    def grounds(self) -> Mapping[FlowKey, Ground]:
        """On what each flow of the case rests."""
        return grounds(self.case.graph.flows, self.transfers, self.words)

    @cached_property
    def facts(self) -> Facts:
        """Grounds and marks of all flows: a finding has the same sign on every page of every view."""
        files = (*(sheet.file for sheet in self.case.registry.sheets), self.case.policy.file)
        return Facts(self.names, self.grounds, marks(self.findings, self.grounds, files))

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out on purpose."""
        return not self.product and self.only is None and self.focus is None and self.reaches is None
