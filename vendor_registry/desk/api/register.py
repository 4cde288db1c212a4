"""The sheet, its cells, its findings."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

from vendor_registry.desk.api.operation import Field, Operation
from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.register.conflict import Seen
from vendor_registry.desk.services.what_if import suppose
from vendor_registry.desk.web.visit import Visit
from vendor_registry.intake.columns import column
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.model.desk.user import Role
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.text.origin import Cell, Fault
from vendor_registry.reports.formats.as_json import as_json
from vendor_registry.use_cases.desk.preview import Preview
from vendor_registry.use_cases.desk.standing import Standing

_MOST = 1_000  # rows of an answer
_LONGEST = 32_767  # characters; what a cell of a spreadsheet holds


async def show(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Rows as they stand, each with what it is known by."""
    now = await visit.standing()
    start, count = values.get("start", 0), min(values.get("count", 100), _MOST)
    rows = [
        {
            "line": row.line,
            "key": now.key(row.line),
            "row": now.row_digest(row.line),
            "cells": dict(zip(now.sheet.header, row.values, strict=False)),
        }
        for row in now.rows[start : start + count]
    ]
    faults = [_fault(one) for one in now.faults]
    return JSONResponse(
        {
            "day": str(now.as_of),
            "version": now.version,
            "columns": list(now.sheet.header),
            "count": len(now.rows),
            "rows": rows,
            "faults": faults,
        }
    )


async def findings(visit: Visit, _: Mapping[str, Any]) -> Response:
    """The report of the rules, as `vendors check --format json` writes it."""
    await visit.case()
    now = await visit.standing()
    if now.report is None:
        raise ProblemError(409, "First mend what cannot be understood.")
    return Response(as_json(now.report), media_type="application/json")


async def preview(visit: Visit, values: Mapping[str, Any]) -> Response:
    """What a text would settle."""
    now = await visit.standing()
    cell = _cell(now, values["line"], values["column"])
    return JSONResponse(preview_json(await visit.register.preview(Edit(cells={cell: values["text"]}))))


async def save(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Write a cell into the sheet."""
    now = await visit.register.sheet()
    if not (values["column"] in now.sheet.header or column(values["column"])):
        raise ProblemError(404, "No such column is known.")
    cell = Cell(now.sheet.file, values["line"], values["column"])
    seen = Seen(values["version"], values["row"], cell, values.get("key", ""), values["text"])
    done = await visit.register.save(seen, visit.name)
    return JSONResponse({"version": done.becomes})


async def what_if(visit: Visit, values: Mapping[str, Any]) -> Response:
    """What would fall, and what another day would change."""
    found = await suppose(visit, values.get("without", []), values.get("day", ""))
    return JSONResponse(
        {
            "day": str(found.day),
            "without": json.loads(as_json(found.report)) if found.report else None,
            "beside_today": preview_json(found.other_day) if found.other_day else None,
        }
    )


def _cell(now: Standing, line: int, wanted: str) -> Cell:
    if line not in now.by_line or not (wanted in now.sheet.header or column(wanted)):
        raise ProblemError(404, "There is no such cell in the sheet.")
    return Cell(now.sheet.file, line, wanted)


def preview_json(found: Preview) -> dict[str, Any]:
    """What an edit would do."""
    return {
        "judged": found.judged,
        "faults_settled": [_fault(one) for one in found.faults_settled],
        "faults_new": [_fault(one) for one in found.faults_new],
        "faults_left": found.faults_left,
        "settled": [_finding(one) for one in found.settled],
        "new": [_finding(one) for one in found.new],
        "open_before": found.open_before,
        "open_after": found.open_after,
    }


def _fault(one: Fault) -> dict[str, Any]:
    return {"line": one.cell.line, "column": one.cell.column, "message": one.message, "hint": one.hint}


def _finding(one: Finding) -> dict[str, Any]:
    place = {"line": one.cell.line, "column": one.cell.column}
    return {"rule": one.rule, "verdict": one.verdict, **place, "message": one.message, "mend": one.mend}


_PLACE = (
    Field(name="line", meaning="The line on which the row begins", type="integer", required=True),
    Field(name="column", meaning="The header of the column", required=True, longest=200),
    Field(name="text", meaning="What the cell is to say", required=True, longest=_LONGEST),
)
_ROWS = {"type": "object", "required": ["day", "version", "columns", "count", "rows", "faults"]}

OPERATIONS = (
    Operation(
        method="GET",
        path="/api/v1/register",
        summary="The rows of the sheet as they stand, with faults",
        handle=show,
        query=(
            Field(name="start", meaning="How many rows to pass over", type="integer"),
            Field(name="count", meaning=f"How many rows to give, up to {_MOST}", type="integer"),
        ),
        answer=_ROWS,
    ),
    Operation(
        method="GET", path="/api/v1/findings", summary="What the rules say", handle=findings, answer={"type": "object"}
    ),
    Operation(
        method="POST",
        path="/api/v1/cells/preview",
        summary="What a text in a cell would settle; nothing is written",
        handle=preview,
        body=_PLACE,
        answer={"type": "object", "required": ["judged", "settled", "new", "faults_left"]},
    ),
    Operation(
        method="PUT",
        path="/api/v1/cells",
        summary="Write a cell; refused where the row is another by now",
        handle=save,
        needs=Role.EDIT,
        body=(
            *_PLACE,
            Field(name="version", meaning="Of the sheet that was looked at", required=True, longest=100),
            Field(name="row", meaning="What the row that was looked at is known by", required=True, longest=100),
            Field(name="key", meaning="The key of the row; it is found by it where lines moved", longest=1_000),
        ),
        answer={"type": "object", "required": ["version"]},
    ),
    Operation(
        method="GET",
        path="/api/v1/what-if",
        summary="What would fall without a vendor, a decision or a mechanism, and on another day",
        handle=what_if,
        query=(
            Field(name="without", meaning="vendor:KEY, decision:2023/1795 or mechanism:scc", many=True, longest=200),
            Field(name="day", meaning="The day to judge", day=True, longest=10),
        ),
        answer={"type": "object", "required": ["day", "without", "beside_today"]},
    ),
)
