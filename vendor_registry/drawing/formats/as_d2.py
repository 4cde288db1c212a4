"""The pages in the D2 language, for people who go on editing."""

from collections.abc import Iterator

from vendor_registry.drawing.album import Album, graphs
from vendor_registry.drawing.layout.dot_source import handed_to, sign
from vendor_registry.drawing.layout.geometry import titled
from vendor_registry.drawing.palette import BROKEN, GAP, GREY, INK, PAPER, fill, stroke
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.lettering import short
from vendor_registry.drawing.picture.picture import Box, BoxKind, Cluster, Line, Mark, Picture, Status

_SHAPES = {
    BoxKind.SUBJECT: "style.stroke-width: 4",
    BoxKind.SYSTEM: "style.border-radius: 12",
    BoxKind.STORE: "shape: stored_data",
    BoxKind.VENDOR: "shape: rectangle",
    BoxKind.FOURTH_PARTY: "style.stroke-dash: 5",
    BoxKind.CONNECTOR: "shape: step",
}
_DASHES = {
    GroundKind.CERTIFICATE: "style.stroke-dash: 8",
    GroundKind.CLAUSES: "style.stroke-dash: 5",
    GroundKind.DEROGATION: "style.stroke-dash: 2",
    GroundKind.UNKNOWN: "style.stroke-dash: 2",
    GroundKind.BINDING_RULES: "style.stroke-width: 4",
}
_MARKS = {
    Mark.GAP: f'style.stroke: "{GAP}"; style.font-color: "{GAP}"',
    Mark.BROKEN: f'style.stroke: "{BROKEN}"; style.font-color: "{BROKEN}"; style.stroke-width: 5',
}
_STATUSES = {Status.ADDED: "style.bold: true", Status.REMOVED: "style.opacity: 0.6"}


def write(album: Album) -> bytes:
    """D2 text, UTF-8; several pages are layers of one file."""
    pages = [page.picture for page in graphs(album)]
    if len(pages) == 1:
        return ("\n".join(_board(pages[0], "")) + "\n").encode()
    lines = ["layers: {"]
    for picture in pages:
        lines += [f"  {picture.key}: {{", *_board(picture, "    "), "  }"]
    return "\n".join([*lines, "}", ""]).encode()


def quoted(text: str) -> str:
    """The one way by which a text gets into D2: cut, in double quotes, nothing replaced, nothing read as an escape."""
    plain = short(text).replace("\\", "\\\\").replace('"', '\\"').replace("$", "\\$")
    return f'"{plain}"'


def _board(picture: Picture, indent: str) -> Iterator[str]:
    yield f"{indent}direction: {'right' if picture.strips else 'down'}"
    yield from _inside(picture, "", indent)
    paths = {box.id: _path(picture, box.cluster) + box.id for box in picture.boxes}
    for line in picture.lines:
        looks = "; ".join(_looks(line))
        yield f"{indent}{paths[line.source]} -> {paths[line.target]}: {quoted(sign(line, picture.words))} {{{looks}}}"


def _inside(picture: Picture, inside: str, indent: str) -> Iterator[str]:
    for box in picture.boxes:
        if box.cluster == inside:
            yield f"{indent}{box.id}: {_label(box, picture)} {{{'; '.join(_box(box, picture))}}}"
    for cluster in picture.clusters:
        if cluster.parent == inside:
            yield f"{indent}{cluster.id}: {quoted(cluster.title)} {{"
            yield f"{indent}  {_frame(cluster, picture)}"
            yield from _inside(picture, cluster.id, f"{indent}  ")
            yield f"{indent}}}"


def _path(picture: Picture, cluster: str) -> str:
    """The frames around a box, as D2 names what lies in them."""
    parents = {one.id: one.parent for one in picture.clusters}
    path = ""
    while cluster:
        path, cluster = f"{cluster}.{path}", parents[cluster]
    return path


def _label(box: Box, picture: Picture) -> str:
    badge = f"({box.badge}) " if box.badge else ""
    return (
        '"'
        + "\\n".join(quoted(line)[1:-1] for line in (badge + titled(box), *box.lines, *handed_to(box, picture.words)))
        + '"'
    )


def _box(box: Box, picture: Picture) -> Iterator[str]:
    yield f'style.stroke: "{stroke(box.zone, picture.zones)}"'
    yield f'style.fill: "{PAPER}"'
    yield f'style.font-color: "{INK}"'
    yield _SHAPES[box.kind]
    if box.status in _STATUSES:
        yield _STATUSES[box.status]


def _frame(cluster: Cluster, picture: Picture) -> str:
    line = stroke(cluster.zone, picture.zones) if cluster.zone else GREY
    return f'style.stroke: "{line}"; style.fill: "{fill(cluster.zone, picture.zones)}"; style.font-color: "{INK}"'


def _looks(line: Line) -> Iterator[str]:
    if line.ground in _DASHES and line.mark is not Mark.BROKEN:
        yield _DASHES[line.ground]
    if line.ground is GroundKind.ADEQUACY:
        yield "target-arrowhead: {style.filled: false}"
    if line.mark in _MARKS:
        yield _MARKS[line.mark]
    if line.status in _STATUSES:
        yield _STATUSES[line.status]
