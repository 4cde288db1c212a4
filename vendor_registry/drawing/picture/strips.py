"""Findings as strips: each a chain of boxes in a frame of its own, with the flow to cut and the cell to mend."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vendor_registry.drawing.picture.boxes import draw_boxes
from vendor_registry.drawing.picture.flow_rows import rows
from vendor_registry.drawing.picture.folding import Folding
from vendor_registry.drawing.picture.lettering import short
from vendor_registry.drawing.picture.picture import Box, Cluster, FlowRow, Line, Remark
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection
from vendor_registry.drawing.picture.view import View, parties
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.register.flow import flow_key


@dataclass(frozen=True, slots=True)
class Strips:
    """What a page of strips is made of."""

    boxes: tuple[Box, ...]
    clusters: tuple[Cluster, ...]
    lines: tuple[Line, ...]
    rows: tuple[FlowRow, ...]
    remarks: tuple[Remark, ...]


def page_of(question: Question, strips: Sequence[tuple[str, Finding]]) -> Selection:
    """A page of findings with their signs, called by the first and the last."""
    flows = tuple(dict.fromkeys(hop.flow for _, one in strips for hop in one.witness))
    ends = {end for flow in flows for end in (flow.source, flow.target)}
    nodes = tuple(node for key, node in question.case.graph.nodes.items() if key in ends)
    first, last = strips[0][0], strips[-1][0]
    title = first if first == last else question.words.say("title.signs", first=first, last=last)
    return Selection(nodes, flows, (), title, strips=tuple(strips))


def draw_strips(question: Question, view: View, page: Selection) -> Strips:
    """A frame for each finding, its boxes in the order of the chain; lines are numbered through the page."""
    remarks = {remark.sign: remark for remark in question.facts.marks.remarks}
    found = Strips((), (), (), (), ())
    for number, (sign, finding) in enumerate(page.strips, start=1):
        remark = remarks[sign]
        boxes = _chain(question, view, page, finding, number)
        lines, table = _hops(question, finding, boxes, remark, len(found.lines))
        cluster = Cluster(id=f"c{number}", title=short(f"{sign} · {remark.rule} · {remark.place}", 150))
        found = Strips(
            (*found.boxes, *boxes),
            (*found.clusters, cluster),
            (*found.lines, *lines),
            (*found.rows, *table),
            (*found.remarks, remark),
        )
    return found


def _chain(question: Question, view: View, page: Selection, finding: Finding, number: int) -> list[Box]:
    """The nodes that the data passes, each as often as it passes."""
    nodes = {node.key: node for node in page.nodes}
    keys = [finding.witness[0].flow.source, *(hop.flow.target for hop in finding.witness)]
    drawn = []
    for place, key in enumerate(keys, start=1):
        one = replace(page, nodes=(nodes[key],), frames={}, strips=())
        [party] = parties(question, view, one)
        [box] = draw_boxes(Folding(((party,),), frozenset(), ()), (), question.words).boxes
        drawn.append(replace(box, id=f"n{number}x{place}", cluster=f"c{number}"))
    return drawn


def _hops(
    question: Question, finding: Finding, boxes: Sequence[Box], remark: Remark, before: int
) -> tuple[list[Line], list[FlowRow]]:
    """Marked as this finding has it, whatever else is wrong with the same flows: that stands in a strip of its own."""
    facts, words, cut = question.facts, question.words, {flow_key(flow) for flow in finding.cut}
    lines, table = [], []
    for number, hop in enumerate(finding.witness, start=before + 1):
        source, target = boxes[number - before - 1], boxes[number - before]
        [*written] = rows(facts, str(number), [hop.flow])
        ground = facts.grounds[flow_key(hop.flow)].kind
        named = words.say("box.line", number=str(number), source=source.title, target=target.title)
        parts = (named, written[0].data, ground.label(words), remark.sign)
        lines.append(
            Line(
                id=f"e{number}",
                number=number,
                source=source.id,
                target=target.id,
                ground=ground,
                mark=remark.mark,
                signs=(remark.sign,),
                about=". ".join(parts) + ".",
                cut=flow_key(hop.flow) in cut,
                flows=(flow_key(hop.flow),),
            )
        )
        table += [replace(one, mark=remark.mark, signs=(remark.sign,)) for one in written]
    return lines, table
