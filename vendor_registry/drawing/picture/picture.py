"""A diagram before it has a format: what is drawn, in words and ids, without a position or a colour."""

from dataclasses import dataclass
from enum import StrEnum

from vendor_registry.drawing.picture.grounds import GroundKind


class BoxKind(StrEnum):
    """What a box stands for; in every format each kind has a shape of its own."""

    SUBJECT = "subject"  # a group of data subjects
    SYSTEM = "system"  # a system of our own
    STORE = "store"  # a system of our own that is a data store
    VENDOR = "vendor"  # a third party that we engage
    FOURTH_PARTY = "fourth-party"  # a third party that another one engages


class Mark(StrEnum):
    """What is wrong with a flow; shown by a sign and a line of its own, never by colour alone."""

    NONE = ""
    GAP = "gap"  # a blank decides
    BROKEN = "broken"


@dataclass(frozen=True, kw_only=True, slots=True)
class Cluster:
    """A frame around boxes; frames lie in frames."""

    id: str
    title: str
    parent: str = ""  # id of the frame around it
    zone: str = ""  # our data region that lies here, if one does


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """One party, or several that are drawn as one because they would look the same."""

    id: str
    kind: BoxKind
    title: str
    lines: tuple[str, ...]  # smaller text under the title
    cluster: str  # id of the frame it lies in, "" for none
    zone: str  # our data region it serves, "" for none, "*" for all
    members: tuple[str, ...]  # keys of the nodes it stands for
    about: str  # the whole in a sentence, for a screen reader
    badge: str = ""  # its letter, where its flows are shown as badges
    badges: tuple[str, ...] = ()  # letters of the badges it hands data to


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """The flows from one box to another that rest on the same kind of ground."""

    id: str
    number: int  # of its rows in the table of flows
    source: str
    target: str
    ground: GroundKind
    mark: Mark
    signs: tuple[str, ...]  # of the findings it takes part in: V1, V2, ?1
    about: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FlowRow:
    """One row of the table of flows: what one row of the sheet hands from one box to another."""

    number: str  # of the line; the letter of a badge, or a dash, where no line is drawn
    source: str
    target: str
    data: str
    ground: str
    mark: Mark
    signs: tuple[str, ...]
    place: str  # the sheet and its line


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """A finding that the picture shows."""

    sign: str
    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Zone:
    """A data region of ours, whose colour its boxes have."""

    key: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """Everything a format writes. Sorted, cleaned of what would steer a reader's screen, and complete."""

    view: str
    title: str
    company: str
    as_of: str  # ISO date
    source: str  # the sheets, by name and content
    description: str  # the picture in a few sentences, for who cannot see it
    zones: tuple[Zone, ...]
    clusters: tuple[Cluster, ...]  # a frame comes after the frame around it
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]  # by number
    rows: tuple[FlowRow, ...]  # by number
    remarks: tuple[Remark, ...]
    notes: tuple[str, ...]  # what was folded or left out, and how much of it
