"""What the signs of a picture mean; only those that occur."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.picture import BoxKind, Mark, Picture, Status


class Sample(StrEnum):
    """What kind of sign an entry explains."""

    BOX = "box"
    LINE = "line"
    MARK = "mark"
    ZONE = "zone"
    BADGE = "badge"
    STATUS = "status"
    CUT = "cut"
    WAIVED = "waived"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One sign and its meaning; the key is the kind of box, ground or mark, or the data region."""

    sample: Sample
    key: str
    text: str


_BOXES = {
    BoxKind.SUBJECT: "data subjects",
    BoxKind.SYSTEM: "own system",
    BoxKind.STORE: "own data store",
    BoxKind.VENDOR: "third party",
    BoxKind.FOURTH_PARTY: "fourth party (engaged by a third)",
    BoxKind.CONNECTOR: "goes on on another page",
}
_STATUSES = {Status.ADDED: "new", Status.REMOVED: "gone", Status.CHANGED: "changed"}
_MARKS = {Mark.GAP: "gap: a blank decides", Mark.BROKEN: "broken: V1, V2 … say by which finding"}


def legend(picture: Picture) -> tuple[LegendItem, ...]:
    """The entries for a picture, in the order of their kinds."""
    return tuple(_entries(picture))


def _entries(picture: Picture) -> Iterator[LegendItem]:
    kinds = {box.kind for box in picture.boxes}
    cells = [cell for row in picture.grid.cells for cell in row] if picture.grid else []
    grounds = {line.ground for line in picture.lines} | {cell.ground for cell in cells}
    marks = {line.mark for line in picture.lines} | {cell.mark for cell in cells}
    statuses = {line.status for line in picture.lines} | {box.status for box in picture.boxes}
    yield from (LegendItem(Sample.BOX, kind, text) for kind, text in _BOXES.items() if kind in kinds)
    yield from (LegendItem(Sample.LINE, ground, ground.label) for ground in GroundKind if ground in grounds)
    yield from (LegendItem(Sample.MARK, mark, text) for mark, text in _MARKS.items() if mark in marks)
    if any(line.cut for line in picture.lines):
        yield LegendItem(Sample.CUT, "", "changing this flow settles the finding")
    if any(sign.startswith("W") for line in picture.lines for sign in line.signs):
        yield LegendItem(Sample.WAIVED, "", "W1, W2 …: a finding that somebody waived")
    yield from (LegendItem(Sample.STATUS, status, text) for status, text in _STATUSES.items() if status in statuses)
    if any(cell.share is not None for cell in cells):
        yield LegendItem(Sample.BAR, "", "share of all there are")
    yield from (LegendItem(Sample.ZONE, zone.key, f"for {zone.name}") for zone in picture.zones)
    if any(box.badge for box in picture.boxes):
        yield LegendItem(Sample.BADGE, "A", "receives from every box with its letter")
