"""What crosses which border, at a glance: a matrix of places, and an overview that fits one page."""

from collections.abc import Mapping, Sequence

from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.marks import worse
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.picture import Grid, GridCell, Mark, Member
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection
from vendor_registry.drawing.picture.view import View, described
from vendor_registry.drawing.picture.words import Words
from vendor_registry.drawing.views.region import place_frames
from vendor_registry.model.register.coverage import above_of
from vendor_registry.model.register.flow import Flow, Node, flow_key

MOST_PLACES = 12  # rows and columns; smaller ones are told together
_OTHERS = 9000  # rank after all places
_MOST_CATEGORIES = 3  # named in a cell


def _pages(question: Question, selection: Selection) -> tuple[Selection, ...]:
    """The matrix, then the overview."""
    place, running = _places(question, selection), question.counted(selection.flows)
    crossing = sum(place[flow.source] != place[flow.target] for flow in running)
    words = question.words
    note = words.say("note.crossing", flows=words.count("flow", len(running)), crossing=crossing)
    matrix = Selection((), (), (*selection.notes, note), words.say("title.borders"), grid=_matrix(question, selection))
    frames = {node.key: _overview_frames(question, node) for node in selection.nodes}
    overview = Selection(selection.nodes, selection.flows, selection.notes, words.say("title.overview"), frames=frames)
    return (matrix, overview) if selection.flows else (overview,)


def _overview_frames(question: Question, node: Node) -> tuple[Frame, ...]:
    return place_frames(question, node)[:1]


def _places(question: Question, selection: Selection) -> Mapping[str, Frame]:
    """Where each node is, the smallest places together where there are many."""
    people = Frame(-1, "people", question.words.say("frame.people"))
    others = Frame(_OTHERS, "others", question.words.say("frame.other_places"))
    place = {node.key: (*_overview_frames(question, node), people)[0] for node in selection.nodes}
    busy: dict[Frame, int] = {}
    for flow in selection.flows:
        for end in (flow.source, flow.target):
            busy[place[end]] = busy.get(place[end], 0) + 1
    largest = sorted(busy, key=lambda one: (-busy[one], one))
    if len(largest) > MOST_PLACES:
        small = set(largest[MOST_PLACES - 1 :])
        place = {key: others if one in small else one for key, one in place.items()}
    return place


def _matrix(question: Question, selection: Selection) -> Grid:
    place = _places(question, selection)
    flows: dict[tuple[Frame, Frame], list[Flow]] = {}
    for flow in question.counted(selection.flows):
        flows.setdefault((place[flow.source], place[flow.target]), []).append(flow)
    rows = sorted({source for source, _ in flows})
    columns = sorted({target for _, target in flows})
    return Grid(
        corner=question.words.say("matrix.corner"),
        columns=tuple(one.title for one in columns),
        rows=tuple(one.title for one in rows),
        cells=tuple(
            tuple(_cell(question, flows.get((row, column), []), inside=row == column) for column in columns)
            for row in rows
        ),
        members={key: Member(one.title) for key, one in place.items()},
        titles=tuple(one.title for one in sorted(set(place.values()))),
    )


def _cell(question: Question, flows: Sequence[Flow], *, inside: bool) -> GridCell:
    if not flows:
        return GridCell(inside=inside)
    kinds = [question.grounds[flow_key(flow)].kind for flow in flows]
    worst = max(kinds, key=lambda kind: kind.rank)
    mark = worse(question.facts.marks.of(flow_key(flow)) for flow in flows)
    return GridCell(
        lines=(question.words.count("flow", len(flows)), _data(question, flows), *_tally(question.words, kinds)),
        ground=worst,
        mark=Mark.NONE if worst is GroundKind.NONE_NEEDED and mark is Mark.NONE else mark,
        inside=inside,
    )


def _tally(words: Words, kinds: Sequence[GroundKind]) -> tuple[str, ...]:
    """How many rest on what, the least safe first; nothing where none is a transfer."""
    found = sorted({kind for kind in kinds if kind is not GroundKind.NONE_NEEDED}, key=lambda kind: -kind.rank)
    return (", ".join(f"{words.number(kinds.count(kind))} {kind.short(words)}" for kind in found),) if found else ()


def _data(question: Question, flows: Sequence[Flow]) -> str:
    """The widest categories that the flows carry, by name."""
    keys = sorted({above_of(key)[-1] for flow in flows for key in flow.data or ()})
    say = question.words.say
    words = [question.names.category(key) for key in keys[:_MOST_CATEGORIES]]
    if len(keys) > _MOST_CATEGORIES:
        words.append(question.words.count("more", len(keys) - _MOST_CATEGORIES))
    if any(flow.data is None for flow in flows):
        words.append(say("matrix.not_stated"))
    return ", ".join(words)


VIEW = View(
    name="summary",
    frames=_overview_frames,
    details=described,
    pages=_pages,
)
