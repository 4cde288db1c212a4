"""From a question to a picture: select, judge, fold, number."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.boxes import draw_boxes
from vendor_registry.drawing.picture.folding import Folding, Strand, fold, foldings
from vendor_registry.drawing.picture.folding_steps import Plan
from vendor_registry.drawing.picture.highlight import highlighted
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.lines import draw_lines
from vendor_registry.drawing.picture.picture import Box, BoxKind, Cluster, Line, Mark, Picture, Status, Zone
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection, select
from vendor_registry.drawing.picture.strips import draw_strips
from vendor_registry.drawing.picture.view import View, parties
from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.register.flow import flow_key

_DESCRIBED = {Mark.BROKEN: "description.broken", Mark.GAP: "description.unknown"}


def compose(question: Question, view: View, page: Selection | None = None, folding: Folding | None = None) -> Picture:
    """The picture of a page of a view; without a page that of all that is asked for, folded by number alone."""
    page = select(question) if page is None else page
    if page.grid or page.strips:
        return _drawn_otherwise(question, view, page)
    strands = _strands(question, page)
    folding = fold(parties(question, view, page), strands, words=question.words) if folding is None else folding
    boxes = draw_boxes(folding, strands, question.words)
    statuses = question.comparison.flows if question.comparison else {}
    lines = draw_lines(question.facts, page.flows, boxes, statuses)
    shown = {sign for row in lines.rows for sign in row.signs}
    about = question.findings if question.is_whole else _about(question.case, question.findings, boxes.boxes)
    picture = replace(
        _empty(question, view, page),
        description=_description(question, boxes.boxes, lines.lines),
        zones=_zones(question, (*boxes.boxes, *boxes.clusters)),
        clusters=boxes.clusters,
        boxes=boxes.boxes,
        lines=lines.lines,
        rows=lines.rows,
        remarks=tuple(remark for remark in question.facts.marks.remarks if remark.sign in shown),
        notes=(*page.notes, *folding.notes, *lines.notes, *_unmarked(about, question.words)),
    )
    return highlighted(picture, question)


def ways_to_fold(question: Question, view: View, page: Selection, plans: Sequence[Plan]) -> Iterator[Folding]:
    """What each plan makes of a page, the least folded first."""
    return foldings(parties(question, view, page), _strands(question, page), plans, question.words)


def _strands(question: Question, page: Selection) -> list[Strand]:
    facts, comparison = question.facts, question.comparison
    statuses = comparison.flows if comparison else {}
    return [
        Strand(
            flow.source,
            flow.target,
            facts.grounds[flow_key(flow)].kind,
            facts.marks.of(flow_key(flow)),
            statuses.get(flow_key(flow), Status.SAME),
        )
        for flow in page.flows
    ]


def _empty(question: Question, view: View, page: Selection) -> Picture:
    """The title block."""
    case = question.case
    what = question.names.products((question.product,)) if question.product else ""
    title = question.words.joined((view.title(question.words), page.title, what))
    return Picture(
        view=view.name,
        title=title,
        company=clean(case.policy.company.name),
        as_of=case.as_of.isoformat(),
        source=_source(case),
        description="",
        zones=(),
        clusters=(),
        boxes=(),
        lines=(),
        rows=(),
        remarks=(),
        notes=(),
        filter=clean(question.narrowed),
        rules=question.rules,
        words=question.words,
    )


def _drawn_otherwise(question: Question, view: View, page: Selection) -> Picture:
    """A grid, or findings as strips."""
    picture = _empty(question, view, page)
    if page.grid:
        rows, columns = len(page.grid.rows), len(page.grid.columns)
        said = question.words.say("description.grid", title=picture.title, rows=rows, columns=columns)
        return replace(picture, grid=page.grid, notes=page.notes, description=said)
    strips = draw_strips(question, view, page)
    return replace(
        picture,
        strips=True,
        description=question.words.say("description.strips", count=len(page.strips)),
        zones=_zones(question, strips.boxes),
        clusters=strips.clusters,
        boxes=strips.boxes,
        lines=strips.lines,
        rows=strips.rows,
        remarks=strips.remarks,
        notes=page.notes,
    )


def _about(case: Case, findings: Sequence[Finding], boxes: Sequence[Box]) -> list[Finding]:
    """The findings at the rows of parties that are drawn, or that name one."""
    drawn = {member for box in boxes for member in box.members}
    rows = {(one.file, one.line) for one in case.running if one.key in drawn}
    return [one for one in findings if (one.cell.file, one.cell.line) in rows or one.sink in drawn]


def _unmarked(findings: Sequence[Finding], words: Words) -> tuple[str, ...]:
    """What the picture cannot show: findings about rows, not about flows."""
    count = sum(not finding.witness and not finding.waived_by for finding in findings)
    return (words.say("note.rows", count=count),) if count else ()


def _source(case: Case) -> str:
    """The sheets by name and content, without their folders."""
    return ", ".join(f"{PurePath(sheet.file).name} {sheet.sha256[:7]}".strip() for sheet in case.registry.sheets)


def _zones(question: Question, boxes: Sequence[Box | Cluster]) -> tuple[Zone, ...]:
    used, names = {box.zone for box in boxes}, question.names.all({**question.case.policy.zones})
    return tuple(Zone(key, name, place) for place, (key, name) in enumerate(names.items()) if key in used)


def _description(question: Question, boxes: Sequence[Box], lines: Sequence[Line]) -> str:
    say = question.words.say
    third = sum(len(box.members) for box in boxes if box.kind in (BoxKind.VENDOR, BoxKind.FOURTH_PARTY))
    own = sum(len(box.members) for box in boxes if box.kind in (BoxKind.SYSTEM, BoxKind.STORE))
    day = question.words.day(question.case.as_of.isoformat())
    marked = ((key, [line.number for line in lines if line.mark is mark]) for mark, key in _DESCRIBED.items())
    sentences = (
        say("description.parties", third=third, own=own, day=day),
        *(say(key, numbers=", ".join(map(str, numbers))) for key, numbers in marked if numbers),
        say("description.table"),
    )
    return " ".join(sentences)
