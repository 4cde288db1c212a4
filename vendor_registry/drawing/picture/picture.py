"""A diagram before it has a format: what is drawn, in words and ids, without a position or a colour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.words import Words, english
from vendor_registry.model.register.flow import FlowKey


class BoxKind(StrEnum):
    """What a box stands for; in every format each kind has a shape of its own."""

    SUBJECT = "subject"  # a group of data subjects
    SYSTEM = "system"  # a system of our own
    STORE = "store"  # a system of our own that is a data store
    VENDOR = "vendor"  # a third party that we engage
    FOURTH_PARTY = "fourth-party"  # a third party that another one engages
    CONNECTOR = "connector"  # parties that are drawn on another page


class Mark(StrEnum):
    """What is wrong with a flow; shown by a sign and a line of its own, never by colour alone."""

    NONE = ""
    GAP = "gap"  # a blank decides
    BROKEN = "broken"


class Status(StrEnum):
    """What became of a party or a flow between two states; shown by a sign, a weight and a dash, then by colour."""

    SAME = ""
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"

    @property
    def sign(self) -> str:
        return {"": "", "added": "+", "removed": "−", "changed": "~"}[self.value]


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
    status: Status = Status.SAME
    dim: bool = False  # it takes no part in what is highlighted


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
    cut: bool = False  # changing it settles a finding
    status: Status = Status.SAME
    dim: bool = False
    flows: tuple[FlowKey, ...] = ()  # that it stands for


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
class Link:
    """One flow of the chain that proves a finding."""

    source: str  # keys of the nodes
    target: str
    key: str  # of the row that declares the flow
    data: tuple[str, ...]  # categories that travel here, by key
    place: str  # the cell, without its folder: "vendors.csv:14 [data]"
    cut: bool = False  # changing it settles the finding


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """A finding that the picture shows."""

    sign: str
    mark: Mark
    text: str
    rule: str = ""
    mend: str = ""
    place: str = ""  # the cell in which it is mended
    chain: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Zone:
    """A data region of ours, whose colour its boxes have."""

    key: str
    name: str
    place: int = 0  # among all data regions of the policy: the same colour on every page


@dataclass(frozen=True, kw_only=True, slots=True)
class GridCell:
    """What stands where a row and a column meet."""

    lines: tuple[str, ...] = ()
    ground: GroundKind | None = None  # the least safe of the flows counted here
    mark: Mark = Mark.NONE
    share: float | None = None  # drawn as a bar, 0 to 1
    inside: bool = False  # nothing crosses a border here


@dataclass(frozen=True, slots=True)
class Member:
    """A party that is counted in a grid."""

    title: str  # of its row, in a matrix of its column too
    words: str = ""  # said of it in the last column
    data: tuple[str, ...] = ()  # the categories it is counted with, by key


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """A picture that is a table: a matrix of crossings, or bars."""

    corner: str  # what rows and columns are
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[GridCell, ...], ...]  # by row
    members: Mapping[str, Member]  # by node, for who counts anew: another day, a part
    titles: tuple[str, ...]  # of all its members, in order: rows have those there is something to tell of
    whole: int = 0  # how many categories there are, where shares of them are drawn


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """One page: everything a format writes. Sorted, cleaned of what would steer a reader's screen, and complete."""

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
    filter: str = ""  # what was asked for, where it is not everything
    rules: str = ""  # how many rules are broken, and what is waived
    grid: Grid | None = None  # instead of boxes and lines
    strips: bool = False  # each frame is a chain of its own, one below another
    number: int = 1
    pages: int = 1
    words: Words = field(default_factory=english)  # of its language, for what writers say themselves

    @property
    def day(self) -> str:
        """Its day as the language writes days."""
        return self.words.day(self.as_of)

    @property
    def key(self) -> str:
        """Tells the pages of a view apart: region, region-2."""
        return self.view if self.number == 1 else f"{self.view}-{self.number}"
