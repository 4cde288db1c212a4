"""From HTML to blocks. Nothing is run and nothing is fetched: scripts, styles, navigation and forms are left out."""

import re
from collections.abc import Iterator

import lxml.html
from lxml.etree import Comment, ParserError
from lxml.html import HtmlElement as Element

from vendor_registry.intake.lists.formats.folds import FOLD, UNFOLD, nested
from vendor_registry.intake.lists.formats.html_words import Words, as_text, gather, is_left_out, text_of, unfolds
from vendor_registry.intake.lists.formats.page import Block, Heading, Item, Items, Line, Paragraph, Table, Text

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 6}
BLOCKS = frozenset([*HEADINGS, *"table ul ol dl p blockquote pre div section article main aside details".split()])
TABLES = ("table", "grid")  # as pages call what they draw as a table out of other elements
CELLS = ("cell", "gridcell", "columnheader", "rowheader")
WIDEST = 100  # columns or rows that one cell may cover
LINE = "line:"  # a comment that says where the markup behind it stands in the file it was made of
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def blocks(html: str) -> list[Block]:
    """The blocks of a page in their order. `data-place` and comments such as `line:12` say where elements stand."""
    try:
        root = lxml.html.document_fromstring(DECLARATION.sub("", html))
    except (ParserError, ValueError):
        return []
    _name_panels(root)
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
    if not isinstance(tag, str) or is_left_out(element):
        return
    if tag == "details" or element.get("role") == "tabpanel":
        yield from _folded(element, places)
    elif tag in HEADINGS or unfolds(element):
        yield Heading(HEADINGS.get(tag, HEADINGS["summary"]), text_of(element), places[element])
    elif (tag == "table" or element.get("role") in TABLES) and not element.xpath(".//table"):
        yield from _under_caption(element, Table(tuple(_lines(element, places)), places[element]))
    elif tag in ("ul", "ol", "dl"):
        yield Items(tuple(_items(element, places)), places[element])
    elif tag in ("p", "blockquote", "pre") or not _has_blocks(element):
        said = text_of(element)
        if said.text:
            yield Paragraph(said, places[element])
    else:
        yield from _children(element, places)


def _folded(element: Element, places: dict[Element, str]) -> Iterator[Block]:
    """A part that folds out, or that a tab shows, between two headings that say where it begins and ends."""
    summary = element.find("summary")
    words = Text(element.get("aria-label") or "") if summary is None else text_of(summary)
    yield Heading(FOLD, words, places[element])
    if summary is not None:
        summary.drop_tree()
    yield from _children(element, places)
    yield Heading(UNFOLD, Text(""), places[element])


def _under_caption(element: Element, table: Table) -> Iterator[Block]:
    """A table below the words of its caption, which speak of it alone."""
    caption = element.find("caption")
    words = Text("") if caption is None else text_of(caption)
    yield from [Heading(FOLD, words, table.place)] * bool(words.text)
    yield table
    yield from [Heading(UNFOLD, Text(""), table.place)] * bool(words.text)


def _name_panels(root: Element) -> None:
    """Give each part that a tab shows the words on that tab."""
    panels = root.xpath("//*[@role='tabpanel'][@aria-labelledby]")
    wanted = {panel.get("aria-labelledby") for panel in panels}
    tabs = {one.get("id"): one for one in (root.xpath("//*[@id]") if wanted else ()) if one.get("id") in wanted}
    said = {name: text_of(tab).text for name, tab in tabs.items()}
    words = {name: "".join(mark if mark.isprintable() else " " for mark in text) for name, text in said.items()}
    for panel in panels:
        panel.set("aria-label", panel.get("aria-label") or words.get(panel.get("aria-labelledby"), ""))


def _children(element: Element, places: dict[Element, str]) -> Iterator[Block]:
    """The blocks inside an element, with the words between them as paragraphs."""
    loose = Words([element.text or ""])
    at = places[element]
    for child in element:
        inline = isinstance(child.tag, str) and child.tag not in BLOCKS and not _has_blocks(child)
        if inline and not is_left_out(child) and not unfolds(child):
            gather(child, loose)
        elif isinstance(child.tag, str):
            yield from _paragraph(loose, at)
            loose = Words()
            yield from _walk(child, places)
            at = places[child]
        loose.parts.append(child.tail or "")
    yield from _paragraph(loose, at)


def _paragraph(words: Words, place: str) -> Iterator[Block]:
    said = as_text(words)
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
            inside = tuple(below) or _paragraphs(child, places)
            yield Item(text_of(child, without=("ul", "ol", *(("p",) if inside else ()))), places[child], inside)
        elif child.tag == "dt":
            if term:
                yield term
            term = Item(text_of(child), places[child])
        elif term:
            term = Item(term.text, term.place, (*term.below, Item(text_of(child), places[child])))
    if term:
        yield term


def _paragraphs(point: Element, places: dict[Element, str]) -> tuple[Item, ...]:
    """Paragraphs of a point as points below it, where each begins in bold, and it has a heading or several of them."""
    found = [one for one in point.iter("p") if text_of(one).text]
    bold = found and all((said := text_of(one)).strong and said.text.startswith(said.strong[0]) for one in found)
    headed = any(one.tag in HEADINGS for one in point.iterdescendants())
    return tuple(Item(text_of(one), places[one]) for one in found) if bold and (headed or len(found) > 1) else ()


def _nearest_item(element: Element) -> Element | None:
    return next(element.iterancestors("li"), None)
