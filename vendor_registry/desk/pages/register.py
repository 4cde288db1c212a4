"""The first page: what to do first, the sheet as a table with faults and findings at their cells, and beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from vendor_registry.desk.web.rendering import fragment, page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.text.origin import Cell, Fault
from vendor_registry.model.text.sheet import Row
from vendor_registry.reports.parts.beginning import begin_with
from vendor_registry.use_cases.desk.standing import Standing

_USUAL = ("key", "vendor", "country", "role", "service", "products", "zone", "data", "region", "mechanism")
_BESIDE = 60  # findings beside a page of the table
_FIRST = 5  # findings to begin with, where no cell settles several


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A cell of the table."""

    column: str
    text: str
    faults: Sequence[Fault] = ()
    findings: Sequence[Finding] = ()

    @property
    def mark(self) -> str:
        """The worst that is said of it."""
        if self.faults:
            return "fault"
        return min(self.findings, key=lambda one: one.verdict.rank).verdict.value if self.findings else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A row of the table."""

    line: int
    key: str
    fields: Sequence[Field]
    whole: bool  # whether it could be split into cells


@dataclass(frozen=True, kw_only=True)
class Table:
    """A page of the sheet."""

    columns: Sequence[str]
    lines: Sequence[Line]
    number: int
    pages: int
    rows: int  # that fit what was asked for
    all_rows: int


def table(now: Standing, *, number: int, size: int, words: str = "", only: str = "", every: bool = False) -> Table:
    """A page of the rows that hold some words, or at which something is said ("fault", or a verdict, or "any")."""
    wanted = [row for row in now.rows if _holds(row, words) and (not only or only in _said(now, row.line))]
    pages = max(1, -(-len(wanted) // size))
    number = min(max(1, number), pages)
    shown = wanted[(number - 1) * size : number * size]
    columns = _columns(now, shown, every)
    return Table(
        columns=columns,
        lines=[_line(now, row, columns) for row in shown],
        number=number,
        pages=pages,
        rows=len(wanted),
        all_rows=len(now.rows),
    )


def _holds(row: Row, words: str) -> bool:
    return not words or any(words.casefold() in value.casefold() for value in row.values)


def _said(now: Standing, line: int) -> Iterator[str]:
    for column in ("", *now.sheet.header):
        if now.faults_at.get((line, column)):
            yield from ("fault", "any")
        for one in now.findings_at.get((line, column), ()):
            yield from (one.verdict.value, "any")


def _columns(now: Standing, rows: Sequence[Row], every: bool) -> Sequence[str]:
    """The usual ones, and those at which something is said of the rows that are shown; or all."""
    if every:
        return now.sheet.header
    lines = {row.line for row in rows}
    marked = {column for line, column in (*now.faults_at, *now.findings_at) if line in lines}
    return [one for one in now.sheet.header if one in _USUAL or one in marked] or now.sheet.header


def _line(now: Standing, row: Row, columns: Sequence[str]) -> Line:
    fields = [
        Field(
            column=column,
            text=now.text(Cell(now.sheet.file, row.line, column)),
            faults=now.faults_in(row.line, column),
            findings=now.findings_in(row.line, column),
        )
        for column in columns
    ]
    whole = len(row.values) == len(now.sheet.header) and row not in now.unread
    return Line(line=row.line, key=now.key(row.line), fields=fields, whole=whole)


async def show(visit: Visit) -> Response:
    """The page."""
    now = await visit.standing()
    number, asked = visit.number("page", 1), {name: visit.asked(name) for name in ("words", "only", "columns")}
    size = visit.office.settings.page_rows
    sheet = fragment(
        visit, now, "parts/sheet.html", (number, *asked.values()), lambda: _sheet(now, number, size, asked)
    )
    return page(visit, "register.html", title=now.repository.sheet.name, sheet=sheet, gone=visit.done)


def _sheet(now: Standing, number: int, size: int, asked: dict[str, str]) -> dict[str, Any]:
    """What the page shows, the same for everybody."""
    every = asked["columns"] == "all"
    shown = table(now, number=number, size=size, words=asked["words"], only=asked["only"], every=every)
    columns = ("", *now.sheet.header)
    beside = [one for row in shown.lines for column in columns for one in now.findings_at.get((row.line, column), ())]
    found = [one for one in now.report.findings if one.is_open] if now.report else []
    return {
        "table": shown,
        "worst": sorted(found, key=lambda one: one.verdict.rank)[:_FIRST],
        "open": len(found),
        "first": begin_with(now.report) if now.report else [],
        "beside": beside[:_BESIDE],
        "more": max(0, len(beside) - _BESIDE),
        "asked": asked,
    }


PAGE = Page(path="/", show=show)
