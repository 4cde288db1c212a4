"""A row: what it says, and a new one: blank, as another row, or as a vendor that is well known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from vendor_registry.desk.problem import ProblemError, problem_of
from vendor_registry.desk.register.conflict import Seen
from vendor_registry.desk.services.words import Words, words_of
from vendor_registry.desk.web.rendering import done, page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.intake.catalogue.vendors import known
from vendor_registry.intake.columns import COLUMNS, Column, column
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.model.text.origin import Cell, VendorsError
from vendor_registry.use_cases.desk.preview import Preview
from vendor_registry.use_cases.desk.standing import Standing
from vendor_registry.use_cases.register.add import known_cells

_LONGEST = 32_767  # characters; what a cell of a spreadsheet holds
_LONG = ("purpose", "notes", "measures", "address", "source")
_OF_ITS_OWN = ("key", "since", "until", "notified", "reviewed", "tia")  # what a copy of a row does not take over
_FIELD = "cell."


@dataclass(frozen=True, kw_only=True, slots=True)
class Blank:
    """A field of the form for a new row."""

    column: str
    described: Column | None
    text: str
    long: bool
    offered: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What is shown beside a row."""

    preview: Preview | None = None
    problem: ProblemError | None = None
    conflict: None = None


async def show(visit: Visit) -> Response:
    """The row as it stands, and what can be done with it."""
    now = await visit.standing()
    return _row(visit, now, _line(now, visit.asked("line")), Answer())


async def act(visit: Visit) -> Response:
    """See what would follow if the row were gone, or take it out."""
    now = await visit.standing()
    line, register = visit.filled("line"), visit.register
    try:
        if visit.filled("do") != "out":
            number = _line(now, line)
            seen = await register.preview(Edit(removed=frozenset((number,))))
            return _row(visit, now, number, Answer(preview=seen))
        cell = Cell(now.sheet.file, int(line) if line.isdecimal() and len(line) < 10 else 0, "")
        await register.take_out(
            Seen(visit.filled("version"), visit.filled("row"), cell, visit.filled("key"), ""), visit.name
        )
    except VendorsError as error:
        problem = problem_of(error)
        return _row(visit, await register.now(), _line(now, line), Answer(problem=problem), problem.status)
    return done(visit, "/", visit.filled("key") or f"line {line}")


async def show_new(visit: Visit) -> Response:
    """The form, filled with what another row says, or with what is known of a vendor."""
    now = await visit.standing()
    texts: Mapping[str, str] = {}
    answer = Answer()
    try:
        if visit.asked("like"):
            line = _line(now, visit.asked("like"))
            values = zip(now.sheet.header, now.by_line[line].values, strict=False)
            texts = {name: text for name, text in values if name not in _OF_ITS_OWN}
        elif visit.asked("known"):
            texts = known_cells(visit.asked("known")[:200], now.sheet)
    except VendorsError as error:
        answer = Answer(problem=problem_of(error))
    return _new(visit, now, texts, answer, answer.problem.status if answer.problem else 200)


async def act_new(visit: Visit) -> Response:
    """See what a new row would settle and what it lacks, or save it."""
    now = await visit.standing()
    texts = {
        name: text
        for name in _columns(now)
        if (text := visit.filled(_FIELD + name).replace("\r\n", "\n")) and len(text) <= _LONGEST
    }
    try:
        if visit.filled("do") == "save":
            await visit.register.add(visit.filled("version"), texts, visit.name)
            after = await visit.register.sheet()
            line = next((row.line for row in after.rows if after.key(row.line) == texts["key"].strip()), "")
            return done(visit, "/row", "saved", line=line)
        answer = Answer(preview=await visit.register.preview(Edit(added=(texts,))))
    except VendorsError as error:
        answer = Answer(problem=problem_of(error))
    if visit.filled("do") == "live":
        return page(visit, "parts/preview.html", answer=answer, now=now)
    return _new(visit, now, texts, answer, answer.problem.status if answer.problem else 200)


def _line(now: Standing, said: str) -> int:
    number = int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else 0
    if number not in now.by_line:
        raise ProblemError(404, "There is no such row in the sheet; it may have moved. Look for it in the register.")
    return number


def _columns(now: Standing) -> Sequence[str]:
    """Those of the sheet, then those that it could have."""
    ours = [one.header for one in COLUMNS if one.header not in now.sheet.header]
    return [*(one for one in now.sheet.header if one), *ours]


def _row(visit: Visit, now: Standing, line: int, answer: Answer, status: int = 200) -> Response:
    values = dict(zip(now.sheet.header, now.by_line[line].values, strict=False))
    return page(
        visit,
        "row.html",
        status,
        title=values.get("vendor") or now.key(line) or f"Line {line}",
        now=now,
        line=line,
        key=now.key(line),
        cells=values,
        row=now.row_digest(line),
        faults=[one for name in ("", *now.sheet.header) for one in now.faults_at.get((line, name), ())],
        findings=[one for (at, _), ones in sorted(now.findings_at.items()) if at == line for one in ones],
        answer=answer,
        saved=bool(visit.done),
    )


def _new(visit: Visit, now: Standing, texts: Mapping[str, str], answer: Answer, status: int = 200) -> Response:
    offered = words_of("register", now.policy, now.report)
    fields = [_field(offered, name, texts.get(name, "")) for name in _columns(now)]
    count = len([name for name in now.sheet.header if name])
    return page(
        visit,
        "new_row.html",
        status,
        title="A new row",
        now=now,
        fields=fields[:count],
        further=fields[count:],
        known=known(),
        answer=answer,
        prefix=_FIELD,
    )


def _field(offered: Mapping[str, Words], name: str, text: str) -> Blank:
    long = name.partition("_")[0] in _LONG or "\n" in text or len(text) > 100
    return Blank(column=name, described=column(name), text=text, long=long, offered=offered.get(name, Words()))


PAGES = (Page(path="/row", show=show, act=act), Page(path="/row/new", show=show_new, act=act_new))
