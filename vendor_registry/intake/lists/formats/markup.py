"""From HTML to blocks. Nothing is run and nothing is fetched: scripts, styles, navigation and forms are left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import lxml.html
from lxml.etree import Comment, ParserError
from lxml.html import HtmlElement as Element

from vendor_registry.intake.lists.formats.folds import FOLD, UNFOLD, nested
from vendor_registry.intake.lists.formats.page import Block, Heading, Item, Items, Line, Paragraph, Table, Text
from vendor_registry.intake.words.characters import trim

STRUCK = "s del strike"  # what somebody has struck out no longer holds
LEFT_OUT = frozenset(
    f"script style noscript template svg nav footer button select head iframe object embed {STRUCK}".split()
)
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 6}
BLOCKS = frozenset([*HEADINGS, *"table ul ol dl p blockquote pre div section article main aside details".split()])
BREAKS = frozenset("br p div li tr ul ol dd dt td th h1 h2 h3 h4 h5 h6".split())
TABLES = ("table", "grid")  # as pages call what they draw as a table out of other elements
CELLS = ("cell", "gridcell", "columnheader", "rowheader")
WIDEST = 100  # columns or rows that one cell may cover
LINE = "line:"  # a comment that says where the markup behind it stands in the file it was made of
WEB = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
FOOTNOTE = re.compile(r"[(\[]?(?:\d{1,2}|[a-z*†‡§]{1,3})(?:\s*,\s*\d{1,2})*[)\]]?")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(slots=True)
class _Words:
    """The words of an element as they are gathered."""

    parts: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    strong: list[str] = field(default_factory=list)


def blocks(html: str) -> list[Block]:
    """The blocks of a page in their order. `data-place` and comments such as `line:12` say where elements stand."""
    try:
        root = lxml.html.document_fromstring(DECLARATION.sub("", html))
    except (ParserError, ValueError):
        return []
    places = _places(root)
    return list(nested(_walk(root, places)))


def _places(root: Element) -> dict[Element, str]:
    places: dict[Element, str] = {}
    offset = 0
    for element in root.iter():
        if element.tag is Comment:
            if (element.text or "").startswith(LINE):
                offset = int(element.text.removeprefix(LINE)) - (element.sourceline or 0)
            continue
        above = element.getparent()
        told = element.get("data-place") if isinstance(element.tag, str) else None
        inherited = places.get(above, "") if above is not None and above.get("data-place") else ""
        places[element] = told or inherited or str(max((element.sourceline or 1) + offset, 1))
    return places


def _walk(element: Element, places: dict[Element, str]) -> Iterator[Block]:
    tag = element.tag
    if not isinstance(tag, str) or tag in LEFT_OUT:
        return
    if tag == "details":
        yield from _folded(element, places)
    elif tag in HEADINGS:
        yield Heading(HEADINGS[tag], text_of(element), places[element])
    elif (tag == "table" or element.get("role") in TABLES) and not element.xpath(".//table"):
        yield Table(tuple(_lines(element, places)), places[element])
    elif tag in ("ul", "ol", "dl"):
        yield Items(tuple(_items(element, places)), places[element])
    elif tag in ("p", "blockquote", "pre") or not _has_blocks(element):
        said = text_of(element)
        if said.text:
            yield Paragraph(said, places[element])
    else:
        yield from _children(element, places)


def _folded(details: Element, places: dict[Element, str]) -> Iterator[Block]:
    """A part that folds out, between two headings that say where it begins and ends."""
    summary = details.find("summary")
    yield Heading(FOLD, Text("") if summary is None else text_of(summary), places[details])
    if summary is not None:
        summary.drop_tree()
    yield from _children(details, places)
    yield Heading(UNFOLD, Text(""), places[details])


def _children(element: Element, places: dict[Element, str]) -> Iterator[Block]:
    """The blocks inside an element, with the words between them as paragraphs."""
    loose = _Words([element.text or ""])
    at = places[element]
    for child in element:
        inline = isinstance(child.tag, str) and child.tag not in BLOCKS and not _has_blocks(child)
        if inline and child.tag not in LEFT_OUT:
            _gather(child, loose)
        elif isinstance(child.tag, str):
            yield from _paragraph(loose, at)
            loose = _Words()
            yield from _walk(child, places)
            at = places[child]
        loose.parts.append(child.tail or "")
    yield from _paragraph(loose, at)


def _paragraph(words: _Words, place: str) -> Iterator[Block]:
    said = _text(words)
    if said.text:
        yield Paragraph(said, place)


def _has_blocks(element: Element) -> bool:
    return any(isinstance(one.tag, str) and one.tag in BLOCKS for one in element.iterdescendants())


def _lines(table: Element, places: dict[Element, str]) -> Iterator[Line]:
    """Rows with every cell under its column, a cell that covers several rows repeated in each."""
    covered: dict[int, tuple[Text, int]] = {}
    for row in table.xpath(".//tr | .//*[@role='row']"):
        cells: list[Text] = []
        for cell in (one for one in row if one.tag in ("td", "th") or one.get("role") in CELLS):
            _fill(cells, covered)
            said, wide, high = text_of(cell), _span(cell, "colspan"), _span(cell, "rowspan")
            for number in range(wide):
                shown = said if number == 0 else Text("")
                if high > 1:
                    covered[len(cells)] = (shown, high - 1)
                cells.append(shown)
        _fill(cells, covered)
        yield Line(tuple(cells), places[row])


def _fill(cells: list[Text], covered: dict[int, tuple[Text, int]]) -> None:
    while len(cells) in covered:
        said, left = covered.pop(len(cells))
        if left > 1:
            covered[len(cells)] = (said, left - 1)
        cells.append(said)


def _span(cell: Element, name: str) -> int:
    written = (cell.get(name) or "1").strip()
    return min(max(int(written), 1), WIDEST) if written.isascii() and written.isdecimal() and len(written) < 9 else 1


def _items(element: Element, places: dict[Element, str]) -> Iterator[Item]:
    """Points of a list; of a list of terms, what is said of a term stands below it."""
    term: Item | None = None
    for child in element.iterchildren("li", "dt", "dd", "div", "ul", "ol"):
        if child.tag in ("ul", "ol", "div"):
            yield from _items(child, places)
        elif child.tag == "li":
            below = (
                one
                for inner in child.iter("ul", "ol")
                if _nearest_item(inner) is child
                for one in _items(inner, places)
            )
            yield Item(text_of(child, without=("ul", "ol")), places[child], tuple(below))
        elif child.tag == "dt":
            if term:
                yield term
            term = Item(text_of(child), places[child])
        elif term:
            term = Item(term.text, term.place, (*term.below, Item(text_of(child), places[child])))
    if term:
        yield term


def _nearest_item(element: Element) -> Element | None:
    return next(element.iterancestors("li"), None)


def text_of(element: Element, without: tuple[str, ...] = ()) -> Text:
    """The words of an element, its links and what is bold in it; elements named in `without` are left out."""
    words = _Words()
    _gather(element, words, without, outermost=True)
    return _text(words)


def _gather(element: Element, words: _Words, without: tuple[str, ...] = (), outermost: bool = False) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in LEFT_OUT or (tag in without and not outermost):
        return
    if tag == "sup" and FOOTNOTE.fullmatch(element.text_content().strip()):
        return
    start = len(words.parts)
    if tag in BREAKS and not outermost:
        words.parts.append("\n")
    words.parts.append(_spaced(element.text))
    for child in element:
        _gather(child, words, without)
        words.parts.append(_spaced(child.tail))
    inside = " ".join("".join(words.parts[start:]).split())
    if tag == "a" and WEB.fullmatch((element.get("href") or "").strip()):
        words.links.append((inside, (element.get("href") or "").strip()))
    elif tag in ("strong", "b") and inside:
        words.strong.append(inside)
    if tag in BREAKS and not outermost:
        words.parts.append("\n")


def _spaced(text: str | None) -> str:
    """Line breaks of the markup are blanks on the page."""
    return re.sub(r"\s+", " ", text) if text else ""


def _text(words: _Words) -> Text:
    lines = (trim(" ".join(line.split())) for line in "".join(words.parts).split("\n"))
    return Text("\n".join(filter(None, lines)), tuple(words.links), tuple(words.strong))
