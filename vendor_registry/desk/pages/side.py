"""Customers and waivers: each a table, and a form for a row of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import Response

from vendor_registry.desk.problem import ProblemError, problem_of
from vendor_registry.desk.services.side import ACTS, RowConflictError, Wanted, opened, preview, save
from vendor_registry.desk.services.words import words_of
from vendor_registry.desk.web.rendering import done, page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.text.origin import Fault, VendorsError
from vendor_registry.use_cases.desk.preview import Preview
from vendor_registry.use_cases.desk.side import Side

_LONGEST = 32_767  # characters; what a cell of a spreadsheet holds
_FIELD = "cell."
_LONG = ("address", "contact", "reason", "commitments")


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What is shown beside the form of a row."""

    preview: Preview | None = None
    problem: ProblemError | None = None
    conflict: RowConflictError | None = None


async def show(visit: Visit) -> Response:
    """The table."""
    return await _table(visit, _name(visit))


async def show_row(visit: Visit) -> Response:
    """A row in its form; a new one where none is named, and the table where there is none on that line."""
    found = await opened(visit, _name(visit))
    line = visit.number("line", 0)
    if line and found.row(line) is None:
        return await _table(visit, found.name)
    return await _row(visit, found, line, found.texts(line), Answer())


async def act(visit: Visit) -> Response:
    """See what a row would settle, save it, or take it out."""
    name, do = _name(visit), visit.filled("do")
    line = visit.filled("line")
    wanted = Wanted(
        line=int(line) if line.isascii() and line.isdecimal() and len(line) < 10 else 0,
        row=visit.filled("row"),
        texts=_texts(visit),
    )
    out = do in ("out", "see-out") and wanted.line > 0
    try:
        if do in ("save", "out"):
            called = await save(visit, name, wanted, out=out)
            return done(visit, f"/{name}", f"{'Taken out' if out else 'Written'}: {called}")
        answer = Answer(preview=await preview(visit, name, wanted, out=out))
    except RowConflictError as met:
        answer = Answer(problem=met, conflict=met)
        wanted = Wanted(line=met.line, row="", texts=wanted.texts)
    except VendorsError as error:
        answer = Answer(problem=problem_of(error))
    if do == "live":
        return page(visit, "parts/preview.html", answer=answer, now=await visit.standing())
    found = await opened(visit, name)
    asked = "out" if out and answer.preview else ""
    return await _row(visit, found, wanted.line, found.texts(wanted.line) | dict(wanted.texts), answer, asked)


def _texts(visit: Visit) -> Mapping[str, str]:
    sent = {name.removeprefix(_FIELD): visit.filled(name) for name in visit.form if name.startswith(_FIELD)}
    if any(len(text) > _LONGEST for text in sent.values()):
        raise ProblemError(413, f"A cell holds {_LONGEST} characters; this is longer.")
    return {name: text.replace("\r\n", "\n") for name, text in sent.items()}


def _name(visit: Visit) -> str:
    return visit.request.url.path.strip("/").partition("/")[0]


async def _table(visit: Visit, name: str) -> Response:
    found = await opened(visit, name)
    header = [one for one in found.file.sheet.header if one]
    return page(
        visit,
        "side.html",
        title=name.capitalize(),
        now=await visit.standing(),
        side=found,
        header=header,
        rows=[(one.line, found.texts(one.line)) for one in found.rows] if found.there else [],
        marked={(one.cell.line, one.cell.column) for one in found.faults},
        may_act=visit.may(ACTS[name]),
        needs=ACTS[name],
        saved=visit.done,
    )


async def _row(
    visit: Visit, found: Side, line: int, texts: Mapping[str, str], answer: Answer, asked: str = ""
) -> Response:
    now = await visit.standing()
    there = _faults(found, line) if not answer.problem else answer.problem.more.get("faults", [])
    return page(
        visit,
        "side_row.html",
        answer.problem.status if answer.problem else 200,
        title=found.called(line) if line else f"A new {found.kind.one}",
        now=now,
        side=found,
        offered=words_of(found.name, now.policy, now.report),
        line=line,
        row=found.digest(line),
        texts=texts,
        columns=found.kind.columns,
        long=_LONG,
        prefix=_FIELD,
        faults=there,
        answer=answer,
        asked=asked,
        may_act=visit.may(ACTS[found.name]),
        needs=ACTS[found.name],
    )


def _faults(found: Side, line: int) -> list[Fault]:
    return [one for one in found.faults if line and one.cell.line == line]


PAGES = tuple(
    made
    for name, role in ACTS.items()
    for made in (
        Page(path=f"/{name}", show=show),
        Page(path=f"/{name}/row", show=show_row, act=act, acts=role),
    )
)
