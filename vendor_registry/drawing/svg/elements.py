"""The few SVG elements that are needed. Every text and attribute passes through ElementTree, which escapes it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from vendor_registry.drawing.palette import INK
from vendor_registry.drawing.picture.lettering import is_measured, width

FONTS = "Liberation Sans, Arial, Helvetica, sans-serif"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"  # the attribute that names it
Value = str | float


def add(parent: Element, tag: str, **attributes: Value) -> Element:
    """A new child; `stroke_width=2` is written as stroke-width="2", numbers to a tenth."""
    return SubElement(parent, tag, {name.replace("_", "-"): _written(value) for name, value in attributes.items()})


def _written(value: Value) -> str:
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set; the anchor says whether its start, middle or end stands at its x."""

    size: float
    bold: bool = False
    fill: str = INK
    anchor: str = "start"


def text(parent: Element, words: str, x: float, y: float, type_: Type) -> None:
    """A line of text that stands on y, as wide as it was measured: where a machine has none of the fonts, another one
    is fitted in."""
    element = add(parent, "text", x=x, y=y, font_size=type_.size, fill=type_.fill)
    if is_measured(words) and words:
        element.set("textLength", f"{width(words, type_.size, bold=type_.bold):.1f}")
        element.set("lengthAdjust", "spacingAndGlyphs")
    if type_.bold:
        element.set("font-weight", "bold")
    if type_.anchor != "start":
        element.set("text-anchor", type_.anchor)
    element.text = words


def title(parent: Element, words: str) -> None:
    """The name that a screen reader says and a pointer shows."""
    SubElement(parent, "title").text = words


def points(corners: Iterable[Sequence[float]]) -> str:
    """Coordinates for a polygon."""
    return " ".join(f"{_written(x)},{_written(y)}" for x, y in corners)


def curve(course: Sequence[tuple[float, float]]) -> str:
    """Path data: a start, then cubic curves of three points each."""
    start, *rest = course
    return f"M{points([start])} C{points(rest)}"
