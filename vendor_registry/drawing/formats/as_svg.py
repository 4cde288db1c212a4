"""The pages as one self-contained SVG, one below another: title, drawing, legend; then findings and table of flows."""

from math import ceil
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vendor_registry.drawing.album import Album, Page
from vendor_registry.drawing.layout.readability import MARGIN
from vendor_registry.drawing.palette import PAPER
from vendor_registry.drawing.picture.tables import tables
from vendor_registry.drawing.svg.elements import FONTS, LANGUAGE, add, title
from vendor_registry.drawing.svg.page import draw_page
from vendor_registry.drawing.svg.scripts import in_own_fonts
from vendor_registry.drawing.svg.table import draw_table
from vendor_registry.drawing.svg.theme import Theme, coloured

_BETWEEN = 30.0  # pages


def write(album: Album, theme: Theme = Theme.LIGHT) -> bytes:
    """The SVG, UTF-8. Raises UsageError where the engine is not installed, FailureError where it fails."""
    return _written(draw(album.pages, with_tables=True), theme)


def pictures(pages: tuple[Page, ...], theme: Theme = Theme.LIGHT) -> bytes:
    """The pages without their tables."""
    return _written(draw(pages, with_tables=False), theme)


def for_paper(pages: tuple[Page, ...], theme: Theme = Theme.LIGHT) -> bytes:
    """The same for the typesetter, which does not look for other fonts as a browser does."""
    return tostring(coloured(in_own_fonts(draw(pages, with_tables=False)), theme), encoding="unicode").encode()


def draw(pages: tuple[Page, ...], *, with_tables: bool) -> Element:
    """The pages as elements, their size set when everything on them has found its place."""
    first = pages[0].picture
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "group", "font-family": FONTS})
    root.set(LANGUAGE, first.words.language)
    title(root, f"{first.title}. {first.company}, {first.day}")
    SubElement(root, "desc").text = " ".join(one.picture.description for one in pages)
    paper = add(root, "rect", width=0.0, height=0.0, fill=PAPER)
    width = y = 0.0
    for number, one in enumerate(pages):
        group = add(root, "g", transform=f"translate(0 {y + _BETWEEN:.1f})") if number else root
        y += _BETWEEN if number else 0.0
        across, down = draw_page(group, one)
        for table in tables(one.picture) if with_tables else ():
            down += draw_table(group, table, MARGIN, down, across - 2 * MARGIN) + 10
        width, y = max(width, across), y + down
    for element in (root, paper):
        element.set("width", f"{width:g}")
        element.set("height", f"{ceil(y + MARGIN)}")
    root.set("viewBox", f"0 0 {width:g} {ceil(y + MARGIN)}")
    return root


def _written(root: Element, theme: Theme) -> bytes:
    indent(root, " ")
    text = tostring(coloured(root, theme), encoding="unicode")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + text.encode() + b"\n"
