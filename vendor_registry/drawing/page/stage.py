"""A page of the album as an SVG that a script can address: every box and line by its id, every colour by its name.

What a line rests on and what is wrong with it are attributes, drawn by the style sheet: another day changes only them.
For who cannot see it, the boxes are a list, and each item owns the list of the flows that begin there.
"""

from collections.abc import Mapping
from math import ceil
from xml.etree.ElementTree import Element, SubElement, tostring

from vendor_registry.drawing.album import Page
from vendor_registry.drawing.layout.courses import Course
from vendor_registry.drawing.layout.geometry import SIGN_HEIGHT, TEXT, Sign, sign_of
from vendor_registry.drawing.layout.signs import around, place_signs
from vendor_registry.drawing.page.colours import NAMES
from vendor_registry.drawing.page.sheet import sheet
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.picture import Box, Line, Mark, Picture
from vendor_registry.drawing.svg.boxes import draw_box, draw_frame, draw_frame_title
from vendor_registry.drawing.svg.elements import FONTS, add, curve, title
from vendor_registry.drawing.svg.legend import draw_legend
from vendor_registry.drawing.svg.lines import draw_head, line_colour

CROSS = "M-3.5,-3.5 L3.5,3.5 M-3.5,3.5 L3.5,-3.5"  # of what is broken, around its middle
_AIR = 12.0  # around a drawing
_NARROWEST, _LOWEST = 760.0, 480.0
_LEGEND = 300.0  # the width of the legend


def stage(page: Page) -> str:
    """The drawing or the table alone: the page around it has title, legend and notes of its own.

    Raises UsageError where the engine is not installed, FailureError where it fails.
    """
    picture = page.picture
    if picture.grid:
        return sheet(picture, picture.grid)
    root = _root(picture.title)
    _draw(_classed(add(root, "g"), "camera"), page)
    root.set("viewBox", _view(page.layout.width, page.layout.height))
    return _written(root)


def _view(width: float, height: float) -> str:
    """The drawing with air around it; a small one with so much that it is not blown up."""
    across, down = max(width, _NARROWEST) + 2 * _AIR, max(height, _LOWEST) + 2 * _AIR
    return f"{(width - across) / 2:.0f} {(height - down) / 2:.0f} {ceil(across)} {ceil(down)}"


def key(picture: Picture) -> str:
    """The legend."""
    root = _root(picture.words.say("legend.title"))
    height = draw_legend(root, picture, 0.0, 0.0, _LEGEND)
    root.set("viewBox", f"0 0 {_LEGEND:g} {ceil(height)}")
    return _written(root)


def _root(name: str) -> Element:
    return Element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "role": "group", "aria-label": name, "font-family": FONTS},
    )


def _draw(camera: Element, page: Page) -> None:
    """Frames below, then lines, boxes and last the signs on the lines."""
    picture, layout = page.picture, page.layout
    boxes = {box.id: box for box in picture.boxes}
    for cluster in picture.clusters:
        draw_frame(camera, cluster, layout.frames[cluster.id], picture)
        _classed(camera[-1], "frame").set("id", f"{picture.key}-{cluster.id}")
    lines = _classed(add(camera, "g"), "lines")
    for line in picture.lines:
        _draw_line(lines, line, layout.courses[line.id], line_colour(line, picture, boxes), picture.key)
    for cluster in picture.clusters:
        named = add(camera, "g", id=f"{picture.key}-{cluster.id}-title")
        draw_frame_title(named, cluster, layout.frames[cluster.id], picture)
    parties = add(camera, "g", role="list", aria_label=picture.words.say("description.parties_list"))
    for box in picture.boxes:
        draw_box(parties, box, layout.boxes[box.id], picture)
        _made_to_press(parties[-1], box, [one for one in picture.lines if one.source == box.id], picture)
    signs = add(camera, "g", aria_hidden="true")
    places = place_signs(picture, layout)
    for line in picture.lines:
        _draw_sign(signs, line, sign_of(line, picture.words), places[line.id], picture.key)


def _draw_line(parent: Element, line: Line, course: Course, colour: str, page: str) -> None:
    group = add(parent, "g", role="listitem", id=f"{page}-{line.id}", stroke=colour, fill=colour)
    _classed(group, "line")
    _state(group, line)
    title(group, line.about)
    path = {"d": curve(course.points)}
    _classed(add(group, "path", **path), "stroke")
    if line.mark is Mark.BROKEN or line.ground is GroundKind.BINDING_RULES:
        _classed(add(group, "path", **path), "core")  # of a double line; the script adds it where another day needs it
    draw_head(group, course, colour, hollow=False)
    head = group[-1]
    del head.attrib["fill"], head.attrib["stroke"]
    _classed(head, "head")


def _state(element: Element, line: Line) -> None:
    for name, value in (("ground", line.ground), ("mark", line.mark), ("status", line.status)):
        if value:
            element.set(f"data-{name}", value)


def _made_to_press(group: Element, box: Box, leaving: list[Line], picture: Picture) -> None:
    """The box as an item that holds a button and owns its flows."""
    _, *drawn = group  # its title stays, what is seen goes into the button
    for element in drawn:
        element.tail = " "  # so that lines are words, not one word
        group.remove(element)
    _classed(group, "box")
    if box.status:
        group.set("data-status", box.status)
    button = add(group, "g", role="button", tabindex="-1", aria_label=_name_of(drawn, box))
    button.extend(drawn)
    if leaving:
        owned = " ".join(f"{picture.key}-{line.id}" for line in leaving)
        add(
            group,
            "g",
            role="list",
            aria_label=picture.words.say("description.flows_from", box=box.title),
            aria_owns=owned,
        )


def _name_of(drawn: list[Element], box: Box) -> str:
    """What is read in the box, then the rest: who speaks to the computer says what is seen (WCAG 2.2, 2.5.3)."""
    seen = " ".join(element.text or "" for element in drawn if element.tag == "text")
    return f"{seen}. {box.about.removeprefix(box.title).lstrip('. ')}"


def _draw_sign(parent: Element, line: Line, sign: Sign, middle: tuple[float, float], page: str) -> None:
    """The number; the script writes what is wrong behind it, so the frame is measured for what is wrong today."""
    left, top, right, _ = around(middle, sign.width, SIGN_HEIGHT)
    group = _classed(add(parent, "g", id=f"{page}-{line.id}-sign"), "sign")
    _state(group, line)
    add(group, "rect", x=left, y=top, width=right - left, height=SIGN_HEIGHT, rx=3.0)
    words = SubElement(group, "text", {"x": f"{left + 3.5:.1f}", "y": f"{middle[1] + 4:.1f}", "font-size": f"{TEXT}"})
    words.text = sign.words
    if line.mark is Mark.BROKEN:
        _classed(add(group, "path", d=CROSS, transform=f"translate({right - 7.5:.1f} {middle[1]:.1f})"), "cross")


def _classed(element: Element, name: str) -> Element:
    element.set("class", name)
    return element


def _written(root: Element) -> str:
    """Each colour of the palette by its name, so that a theme is a matter of the style sheet."""
    for element in root.iter():
        for name in ("fill", "stroke"):
            _name(element.attrib, name)
    return tostring(root, encoding="unicode")


def _name(attributes: Mapping[str, str] | dict[str, str], name: str) -> None:
    colour = attributes.get(name, "")
    if colour in NAMES and isinstance(attributes, dict):
        attributes[name] = f"var(--{NAMES[colour]})"
