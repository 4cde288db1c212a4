"""Flows become numbered lines between boxes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from vendor_registry.drawing.picture.boxes import Boxes
from vendor_registry.drawing.picture.flow_rows import Facts, rows
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.marks import worse
from vendor_registry.drawing.picture.picture import Box, FlowRow, Line, Mark, Status
from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.register.flow import Flow, FlowKey, flow_key

_INSIDE = "–"  # the number of flows between two parties that share a box


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a picture, the rows of its table, and what was not drawn as a line."""

    lines: tuple[Line, ...]
    rows: tuple[FlowRow, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Bundle:
    """The flows from one box to another that look the same."""

    source: Box
    target: Box
    ground: GroundKind
    mark: Mark
    status: Status
    flows: list[Flow]


def draw_lines(
    facts: Facts, flows: Sequence[Flow], boxes: Boxes, statuses: Mapping[FlowKey, Status] = MappingProxyType({})
) -> Lines:
    """One line for all flows of a bundle, numbered in the order of the boxes; flows to a hub are badges instead."""
    lines: list[Line] = []
    table: list[FlowRow] = []
    rest: list[FlowRow] = []
    for bundle in _bundles(facts, flows, boxes, statuses):
        if bundle.target.badge:
            rest += rows(facts, bundle.target.badge, bundle.flows)
        elif bundle.source is bundle.target:
            rest += rows(facts, _INSIDE, bundle.flows)
        else:
            written = rows(facts, str(len(lines) + 1), bundle.flows)
            lines.append(_line(facts, len(lines) + 1, bundle, written))
            table += written
    table += sorted(rest, key=lambda row: (row.number, row.target, row.source))
    return Lines(tuple(lines), tuple(table), _notes(len(flows), lines, rest, facts.names.words))


def _bundles(facts: Facts, flows: Sequence[Flow], boxes: Boxes, statuses: Mapping[FlowKey, Status]) -> list[_Bundle]:
    order = {box.id: index for index, box in enumerate(boxes.boxes)}
    bundles: dict[tuple[int, int, int, Mark, Status], _Bundle] = {}
    for flow in flows:
        source, target = boxes.by_node[flow.source], boxes.by_node[flow.target]
        ground, mark = facts.grounds[flow_key(flow)].kind, facts.marks.of(flow_key(flow))
        status = statuses.get(flow_key(flow), Status.SAME)
        look = (order[source.id], order[target.id], ground.rank, mark, status)
        bundles.setdefault(look, _Bundle(source, target, ground, mark, status, [])).flows.append(flow)
    found = [bundle for _, bundle in sorted(bundles.items(), key=lambda item: item[0])]
    return _joined(found) if boxes.single else found


def _joined(bundles: Sequence[_Bundle]) -> list[_Bundle]:
    """One bundle from box to box, which looks like the least safe of them."""
    by_ends: dict[tuple[str, str], list[_Bundle]] = {}
    for bundle in bundles:
        by_ends.setdefault((bundle.source.id, bundle.target.id), []).append(bundle)
    return [
        replace(
            some[0],
            ground=max((one.ground for one in some), key=lambda ground: ground.rank),
            mark=worse(one.mark for one in some),
            status=some[0].status if len({one.status for one in some}) == 1 else Status.CHANGED,
            flows=[flow for one in some for flow in one.flows],
        )
        for some in by_ends.values()
    ]


def _line(facts: Facts, number: int, bundle: _Bundle, written: Sequence[FlowRow]) -> Line:
    signs = facts.signs(bundle.flows)
    words = facts.names.words
    data = words.series(row.data for row in written)
    named = words.say("box.line", number=str(number), source=bundle.source.title, target=bundle.target.title)
    wrong = words.say(f"mark.{bundle.mark}") if bundle.mark else ""
    became = words.say(f"status.{bundle.status}") if bundle.status else ""
    trouble = " ".join(filter(None, (wrong, ", ".join(signs), became)))
    parts = (named, data, bundle.ground.label(words), trouble)
    return Line(
        id=f"e{number}",
        number=number,
        source=bundle.source.id,
        target=bundle.target.id,
        ground=bundle.ground,
        mark=bundle.mark,
        signs=signs,
        about=". ".join(part for part in parts if part) + ".",
        cut=bundle.mark is Mark.BROKEN and any(flow_key(flow) in facts.marks.cut for flow in bundle.flows),
        status=bundle.status,
        flows=tuple(flow_key(flow) for flow in bundle.flows),
    )


def _notes(flows: int, lines: Sequence[Line], rest: Sequence[FlowRow], words: Words) -> tuple[str, ...]:
    key = "note.flow_drawn" if flows == 1 else "note.flows_drawn"
    notes = [words.say(key, flows=words.count("flow", flows), lines=words.count("numbered_line", len(lines)))]
    if any(row.number != _INSIDE for row in rest):
        notes.append(words.say("note.letters"))
    if any(row.number == _INSIDE for row in rest):
        notes.append(words.say("note.inside"))
    return tuple(notes)
