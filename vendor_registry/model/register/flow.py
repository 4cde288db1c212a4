"""Nodes and edges of the data-flow graph."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.model.register.period import within
from vendor_registry.model.register.place import UNKNOWN_REGION, Region
from vendor_registry.model.text.origin import Cell


class NodeKind(StrEnum):
    SUBJECT = "subject"  # a group of data subjects
    SYSTEM = "system"  # a thing of our own that holds data
    ENGAGEMENT = "engagement"  # a third party, in one engagement


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """One end of a flow."""

    key: str
    kind: NodeKind
    name: str  # for people
    zone: str = ""  # the data region it serves, or "*"; "" for data subjects
    region: Region = UNKNOWN_REGION
    access_from: Region = UNKNOWN_REGION
    cell: Cell  # where its place can be mended


@dataclass(frozen=True, kw_only=True, slots=True)
class Flow:
    """Data of some categories going from one node to another, on the days it is in force.

    Whether it is a transfer is for the law to say.
    """

    source: str
    target: str
    key: str  # of the row that declares it; for flows of the policy, its dotted path
    data: tuple[str, ...] | None  # None: blank, so everything that arrived at the source may pass
    data_subjects: tuple[str, ...] | None = None
    purpose: str = ""
    claims: tuple[Claim, ...] = ()
    de_identified: DeIdentified = DeIdentified.NO
    since: date | None = None
    until: date | None = None
    cell: Cell  # the cell that makes this flow what it is

    def in_force(self, day: date) -> bool:
        return within(day, self.since, self.until)


FlowKey = tuple[str, str, str]
"""Source, target, key: what makes a flow the same one, however its row changes."""


def flow_key(flow: Flow) -> FlowKey:
    return (flow.source, flow.target, flow.key)
