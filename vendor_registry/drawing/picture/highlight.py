"""One finding stands out: its chain as it is, all else pale."""

from dataclasses import replace

from vendor_registry.drawing.picture.picture import Picture, Status
from vendor_registry.drawing.picture.question import Question


def highlighted(picture: Picture, question: Question) -> Picture:
    """The picture with whatever takes no part in the finding drawn pale; as it is where none is named."""
    sign = question.highlight
    if not sign:
        return _without_what_stays(picture) if question.comparison else picture
    lines = tuple(replace(line, dim=sign not in line.signs) for line in picture.lines)
    ends = {end for line in lines if not line.dim for end in (line.source, line.target)}
    letters = {row.number for row in picture.rows if sign in row.signs}
    boxes = tuple(replace(box, dim=not (box.id in ends or box.badge in letters)) for box in picture.boxes)
    return replace(picture, lines=lines, boxes=boxes)


def _without_what_stays(picture: Picture) -> Picture:
    """Of two states: what is the same in both is context."""
    lines = tuple(replace(line, dim=line.status is Status.SAME) for line in picture.lines)
    boxes = tuple(replace(box, dim=box.status is Status.SAME) for box in picture.boxes)
    return replace(picture, lines=lines, boxes=boxes)
