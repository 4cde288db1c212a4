"""The registry as it stands on one day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vendor_registry.flows.build import FlowGraph, build
from vendor_registry.model.engagement import Engagement
from vendor_registry.model.policy import Policy
from vendor_registry.model.registry import Registry


@dataclass(frozen=True)
class Case:
    """Everything that judges, writes or draws is given a case.

    Three fields and one cached graph; whatever else is wanted is a function that takes a case.
    """

    registry: Registry
    policy: Policy
    as_of: date

    @cached_property
    def graph(self) -> FlowGraph:
        return build(self.registry, self.policy, self.as_of)

    @cached_property
    def running(self) -> tuple[Engagement, ...]:
        """The engagements in force on the day, by key."""
        return tuple(engagement for engagement in self.registry.engagements if engagement.in_force(self.as_of))
