"""The picture in Graphviz's DOT language, as a file and as what the layout asks for (door to graphviz)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import graphviz

from vendor_registry.drawing.layout.geometry import TEXT, TITLE, measure, sign_of
from vendor_registry.drawing.palette import BROKEN, GAP, GREY, INK, PAPER, fill, stroke
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.lettering import short
from vendor_registry.drawing.picture.picture import Box, BoxKind, Cluster, Line, Mark, Picture, Status
from vendor_registry.drawing.picture.words import Words

FONT = "Helvetica"
FRAME = "cluster_"  # a name that begins so is a frame to Graphviz
_POINTS_PER_INCH = 72
_FRAME_TITLE = TITLE * 1.2  # keeps room for the bold title

_SHAPES: Mapping[BoxKind, dict[str, str]] = {
    BoxKind.SUBJECT: {"shape": "box", "penwidth": "3"},
    BoxKind.SYSTEM: {"shape": "box", "style": "rounded,filled"},
    BoxKind.STORE: {"shape": "cylinder"},
    BoxKind.VENDOR: {"shape": "box"},
    BoxKind.FOURTH_PARTY: {"shape": "box", "style": "dashed,filled"},
    BoxKind.CONNECTOR: {"shape": "cds"},
}
_STATUSES: Mapping[Status, dict[str, str]] = {
    Status.SAME: {},
    Status.ADDED: {"penwidth": "3"},
    Status.REMOVED: {"style": "dashed"},
    Status.CHANGED: {"penwidth": "2.4"},
}
_STYLES: Mapping[GroundKind, dict[str, str]] = {
    GroundKind.NONE_NEEDED: {},
    GroundKind.ADEQUACY: {"arrowhead": "empty"},
    GroundKind.CERTIFICATE: {"style": "dashed", "arrowhead": "empty"},
    GroundKind.BINDING_RULES: {"color": f"{GREY}:{PAPER}:{GREY}"},
    GroundKind.CLAUSES: {"style": "dashed"},
    GroundKind.DEROGATION: {"style": "dotted"},
    GroundKind.UNKNOWN: {"style": "dotted"},
    GroundKind.NOT_COVERED: {},
}
_MARKS: Mapping[Mark, dict[str, str]] = {
    Mark.NONE: {},
    Mark.GAP: {"color": GAP, "fontcolor": GAP, "penwidth": "1.6"},
    Mark.BROKEN: {"color": f"{BROKEN}:{PAPER}:{BROKEN}", "fontcolor": BROKEN, "penwidth": "2"},
}


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the layout may vary."""

    direction: str = "TB"  # in which the flows run: TB or LR
    together: bool = True  # ranks are shared by all frames
    ranks: int = 1  # boxes without onward flows stand in so many ranks in their frame


def dot(picture: Picture, arrangement: Arrangement = Arrangement()) -> str:
    """The picture as DOT, under the name of its view, so that several can stand in one file."""
    graph = graphviz.Digraph(
        picture.key,
        graph_attr={
            "rankdir": "LR" if picture.strips else arrangement.direction,
            "newrank": str(arrangement.together).lower(),
            "nodesep": "0.2",
            "ranksep": "0.45",
            "fontname": FONT,
        },
        node_attr={"fontname": FONT, "fontsize": f"{TEXT:g}", "fontcolor": INK, "style": "filled", "fixedsize": "true"},
        edge_attr={"fontname": FONT, "fontsize": f"{TITLE:g}", "color": GREY, "fontcolor": INK},
    )
    _fill(graph, picture, "")
    rank = _ranks(picture, arrangement.ranks)
    for box in picture.boxes:
        for user in _users(picture, box):
            graph.edge(user, box.id, style="invis", weight="0")
    for line in picture.lines:
        look = _STYLES[line.ground] | _MARKS[line.mark] | _STATUSES[line.status]
        length = str(rank.get(line.target, 1))
        graph.edge(
            line.source, line.target, label=_label([sign(line, picture.words)]), id=line.id, minlen=length, **look
        )
    return str(graph.source)


def _users(picture: Picture, hub: Box) -> list[str]:
    """The first box that hands data to a hub; it keeps the hub in its place, as no line does."""
    return [box.id for box in picture.boxes if hub.badge and hub.badge in _letters(box)][:1]


def handed_to(box: Box, words: Words) -> tuple[str, ...]:
    """A line of text for the badges of a box, where none can be drawn."""
    return (words.say("box.to", letters=", ".join(box.badges)),) if box.badges else ()


def _letters(box: Box) -> set[str]:
    return {badge.removesuffix(" ?") for badge in box.badges}


def sign(line: Line, words: Words) -> str:
    """What stands on a line where nothing can be drawn: its number, and what is wrong with it."""
    return sign_of(line, words).words + (" ✗" if line.mark is Mark.BROKEN else "")


def _fill(graph: graphviz.Digraph, picture: Picture, inside: str) -> None:
    """The boxes and frames that lie directly inside a frame, "" for the page."""
    for box in picture.boxes:
        if box.cluster == inside:
            graph.node(box.id, **_attributes(box, picture))
    for cluster in picture.clusters:
        if cluster.parent == inside:
            with graph.subgraph(name=FRAME + cluster.id, graph_attr=_frame(cluster, picture)) as frame:
                _fill(frame, picture, cluster.id)


def _frame(cluster: Cluster, picture: Picture) -> dict[str, str]:
    return {
        "label": _label([cluster.title]),
        "labeljust": "l",
        "fontname": f"{FONT}-Bold",
        "fontsize": f"{_FRAME_TITLE:g}",
        "color": stroke(cluster.zone, picture.zones) if cluster.zone else GREY,
        "fillcolor": fill(cluster.zone, picture.zones),
        "style": "filled",
        "margin": "10",
    }


def _attributes(box: Box, picture: Picture) -> dict[str, str]:
    size = measure(box)
    badge = f"({box.badge}) " if box.badge else ""
    return {
        "label": _label([f"{badge}{' '.join(size.title)}", *size.lines, *handed_to(box, picture.words)]),
        "width": f"{size.width / _POINTS_PER_INCH:.4f}",
        "height": f"{size.height / _POINTS_PER_INCH:.4f}",
        "color": stroke(box.zone, picture.zones),
        "fillcolor": PAPER,
        **_SHAPES[box.kind],
    }


def _label(lines: Iterable[str]) -> str:
    """The one way by which a text gets into DOT: cut, quoted, never read as markup or as an escape."""
    text: str = graphviz.nohtml("\\n".join(graphviz.escape(short(line)) for line in lines))
    return text


def _ranks(picture: Picture, ranks: int) -> dict[str, int]:
    """How many ranks below its source a box stands that hands nothing on; the boxes of a frame share the ranks."""
    giving = {line.source for line in picture.lines}
    frames: dict[str, list[str]] = {}
    for box in picture.boxes:
        if box.id not in giving and box.kind in (BoxKind.VENDOR, BoxKind.FOURTH_PARTY):
            frames.setdefault(box.cluster, []).append(box.id)
    return {
        id_: 1 + index * ranks // len(ids)
        for ids in frames.values()
        for index, id_ in enumerate(ids)
        if len(ids) > ranks
    }
