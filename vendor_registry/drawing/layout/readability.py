"""How well a page can be read: measured from where everything stands, not guessed from how much there is."""

from dataclasses import dataclass

from vendor_registry.drawing.layout.courses import crossings
from vendor_registry.drawing.layout.geometry import TEXT
from vendor_registry.drawing.layout.positions import Layout
from vendor_registry.drawing.picture.folding import MOST_BOXES, MOST_LINES
from vendor_registry.drawing.picture.picture import Picture
from vendor_registry.model.text.counting import counted

SMALLEST = 9.0  # pixels of the smallest label, when the page is fitted to its target
_LARGEST = 1.25  # a small drawing is not blown up further
MARGIN, HEAD, FOOT = 24.0, 64.0, 96.0  # of a page: at the sides, for the title block, for legend and notes


@dataclass(frozen=True, slots=True)
class Target:
    """What a page is fitted to: a page of this size, shown so much larger or smaller."""

    name: str
    words: str
    width: float
    height: float
    zoom: float = 1.0  # pixels for one unit of the page
    paper: str = ""  # as printers call it

    @property
    def room(self) -> tuple[float, float]:
        """What title, legend and notes leave to the drawing."""
        return self.width - 2 * MARGIN, self.height - HEAD - FOOT


TARGETS = {
    one.name: one
    for one in (
        Target("screen", "a screen of 1920 x 1080", 1600.0, 900.0, zoom=1.2),
        Target("a3", "A3 landscape", 1587.0, 1122.0, paper="a3"),
        Target("a4", "A4 landscape", 1122.0, 793.0, paper="a4"),
    )
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Readability:
    """What was reached on one page."""

    boxes: int
    lines: int
    label: float  # pixels
    crossings: int

    @property
    def is_kept(self) -> bool:
        """Whether the page keeps the budget: boxes, lines and the size of labels."""
        return self.boxes <= MOST_BOXES and self.lines <= MOST_LINES and self.label >= SMALLEST

    def said(self, target: Target) -> str:
        """In words, for who asked for it."""
        over = "" if self.is_kept else ", over the budget"
        return (
            f"{counted(self.boxes, 'box', 'boxes')}, {counted(self.lines, 'line')}, "
            f"{counted(self.crossings, 'crossing')}, labels {self.label:g} px on {target.words}{over}"
        )


def scale_of(layout: Layout, target: Target) -> float:
    """By how much a drawing is scaled on its page: never so small that a label falls below the limit."""
    return min(max(layout.scale(*target.room), SMALLEST / TEXT / target.zoom), _LARGEST)


def label_size(layout: Layout, target: Target) -> float:
    """Pixels of the smallest label where the whole drawing is fitted into its page."""
    return round(min(layout.scale(*target.room), _LARGEST) * TEXT * target.zoom, 1)


def readability(picture: Picture, layout: Layout, target: Target) -> Readability:
    """Of one page."""
    return Readability(
        boxes=len(picture.boxes),
        lines=len(picture.lines),
        label=label_size(layout, target),
        crossings=crossings(list(layout.courses.values())),
    )
