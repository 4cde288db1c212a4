"""The registry as it stands on one day."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from vendor_registry.case.places import Places
from vendor_registry.flows.build import FlowGraph, build, dormant
from vendor_registry.flows.network import Barred
from vendor_registry.flows.reach import Reach, reach
from vendor_registry.model.ledger.notice import Notice, Objection
from vendor_registry.model.ledger.review import Review
from vendor_registry.model.ledger.revision import FirstRevision, Published
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.model.register.registry import Registry


@dataclass(frozen=True, eq=False)  # two cases are the same only if they are one: comparing registries is slow
class Case:
    """Everything that judges, writes or draws is given a case.

    What was read, what follows from it once (graph, labels, places), what is set aside for the rule being judged
    and how much is shown; whatever else is wanted is a function that takes a case.
    """

    registry: Registry
    policy: Policy
    as_of: date
    waivers: tuple[Waiver, ...] = ()  # what somebody decided to bear, in order or not
    customers: tuple[Customer, ...] = ()  # by key; none: nobody has said who they are
    barred: tuple[Barred, ...] = ()  # what waivers set aside: it passes no flow; see `barring`
    paths: int = 0  # how many further chains each finding is to show
    horizon_days: int | None = None  # how early ends are told; None: as early as the law's notes do
    first_revision: FirstRevision | None = None  # None: nothing was published yet, or nobody looked
    published: tuple[Published, ...] = ()  # of the revisions those that customers know, and the newest, for the rules
    notices: tuple[Notice, ...] = ()  # that somebody recorded, oldest first; none: nobody has, or nobody looked
    objections: tuple[Objection, ...] = ()  # the same of what customers said to them
    reviews: tuple[Review, ...] = ()  # that somebody recorded; none: nobody has, or nobody looked
    revisions: Callable[[], Iterator[Published]] | None = (
        None  # every one, newest first, each read when it is asked for
    )
    without: frozenset[str] = frozenset()  # rows of law taken away to see what would fall: "decision:2023/1795"

    def __post_init__(self) -> None:
        """Whatever the day, rows that leave it to others who the vendor is say what holds on it."""
        vars(self).update(registry=self.registry.on(self.as_of))

    @cached_property
    def graph(self) -> FlowGraph:
        return build(self.running, self.policy, self.as_of)

    @cached_property
    def dormant(self) -> FlowGraph:
        """The flows that are not in force on the day: what was, and what is to come."""
        return dormant(self.registry, self.policy, self.as_of)

    @cached_property
    def reach(self) -> Reach:
        """Which data gets where on the day; computed once for all rules."""
        return reach(self.graph, self.policy.data)

    @cached_property
    def places(self) -> Places:
        return Places(self.policy, self.as_of, self.graph.by_key.in_order)

    @cached_property
    def running(self) -> Sequence[Engagement]:
        """The engagements in force on the day, by key."""
        return self.registry.in_force(self.as_of)

    @cached_property
    def node_of_row(self) -> list[int]:
        """For each engagement in force, by number, that of its node."""
        return list(map(self.reach.network.number.__getitem__, cells_of(self.running, "key")))

    @cached_property
    def reviews_of(self) -> dict[str, list[Review]]:
        """The recorded reviews by key of the engagement."""
        found: dict[str, list[Review]] = {}
        for one in self.reviews:
            found.setdefault(one.engagement, []).append(one)
        return found

    def barring(self, barred: Iterable[Barred]) -> "Case":
        """The same case with some categories set aside on some flows: they move no further, the flows stay.

        Labels start where they started, so what is set aside does not turn up as undeclared further on.
        """
        more = tuple(barred)
        other = replace(self, barred=(*self.barred, *more))
        known = {"graph": self.graph, "places": self.places, "running": self.running, "reach": self.reach.barring(more)}
        vars(other).update(known)
        return other
