"""The pages as a draw.io file (mxGraph, uncompressed XML), for people who go on editing by hand."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vendor_registry.drawing.album import Album, Page, graphs
from vendor_registry.drawing.layout.courses import Point
from vendor_registry.drawing.layout.dot_source import handed_to, sign
from vendor_registry.drawing.layout.geometry import TEXT, TITLE, measure, titled
from vendor_registry.drawing.palette import BROKEN, GAP, GREY, INK, PAPER, fill, stroke
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.lettering import short
from vendor_registry.drawing.picture.picture import Box, BoxKind, Cluster, Line, Mark, Picture, Status

_SHAPES = {
    BoxKind.SUBJECT: "strokeWidth=3;",
    BoxKind.SYSTEM: "rounded=1;arcSize=30;",
    BoxKind.STORE: "shape=partialRectangle;right=0;",
    BoxKind.VENDOR: "",
    BoxKind.FOURTH_PARTY: "dashed=1;",
    BoxKind.CONNECTOR: "shape=offPageConnector;direction=north;",
}
_GROUNDS = {
    GroundKind.ADEQUACY: "endFill=0;",
    GroundKind.CERTIFICATE: "dashed=1;dashPattern=10 4 2 4;",
    GroundKind.CLAUSES: "dashed=1;dashPattern=9 5;",
    GroundKind.DEROGATION: "dashed=1;dashPattern=2 4;",
    GroundKind.UNKNOWN: "dashed=1;dashPattern=2 4;",
    GroundKind.BINDING_RULES: "shape=link;",
}
_MARKS = {Mark.GAP: (GAP, ""), Mark.BROKEN: (BROKEN, "strokeWidth=4;")}
_STATUSES = {
    Status.ADDED: "strokeWidth=3;",
    Status.REMOVED: "dashed=1;dashPattern=2 3;",
    Status.CHANGED: "strokeWidth=2;",
}
_PLAIN = f"html=0;whiteSpace=wrap;fontFamily=Helvetica;fontColor={INK};"


def write(album: Album) -> bytes:
    """XML, UTF-8, a diagram for each page. Positions are those of the engine; raises as it does."""
    root = Element("mxfile", {"type": "device"})
    for page in graphs(album):
        diagram = SubElement(root, "diagram", {"id": page.picture.key, "name": short(page.picture.title, 60)})
        _draw(SubElement(diagram, "mxGraphModel", {"grid": "1", "page": "1", "background": PAPER}), page)
    indent(root, " ")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def _draw(model: Element, page: Page) -> None:
    """Frames hold what lies in them, so that both move together; lines are bound to their boxes."""
    picture, layout = page.picture, page.layout
    cells = SubElement(model, "root")
    SubElement(cells, "mxCell", {"id": "0"})
    SubElement(cells, "mxCell", {"id": "1", "parent": "0"})
    corners = {"": (0.0, 0.0)} | {one.id: layout.frames[one.id][0] for one in picture.clusters}
    for cluster in picture.clusters:
        (left, top), (right, bottom) = layout.frames[cluster.id]
        cell = _vertex(cells, cluster.id, cluster.parent, short(cluster.title), _frame_style(cluster, picture))
        _place(cell, (left, top), (right - left, bottom - top), corners[cluster.parent])
    for box in picture.boxes:
        size, (x, y) = measure(box), layout.boxes[box.id]
        cell = _vertex(cells, box.id, box.cluster, _label(box, picture), _box_style(box, picture))
        _place(cell, (x - size.width / 2, y - size.height / 2), (size.width, size.height), corners[box.cluster])
    for line in picture.lines:
        _edge(cells, line, sign(line, picture.words), layout.courses[line.id].points[3:-1:3])


def _vertex(cells: Element, id_: str, parent: str, label: str, style: str) -> Element:
    values = {"id": id_, "value": label, "style": style, "vertex": "1", "parent": parent or "1"}
    return SubElement(cells, "mxCell", values)


def _place(cell: Element, corner: Point, size: Point, origin: Point) -> None:
    x, y = corner[0] - origin[0], corner[1] - origin[1]
    values = {"x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{size[0]:.1f}", "height": f"{size[1]:.1f}"}
    SubElement(cell, "mxGeometry", values | {"as": "geometry"})


def _edge(cells: Element, line: Line, words: str, bends: tuple[Point, ...]) -> None:
    values = {
        "id": line.id,
        "value": words,
        "style": _line_style(line),
        "edge": "1",
        "parent": "1",
        "source": line.source,
        "target": line.target,
    }
    geometry = SubElement(SubElement(cells, "mxCell", values), "mxGeometry", {"relative": "1", "as": "geometry"})
    if bends:
        points = SubElement(geometry, "Array", {"as": "points"})
        for x, y in bends:
            SubElement(points, "mxPoint", {"x": f"{x:.1f}", "y": f"{y:.1f}"})


def _label(box: Box, picture: Picture) -> str:
    badge = f"({box.badge}) " if box.badge else ""
    return "\n".join(short(line) for line in (badge + titled(box), *box.lines, *handed_to(box, picture.words)))


def _box_style(box: Box, picture: Picture) -> str:
    colours = f"fillColor={PAPER};strokeColor={stroke(box.zone, picture.zones)};fontSize={TEXT:g};"
    return _PLAIN + colours + _SHAPES[box.kind] + _STATUSES.get(box.status, "")


def _frame_style(cluster: Cluster, picture: Picture) -> str:
    line = stroke(cluster.zone, picture.zones) if cluster.zone else GREY
    colours = f"fillColor={fill(cluster.zone, picture.zones)};strokeColor={line};fontSize={TITLE:g};fontStyle=1;"
    return _PLAIN + colours + "verticalAlign=top;align=left;spacingLeft=6;container=1;collapsible=0;"


def _line_style(line: Line) -> str:
    colour, weight = _MARKS.get(line.mark, (GREY, ""))
    ground = "" if line.mark is Mark.BROKEN else _GROUNDS.get(line.ground, "")
    looks = f"curved=1;endArrow=block;strokeColor={colour};labelBackgroundColor={PAPER};fontSize={TEXT:g};"
    return _PLAIN + looks + ground + weight + _STATUSES.get(line.status, "")
