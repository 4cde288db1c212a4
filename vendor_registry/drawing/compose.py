"""From a case to a picture: select, judge, fold, number."""

from collections.abc import Sequence
from pathlib import PurePath

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.boxes import draw_boxes
from vendor_registry.drawing.picture.flow_rows import Facts
from vendor_registry.drawing.picture.folding import Strand, fold
from vendor_registry.drawing.picture.grounds import flow_key, grounds
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.lines import draw_lines
from vendor_registry.drawing.picture.marks import marks
from vendor_registry.drawing.picture.picture import Box, BoxKind, Line, Mark, Picture, Zone
from vendor_registry.drawing.picture.selection import select
from vendor_registry.drawing.picture.view import View, parties, product_names
from vendor_registry.model.finding import Finding
from vendor_registry.model.policy import say
from vendor_registry.model.transfer import Transfer


def compose(
    case: Case,
    view: View,
    transfers: Sequence[Transfer],
    findings: Sequence[Finding],
    product: str = "",
    only: frozenset[str] | None = None,
) -> Picture:
    """The picture of a case as a view sees it, for one product of the policy or ("") all, or of what touches `only`."""
    selection, whole = select(case, product, only), not product and only is None
    ground = grounds(selection.flows, transfers)
    facts = Facts(case, ground, marks(findings, ground, _files(case)))
    strands = [
        Strand(flow.source, flow.target, ground[flow_key(flow)].kind, facts.marks.of(flow_key(flow)))
        for flow in selection.flows
    ]
    folding = fold(parties(case, view, selection.nodes), strands)
    boxes = draw_boxes(folding, strands)
    lines = draw_lines(facts, selection.flows, boxes)
    shown = {sign for row in lines.rows for sign in row.signs}
    return Picture(
        view=view.name,
        title=f"{view.title}: {product_names(case, (product,))}" if product else view.title,
        company=clean(case.policy.company.name),
        as_of=case.as_of.isoformat(),
        source=_source(case),
        description=_description(case, boxes.boxes, lines.lines),
        zones=_zones(case, boxes.boxes),
        clusters=boxes.clusters,
        boxes=boxes.boxes,
        lines=lines.lines,
        rows=lines.rows,
        remarks=tuple(remark for remark in facts.marks.remarks if remark.sign in shown),
        notes=(
            *selection.notes,
            *folding.notes,
            *lines.notes,
            *_unmarked(findings if whole else _about(case, findings, boxes.boxes)),
        ),
    )


def _about(case: Case, findings: Sequence[Finding], boxes: Sequence[Box]) -> list[Finding]:
    """The findings at the rows of parties that are drawn, or that name one."""
    drawn = {member for box in boxes for member in box.members}
    rows = {(one.file, one.line) for one in case.running if one.key in drawn}
    return [one for one in findings if (one.cell.file, one.cell.line) in rows or one.sink in drawn]


def _unmarked(findings: Sequence[Finding]) -> tuple[str, ...]:
    """What the picture cannot show: findings about rows, not about flows."""
    count = sum(not finding.witness and not finding.waived_by for finding in findings)
    return (f"Findings about rows, not flows, are not marked ({count}); vendors check has them.",) if count else ()


def _files(case: Case) -> tuple[str, ...]:
    return (*(sheet.file for sheet in case.registry.sheets), case.policy.file)


def _source(case: Case) -> str:
    """The sheets by name and content, without their folders."""
    return ", ".join(f"{PurePath(sheet.file).name} {sheet.sha256[:7]}".strip() for sheet in case.registry.sheets)


def _zones(case: Case, boxes: Sequence[Box]) -> tuple[Zone, ...]:
    used = {box.zone for box in boxes}
    return tuple(Zone(key, clean(say(zone.name, "en"))) for key, zone in case.policy.zones.items() if key in used)


def _description(case: Case, boxes: Sequence[Box], lines: Sequence[Line]) -> str:
    third = sum(len(box.members) for box in boxes if box.kind in (BoxKind.VENDOR, BoxKind.FOURTH_PARTY))
    own = sum(len(box.members) for box in boxes if box.kind in (BoxKind.SYSTEM, BoxKind.STORE))
    broken = [line.number for line in lines if line.mark is Mark.BROKEN]
    gaps = [line.number for line in lines if line.mark is Mark.GAP]
    sentences = (
        f"{third} engagements of third parties and {own} systems of our own, on {case.as_of.isoformat()}.",
        _numbered("Broken", broken),
        _numbered("Not known", gaps),
        "The table of flows says the same as the picture.",
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _numbered(what: str, numbers: Sequence[int]) -> str:
    return f"{what}: lines {', '.join(map(str, numbers))}." if numbers else ""
