"""Which of several layouts of one picture is drawn: large, with short lines, no sign hidden, few crossings."""

import json
from itertools import product

from vendor_registry.drawing.layout.courses import crossings
from vendor_registry.drawing.layout.dot_source import Arrangement, dot
from vendor_registry.drawing.layout.engine import render
from vendor_registry.drawing.layout.positions import Layout, read
from vendor_registry.drawing.layout.signs import hidden_signs
from vendor_registry.drawing.picture.picture import Picture

ARRANGEMENTS = tuple(Arrangement(*each) for each in product(("TB", "LR"), (True, False), (1, 2, 3)))
FEW_LINES = 25  # up to here all are tried,
MANY_LINES = 100  # from here on a layout takes long, so only the first is tried
_NEARLY = 0.85  # of the largest: among these the tidiest is taken
_LEGIBLE = 0.8  # of the size in which it is drawn: the smallest label has 9 pixels then on every target
_SHORTEST = 3  # so many with the shortest lines are looked at for crossings


def best(picture: Picture, engine: str, width: float, height: float) -> Layout:
    """Of all arrangements that stand large in a room, of those with the shortest lines the one with fewest crossings.

    Where each of these has a sign that finds no free place, the one with fewest such signs of all that can be read.

    Raises UsageError where the engine is not installed, FailureError where it fails.
    """
    tried = [read(picture, json.loads(render(dot(picture, each), engine))) for each in _arrangements(picture)]
    if len(tried) == 1:
        return tried[0]  # nothing to choose from; counting the crossings of a thousand lines takes half a minute
    fewest = min(layout.lost for layout in tried)
    whole = [layout for layout in tried if layout.lost == fewest]
    largest = max(layout.scale(width, height) for layout in whole)
    large = [layout for layout in whole if layout.scale(width, height) >= _NEARLY * largest]
    short = sorted(large, key=lambda layout: layout.length * layout.scale(width, height))[:_SHORTEST]
    hiding, tidiest = min(
        ((hidden_signs(picture, one), one) for one in short), key=lambda two: (two[0], _crossed(two[1]))
    )
    if not hiding:
        return tidiest
    legible = [layout for layout in whole if layout.scale(width, height) >= min(_NEARLY * largest, _LEGIBLE)]
    return min(legible, key=lambda layout: (hidden_signs(picture, layout), _crossed(layout)))


def _crossed(layout: Layout) -> int:
    return crossings(list(layout.courses.values()))


def _arrangements(picture: Picture) -> tuple[Arrangement, ...]:
    """By the number of lines, not by a clock: the same picture always gets the same layout."""
    if len(picture.lines) <= FEW_LINES:
        return ARRANGEMENTS
    return ARRANGEMENTS[::2] if len(picture.lines) < MANY_LINES else ARRANGEMENTS[:1]
