"""Colours. Strokes stand out 4.5:1 or more from white and from each other for all common kinds of colour vision.

Colour is always an extra: shape says what a party is, line style on what a flow rests, signs what is wrong.
"""

from collections.abc import Sequence

from vendor_registry.drawing.picture.picture import Zone

INK = "#1A1A1A"  # texts
PALE = "#8C8C8C"  # what takes no part in what is highlighted: 3.4:1 from white
GREY = "#5A5A5A"  # lines and boxes that belong to no data region of ours
PAPER = "#FFFFFF"
BROKEN = "#B00020"
GAP = "#6B5900"
NO_ZONE_FILL = "#F5F5F5"
_STROKES = ("#12306B", "#C65300", "#00807A", "#A13FC4", "#4A2000")
_FILLS = ("#EEF2FA", "#FCEFE5", "#E6F4F3", "#F6ECFA", "#F3EDE8")

DARK = {  # the counterpart of each on a dark screen
    INK: "#F0F0F0",
    PALE: "#7D7D7D",
    GREY: "#B5B5B5",
    PAPER: "#14181D",
    BROKEN: "#FF8A96",
    GAP: "#E3CB5B",
    NO_ZONE_FILL: "#20252B",
    **dict(zip(_STROKES, ("#86A5FF", "#FEAD4B", "#4BEFD4", "#C785BD", "#EEF2BC"), strict=True)),
    **dict(zip(_FILLS, ("#182236", "#2E1F14", "#122B2A", "#291933", "#2A2118"), strict=True)),
}


def stroke(zone: str, zones: Sequence[Zone]) -> str:
    """The colour of a data region; grey for all or none, and from the sixth region on."""
    return _of(zone, zones, _STROKES, GREY)


def fill(zone: str, zones: Sequence[Zone]) -> str:
    """The light fill of a frame in which a data region lies."""
    return _of(zone, zones, _FILLS, NO_ZONE_FILL)


def _of(zone: str, zones: Sequence[Zone], colours: Sequence[str], other: str) -> str:
    place = next((one.place for one in zones if one.key == zone), len(colours))
    return colours[place] if place < len(colours) else other
