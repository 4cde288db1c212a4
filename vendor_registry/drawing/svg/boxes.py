"""Boxes and frames in SVG: the shapes of data-flow diagrams."""

from dataclasses import replace
from xml.etree.ElementTree import Element

from vendor_registry.drawing.layout.courses import Point
from vendor_registry.drawing.layout.geometry import (
    BADGE,
    CHIP_EDGE,
    LEADING,
    PADDING,
    TEXT,
    TITLE,
    Corners,
    chip,
    chip_room,
    chip_width,
    has_chip,
    measure,
    title_room,
)
from vendor_registry.drawing.palette import GREY, INK, PALE, PAPER, fill, stroke
from vendor_registry.drawing.picture.picture import Box, BoxKind, Cluster, Picture, Status
from vendor_registry.drawing.svg.elements import Type, add, points, text, title

_WEIGHTS = {Status.ADDED: "3.2", Status.CHANGED: "2.6"}
_ROUND = 10.0  # radius of a badge
_FRAME_TITLE = Type(TITLE, bold=True)
_BOX_TITLE = Type(TITLE, bold=True, anchor="middle")
_BOX_TEXT = Type(TEXT, anchor="middle")
_BADGE = Type(TEXT, bold=True, anchor="middle")
_CHIP = Type(TEXT, bold=True, fill=PAPER, anchor="middle")


def draw_frame(parent: Element, cluster: Cluster, corners: Corners, picture: Picture) -> None:
    """A frame around boxes."""
    (left, top), (right, bottom) = corners
    size = {"x": left, "y": top, "width": right - left, "height": bottom - top, "rx": 4.0}
    colours = {"fill": fill(cluster.zone, picture.zones), "stroke": stroke(cluster.zone, picture.zones)}
    group = add(parent, "g")
    title(group, cluster.title)
    add(group, "rect", **size, **colours, stroke_width=2.0)


def draw_frame_title(parent: Element, cluster: Cluster, corners: Corners, picture: Picture) -> None:
    """The title of a frame, over the lines that cross it."""
    left, top, right, bottom = title_room(cluster, corners)
    add(parent, "rect", x=left, y=top, width=right - left, height=bottom - top, fill=fill(cluster.zone, picture.zones))
    text(parent, cluster.title, left + 4, top + 14, _FRAME_TITLE)


def draw_box(parent: Element, box: Box, middle: Point, picture: Picture) -> None:
    """A box with its text, its data region and its badges."""
    size = measure(box)
    left, top = middle[0] - size.width / 2, middle[1] - size.height / 2
    colour = PALE if box.dim else stroke(box.zone, picture.zones)
    ink = GREY if box.dim else INK
    group = add(parent, "g", role="listitem", id=f"{picture.key}-{box.id}")
    title(group, box.about)
    shape = draw_shape(group, box.kind, (left, top), (size.width, size.height), colour)
    if box.status in _WEIGHTS:
        shape.set("stroke-width", _WEIGHTS[box.status])
    if box.status is Status.REMOVED:
        shape.set("stroke-dasharray", "2 3")
    y = top + PADDING
    beside = (BADGE if box.badge else 0.0) - chip_room(box)
    for line in size.title:
        y += TITLE * LEADING
        text(group, line, middle[0] + beside / 2, y - 4, replace(_BOX_TITLE, fill=ink))
    for line in size.lines:
        y += TEXT * LEADING
        text(group, line, middle[0], y - 3.5, replace(_BOX_TEXT, fill=ink))
    if has_chip(box):
        draw_chip(group, box.zone, (left + size.width - CHIP_EDGE, top + 7), colour)
    if box.badge:
        draw_badge(group, box.badge, (left + 14, top + 15))
    for number, letter in enumerate(box.badges):
        draw_badge(group, letter, (middle[0] + 22.0 * (number - (len(box.badges) - 1) / 2), top + size.height - 12))


def draw_shape(parent: Element, kind: BoxKind, corner: Point, size: Point, colour: str) -> Element:
    """The outline that says what a party is."""
    (x, y), (across, down) = corner, size
    place = {"x": x, "y": y, "width": across, "height": down}
    match kind:
        case BoxKind.SUBJECT:
            return add(parent, "rect", **place, fill=PAPER, stroke=colour, stroke_width=3.2)
        case BoxKind.SYSTEM:
            return add(parent, "rect", **place, rx=min(16.0, down / 3), fill=PAPER, stroke=colour, stroke_width=1.6)
        case BoxKind.STORE:
            add(parent, "rect", **place, fill=PAPER)
            bar = points([(x + 6, y), (x + 6, y + down)])
            open_end = points([(x + across, y), (x, y), (x, y + down), (x + across, y + down)])
            return add(parent, "path", d=f"M{open_end} M{bar}", fill="none", stroke=colour, stroke_width=1.6)
        case BoxKind.VENDOR:
            return add(parent, "rect", **place, fill=PAPER, stroke=colour, stroke_width=1.4)
        case BoxKind.FOURTH_PARTY:
            return add(parent, "rect", **place, fill=PAPER, stroke=colour, stroke_width=1.4, stroke_dasharray="6 4")
        case BoxKind.CONNECTOR:
            tip = points([(x, y), (x + across - 8, y), (x + across, y + down / 2), (x + across - 8, y + down)])
            corners = f"{tip} {points([(x, y + down)])}"
            return add(parent, "polygon", points=corners, fill=PAPER, stroke=colour, stroke_width=1.4)


def draw_bar(parent: Element, share: float, corner: Point, size: Point) -> None:
    """A share of a whole: the whole in outline, the share filled."""
    (x, y), (across, down) = corner, size
    add(parent, "rect", x=x, y=y, width=across, height=down, fill=PAPER, stroke=GREY, stroke_width=0.8)
    if share > 0:
        add(parent, "rect", x=x, y=y, width=max(across * min(share, 1.0), 1.0), height=down, fill=GREY)


def draw_chip(parent: Element, key: str, corner: Point, colour: str) -> None:
    """The key of a data region in its colour, its upper right corner given."""
    room = chip_width(key)
    add(parent, "rect", x=corner[0] - room, y=corner[1], width=room, height=15.0, rx=3.0, fill=colour)
    text(parent, chip(key), corner[0] - room / 2, corner[1] + 11.6, _CHIP)


def draw_badge(parent: Element, letter: str, middle: Point) -> None:
    """A round letter."""
    add(parent, "circle", cx=middle[0], cy=middle[1], r=_ROUND, fill=PAPER, stroke=GREY, stroke_width=1.4)
    text(parent, letter.replace(" ", ""), middle[0], middle[1] + 4, _BADGE)
