"""What an edit would do, before anything is written: the register is judged again with it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.registry import examine
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import Cell, Fault
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.use_cases.desk.standing import Standing
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.judgement.remedies.first import gist
from vendor_registry.use_cases.judgement.remedies.sheet_cells import written


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """What changes with an edit. Where faults are left nothing is judged, and there are no findings."""

    faults_settled: tuple[Fault, ...] = ()
    faults_new: tuple[Fault, ...] = ()
    faults_left: int = 0
    settled: tuple[Finding, ...] = ()  # of before that are gone, or milder
    new: tuple[Finding, ...] = ()  # that come in their place
    judged: bool = False  # whether the rules could be asked at all
    open_before: int = 0
    open_after: int = 0

    @property
    def changes_nothing(self) -> bool:
        return not (self.faults_settled or self.faults_new or self.settled or self.new)


def preview(now: Standing, edit: Edit) -> Preview:
    """The register with an edit, beside the register as it stands. Nothing is written."""
    if now.policy is None:
        return Preview(faults_left=len(now.faults))
    sheets = edited_sheets(now.sheets, edit)
    registry, found = examine(sheets, now.policy)
    shape = [fault for fault in now.faults if fault.cell.line in {row.line for row in now.unread}]
    left = {*found, *shape, *(fault for fault in now.faults if fault.cell.file not in {one.file for one in sheets})}
    before = {*now.faults}
    if left:
        return Preview(
            faults_settled=tuple(sorted(before - left)),
            faults_new=tuple(sorted(left - before)),
            faults_left=len(left),
            open_before=_open(now.report),
        )
    if now.case is None:
        return Preview(faults_settled=tuple(sorted(before)))
    return compared(now.report, check(replace(now.case, registry=registry)))


def compared(before: Report | None, after: Report, faults: Sequence[Fault] = ()) -> Preview:
    """What differs between two judgements, findings that are waived or known left out; `faults` kept rules from being
    asked before."""
    old = [one for one in before.findings if one.is_open] if before else []
    new = [one for one in after.findings if one.is_open]
    return Preview(
        faults_settled=tuple(faults),
        settled=tuple(_gone(old, new)),
        new=tuple(_gone(new, old)),
        judged=True,
        open_before=len(old),
        open_after=len(new),
    )


def _gone(these: Sequence[Finding], those: Sequence[Finding]) -> Iterable[Finding]:
    """The ones of these that are not among those, however their rows have moved and their sentences are worded."""
    left = Counter(map(gist, those))
    for one in these:
        said = gist(one)
        if left[said]:
            left[said] -= 1
        else:
            yield one


def _open(report: Report | None) -> int:
    return sum(one.is_open for one in report.findings) if report else 0


def edited_sheets(sheets: tuple[Sheet, ...], edit: Edit) -> tuple[Sheet, ...]:
    """The sheets, the first of them with an edit; rows that are added stand behind the last line."""
    main, *further = sheets
    fresh = {column: "" for column in edit.columns if column not in main.header}
    nothing = {Cell(main.file, 0, column): "" for column in fresh}
    filled = {Cell(main.file, cell.line, cell.column): text for cell, text in edit.cells.items()}
    made = written((main,), nothing | filled)[0]
    last = max((row.line for row in made.rows), default=made.header_line)
    rows = [row for row in made.rows if row.line not in edit.removed]
    rows += [
        Row(last + number, tuple(texts.get(column, "") for column in made.header))
        for number, texts in enumerate(edit.added, start=1)
    ]
    return (replace(made, rows=tuple(rows)), *further)
