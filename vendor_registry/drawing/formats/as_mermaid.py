"""The picture as a Mermaid flowchart, for places that draw Mermaid: reviews, wikis, README files."""

import re
from collections.abc import Iterable, Iterator

from vendor_registry.drawing.album import Album, graphs
from vendor_registry.drawing.layout.dot_source import handed_to, sign
from vendor_registry.drawing.layout.geometry import titled
from vendor_registry.drawing.palette import BROKEN, GAP, GREY, INK, PAPER, fill, stroke
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.lettering import short
from vendor_registry.drawing.picture.picture import Box, BoxKind, Line, Mark, Picture
from vendor_registry.model.text.origin import UsageError

MOST_EDGES = 400  # Mermaid draws nothing from 500 edges or 50,000 characters on
MOST_CHARACTERS = 45_000
_SPECIAL = re.compile(r"(?<=\w)[.-](?!\w)|(?<!\w)[.-]|\u200b|[^\w ,()/'.\x80-\U0010ffff-]", re.ASCII)
_OBEYED = re.compile(r"(?<=\\)(?=n)|(?<=:)(?=fa-)|(?<=\$)(?=\$)|(?<=\ufb02)(?=\xb0)|(?<=\xb6)(?=\xdf)")
_SHAPES = {
    BoxKind.SUBJECT: ("[", "]"),
    BoxKind.SYSTEM: ("(", ")"),
    BoxKind.STORE: ("[(", ")]"),
    BoxKind.VENDOR: ("[", "]"),
    BoxKind.FOURTH_PARTY: ("[", "]"),
    BoxKind.CONNECTOR: ("([", "])"),
}
_DASHES = {
    GroundKind.CERTIFICATE: "stroke-dasharray:10 4 2 4",
    GroundKind.CLAUSES: "stroke-dasharray:9 5",
    GroundKind.DEROGATION: "stroke-dasharray:2 4",
    GroundKind.UNKNOWN: "stroke-dasharray:2 4",
    GroundKind.BINDING_RULES: "stroke-width:3px",
}


def write(album: Album) -> bytes:
    """The flowchart of one page, or Markdown with a flowchart for each page; UTF-8.

    Raises UsageError where a page is larger than Mermaid draws.
    """
    pages = graphs(album)
    charts = [_chart(page.picture) for page in pages]
    if len(charts) == 1:
        return charts[0].encode()
    return "\n".join(
        f"## {escape(page.picture.title)}\n\n```mermaid\n{chart}```\n"
        for page, chart in zip(pages, charts, strict=True)
    ).encode()


def _chart(picture: Picture) -> str:
    text = "\n".join(_statements(picture)) + "\n"
    if len(picture.lines) > MOST_EDGES or len(text) > MOST_CHARACTERS:
        raise UsageError(
            f"The picture has {len(picture.lines)} lines and {len(text)} characters; Mermaid draws up to {MOST_EDGES} "
            f"and {MOST_CHARACTERS}. Draw one product with --product, or take --format svg."
        )
    return text


def escape(text: str) -> str:
    """The one way by which a text gets into Mermaid: everything but letters, digits and a few signs as #number;.

    In a text of several lines Mermaid turns the numbers back into signs and then looks for line breaks (\\n), icons
    (fa:fa-bug) and formulas ($$x$$), and everywhere for its own marks of a number (U+FB02 U+00B0, U+00B6 U+00DF); a
    space without width keeps those signs apart.
    """
    return _SPECIAL.sub(lambda found: f"#{ord(found[0])};", _OBEYED.sub("\u200b", text))


def _statements(picture: Picture) -> Iterator[str]:
    yield "flowchart LR" if picture.strips else "flowchart TB"
    yield f"  accTitle: {escape(f'{picture.title}, {picture.company}, {picture.day}')}"
    yield f"  accDescr: {escape(picture.description)}"
    yield from _inside(picture, "", "  ")
    for line in picture.lines:
        arrow = "==>" if line.mark is Mark.BROKEN else "-->"
        yield f"  {line.source} {arrow}|{_quoted([sign(line, picture.words)])}| {line.target}"
    yield from _styles(picture)


def _inside(picture: Picture, inside: str, indent: str) -> Iterator[str]:
    """The boxes and frames that lie directly inside a frame, "" for the page."""
    for box in picture.boxes:
        if box.cluster == inside:
            opening, closing = _SHAPES[box.kind]
            yield f"{indent}{box.id}{opening}{_quoted(_texts(box, picture))}{closing}"
    for cluster in picture.clusters:
        if cluster.parent == inside:
            yield f"{indent}subgraph {cluster.id}[{_quoted([cluster.title])}]"
            yield from _inside(picture, cluster.id, f"{indent}  ")
            yield f"{indent}end"


def _texts(box: Box, picture: Picture) -> tuple[str, ...]:
    badge = f"({box.badge}) " if box.badge else ""
    return (badge + titled(box), *box.lines, *handed_to(box, picture.words))


def _quoted(lines: Iterable[str]) -> str:
    return '"' + "<br/>".join(escape(short(line)) for line in lines) + '"'


def _styles(picture: Picture) -> Iterator[str]:
    """A class for each kind of box and each data region, and the style of each line by its index."""
    yield f"  classDef default fill:{PAPER},stroke:{GREY},color:{INK}"
    yield "  classDef subject stroke-width:3px"
    yield "  classDef fourth stroke-dasharray:6 4"
    yield "  classDef added stroke-width:4px"
    yield "  classDef removed stroke-dasharray:2 3"
    yield "  classDef changed stroke-width:3px"
    yield from _classes((box.id, str(box.status)) for box in picture.boxes if box.status)
    names = {BoxKind.SUBJECT: "subject", BoxKind.FOURTH_PARTY: "fourth"}
    yield from _classes((box.id, names[box.kind]) for box in picture.boxes if box.kind in names)
    for number, zone in enumerate(picture.zones):
        yield f"  classDef zone{number} stroke:{stroke(zone.key, picture.zones)}"
        yield from _classes((box.id, f"zone{number}") for box in picture.boxes if box.zone == zone.key)
    for cluster in picture.clusters:
        frame = f"fill:{fill(cluster.zone, picture.zones)},stroke:{stroke(cluster.zone, picture.zones)},color:{INK}"
        yield f"  style {cluster.id} {frame}"
    for number, line in enumerate(picture.lines):
        if looks := _looks(line):
            yield f"  linkStyle {number} {looks}"


def _classes(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    by_class: dict[str, list[str]] = {}
    for id_, name in pairs:
        by_class.setdefault(name, []).append(id_)
    yield from (f"  class {','.join(ids)} {name}" for name, ids in by_class.items())


def _looks(line: Line) -> str:
    colour = {Mark.BROKEN: f"stroke:{BROKEN}", Mark.GAP: f"stroke:{GAP}", Mark.NONE: ""}[line.mark]
    return ",".join(filter(None, (_DASHES.get(line.ground, ""), colour)))
