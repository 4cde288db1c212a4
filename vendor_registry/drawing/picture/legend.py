"""What the signs of a picture mean; only those that occur."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.picture import BoxKind, Line, Mark, Picture, Status
from vendor_registry.drawing.picture.words import Words


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


def legend(picture: Picture) -> tuple[LegendItem, ...]:
    """The entries for a picture, in the order of their kinds."""
    return tuple(_entries(picture))


def _entries(picture: Picture) -> Iterator[LegendItem]:
    words = picture.words
    kinds = {box.kind for box in picture.boxes}
    cells = [cell for row in picture.grid.cells for cell in row] if picture.grid else []
    grounds = {line.ground for line in picture.lines} | {cell.ground for cell in cells}
    marks = {line.mark for line in picture.lines if not _explained(line)} | {cell.mark for cell in cells}
    statuses = {line.status for line in picture.lines} | {box.status for box in picture.boxes}
    yield from (_item(Sample.BOX, kind, words) for kind in BoxKind if kind in kinds)
    yield from (LegendItem(Sample.LINE, ground, ground.label(words)) for ground in GroundKind if ground in grounds)
    yield from (_item(Sample.MARK, mark, words) for mark in (Mark.GAP, Mark.BROKEN) if mark in marks)
    if any(line.cut for line in picture.lines):
        yield LegendItem(Sample.CUT, "", words.say("legend.cut"))
    if any(sign.startswith("W") for line in picture.lines for sign in line.signs):
        yield LegendItem(Sample.WAIVED, "", words.say("legend.waived"))
    yield from (_item(Sample.STATUS, status, words) for status in Status if status and status in statuses)
    if any(cell.share is not None for cell in cells):
        yield LegendItem(Sample.BAR, "", words.say("legend.bar"))
    yield from (LegendItem(Sample.ZONE, zone.key, words.say("legend.zone", zone=zone.name)) for zone in picture.zones)
    if any(box.badge for box in picture.boxes):
        yield LegendItem(Sample.BADGE, "A", words.say("legend.badge"))


def _explained(line: Line) -> bool:
    """Whether the ground says why a line is marked, and no sign of a finding does."""
    return line.ground is GroundKind.NOT_COVERED and not line.signs


def _item(sample: Sample, key: BoxKind | Mark | Status, words: Words) -> LegendItem:
    return LegendItem(sample, key, words.say(f"legend.{key}"))
