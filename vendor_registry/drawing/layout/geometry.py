"""How large boxes and signs are and what stands in them; the same for every format that has a size."""

from collections.abc import Sequence
from dataclasses import dataclass

from vendor_registry.drawing.picture.lettering import width, wrap_name
from vendor_registry.drawing.picture.picture import Box, BoxKind, Cluster, Line, Mark
from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.register.coverage import ALL

TITLE = 13.0  # font sizes
TEXT = 11.5
LEADING = 1.25
_ROOM = 190.0  # the widest a text in a box may stand
PADDING = 9.0
_NARROWEST = 92.0
SIGN_HEIGHT = 15.0
CROSS = 11.0  # kept for the cross of what is broken
BADGE = 22.0  # kept for the letter of a hub, at the left of the title
CHIP_EDGE = 5.0  # from the key of the data region to the right of the box
_LONGEST_CHIP = 8  # letters


Corners = tuple[tuple[float, float], tuple[float, float]]  # upper left, lower right


def title_room(cluster: Cluster, corners: Corners) -> tuple[float, float, float, float]:
    """Where the title of a frame stands, inside its border: left, top, right, bottom."""
    left, top = corners[0][0] + 4, corners[0][1] + 4
    return left, top, min(left + width(cluster.title, TITLE, bold=True) + 8, corners[1][0] - 2), top + 19.0


@dataclass(frozen=True, slots=True)
class Size:
    """A box with its text broken into lines."""

    width: float
    height: float
    title: tuple[str, ...]
    lines: tuple[str, ...]


def measure(box: Box) -> Size:
    """The size of a box. Long texts are cut before their end; the whole is in the box's title for readers."""
    beside = chip_room(box) + (BADGE if box.badge else 0.0)
    badges = 22.0 * len(box.badges) + PADDING
    title = wrap_name(titled(box), _ROOM - beside, TITLE, bold=True)
    lines = tuple(piece for line in box.lines for piece in wrap_name(line, _ROOM, TEXT))
    widest = max([*(width(line, TITLE, bold=True) + beside for line in title), *(width(line, TEXT) for line in lines)])
    rounding = 16.0 if box.kind is BoxKind.SYSTEM else 0.0
    return Size(
        width=round(max(_NARROWEST, widest + 2 * PADDING + rounding, badges), 1),
        height=round(2 * PADDING + LEADING * (TITLE * len(title) + TEXT * len(lines)) + (20 if box.badges else 0), 1),
        title=title,
        lines=lines,
    )


def titled(box: Box) -> str:
    """The title of a box, with + − ~ before what came, went or changed."""
    return f"{box.status.sign} {box.title}" if box.status.sign else box.title


def chip(key: str) -> str:
    """What tells a data region in its box and in the legend: its key, of a long one both ends."""
    words = key.upper()
    return words if len(words) <= _LONGEST_CHIP else f"{words[:4]}…{words[-3:]}"


def chip_width(key: str) -> float:
    """The room that the key of a data region takes."""
    return width(chip(key), TEXT, bold=True) + 7


def chip_room(box: Box) -> float:
    """What is kept at the right of the title of a box."""
    return chip_width(box.zone) + CHIP_EDGE + 2 if has_chip(box) else 0.0


def has_chip(box: Box) -> bool:
    """Whether the box says which of our data regions it serves."""
    return box.zone not in ("", ALL)


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands on a line: its number and what is wrong with it."""

    number: str
    mark: Mark
    signs: Sequence[str] = ()
    cut: str = ""  # in words, where changing the flow settles the finding
    dim: bool = False

    @property
    def words(self) -> str:
        """The number and the first finding; a bare gap is a question mark, a cross is drawn."""
        more = f" +{len(self.signs) - 1}" if len(self.signs) > 1 else ""
        trouble = f"{self.signs[0]}{more}" if self.signs else "?" if self.mark is Mark.GAP else ""
        return " ".join(part for part in (self.number, trouble, self.cut) if part)

    @property
    def width(self) -> float:
        return width(self.words, TEXT, bold=True) + (CROSS if self.mark is Mark.BROKEN else 0.0) + 7


def sign_of(line: Line, words: Words) -> Sign:
    """The sign of a line, with + − ~ before the number of what came, went or changed."""
    cut = words.say("mark.cut") if line.cut else ""
    return Sign(line.status.sign + str(line.number), line.mark, line.signs, cut, line.dim)
