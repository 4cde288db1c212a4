"""One cell: what is said of it, what it could say, and what that would settle before it is saved."""

from dataclasses import dataclass

from starlette.responses import Response

from vendor_registry.desk.problem import ProblemError, problem_of
from vendor_registry.desk.register.conflict import ConflictError, Seen
from vendor_registry.desk.services.words import words_of
from vendor_registry.desk.web.rendering import done, page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.intake.columns import Column, column
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.model.text.origin import Cell, VendorsError
from vendor_registry.use_cases.desk.preview import Preview
from vendor_registry.use_cases.desk.standing import Standing

_LONGEST = 32_767  # characters; what a cell of a spreadsheet holds


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a page of a cell shows beside the cell."""

    text: str
    preview: Preview | None = None
    problem: ProblemError | None = None
    conflict: ConflictError | None = None
    saved: bool = False


async def show(visit: Visit) -> Response:
    """The cell as it stands; with a text in the address, what that would settle."""
    now = await visit.standing()
    cell = _cell(now, visit.asked("line"), visit.asked("column"))
    text = visit.request.query_params.get("text")
    if text is None:
        return _page(visit, now, cell, Answer(text=now.text(cell), saved=bool(visit.done)))
    return _page(visit, now, cell, await _answer(visit, cell, text[:_LONGEST]))


async def act(visit: Visit) -> Response:
    """See what a text would settle, or save it."""
    text = visit.filled("text")
    if len(text) > _LONGEST:
        raise ProblemError(413, f"A cell holds {_LONGEST} characters; this is longer.")
    if visit.filled("do") == "save":
        return await _save(visit, text)
    now = await visit.standing()
    cell = _cell(now, visit.filled("line"), visit.filled("column"))
    answer = await _answer(visit, cell, text)
    if visit.filled("do") == "live":
        return page(visit, "parts/preview.html", answer=answer, now=now)
    return _page(visit, now, cell, answer)


async def _answer(visit: Visit, cell: Cell, text: str) -> Answer:
    try:
        return Answer(text=text, preview=await visit.register.preview(Edit(cells={cell: text})))
    except VendorsError as error:
        return Answer(text=text, problem=problem_of(error))


async def _save(visit: Visit, text: str) -> Response:
    where = Cell(str(visit.office.settings.repository.sheet), _line(visit.filled("line")), visit.filled("column"))
    seen = Seen(visit.filled("version"), visit.filled("row"), where, visit.filled("key"), text)
    try:
        await visit.office.register.save(seen, visit.name)
    except ConflictError as conflict:
        later = conflict.now
        line = conflict.line or seen.cell.line
        cell = Cell(later.sheet.file, line, seen.cell.column)
        return _page(visit, later, cell, Answer(text=text, conflict=conflict), 409)
    except VendorsError as error:
        problem, now = problem_of(error), await visit.standing()
        cell = _cell(now, visit.filled("line"), visit.filled("column"))
        return _page(visit, now, cell, Answer(text=text, problem=problem), problem.status)
    after = await visit.office.register.sheet()
    line = next((row.line for row in after.rows if seen.key and after.key(row.line) == seen.key), seen.cell.line)
    return done(visit, "/cell", "saved", line=line, column=seen.cell.column)


def _line(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _cell(now: Standing, line: str, wanted: str) -> Cell:
    """Raises ProblemError where the sheet has no such row, and no such column is known."""
    number = _line(line)
    if number not in now.by_line or not (wanted in now.sheet.header or column(wanted)):
        raise ProblemError(404, "There is no such cell in the sheet; it may have moved. Look for it in the register.")
    return Cell(now.sheet.file, number, wanted)


def _page(visit: Visit, now: Standing, cell: Cell, answer: Answer, status: int = 200) -> Response:
    described: Column | None = column(cell.column)
    key = now.key(cell.line)
    source = now.case.registry.inherited.get(cell.column, {}).get(key, "") if now.case else ""
    return page(
        visit,
        "cell.html",
        status,
        title=f"{key or f'Line {cell.line}'}: {cell.column}",
        now=now,
        cell=cell,
        key=key,
        there=now.text(cell),
        vendor=now.text(Cell(cell.file, cell.line, "vendor")),
        described=described,
        offered=words_of("register", now.policy, now.report).get(cell.column),
        source=source,
        faults=now.faults_in(cell.line, cell.column),
        findings=now.findings_in(cell.line, cell.column),
        row=now.row_digest(cell.line),
        cells=[(one, now.text(Cell(cell.file, cell.line, one))) for one in now.sheet.header],
        answer=answer,
    )


PAGE = Page(path="/cell", show=show, act=act)
