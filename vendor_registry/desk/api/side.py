"""The sheets of customers and of waivers."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

from vendor_registry.desk.api.operation import Field, Operation
from vendor_registry.desk.api.register import preview_json
from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.services.side import ACTS, Wanted, opened, preview, save
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role

_LONGEST = 32_767  # characters; what a cell of a spreadsheet holds


async def show(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Rows as they stand, each with what it is known by."""
    found = await opened(visit, values["sheet"])
    rows = [
        {"line": one.line, "row": found.digest(one.line), "cells": found.texts(one.line)}
        for one in (found.rows if found.there else ())
    ]
    faults = [
        {"line": one.cell.line, "column": one.cell.column, "message": one.message, "hint": one.hint}
        for one in found.faults
    ]
    return JSONResponse({"version": found.version, "columns": found.kind.headers, "rows": rows, "faults": faults})


async def judge(visit: Visit, values: Mapping[str, Any]) -> Response:
    """What a row would settle."""
    return JSONResponse(preview_json(await preview(visit, values["sheet"], _wanted(values))))


async def write(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Write a row, or put one behind the others."""
    return await _keep(visit, values, out=False)


async def take_out(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Take a row out."""
    return await _keep(visit, values, out=True)


async def _keep(visit: Visit, values: Mapping[str, Any], *, out: bool) -> Response:
    name = values["sheet"]
    if not visit.may(ACTS[name]):
        raise ProblemError(403, f"That needs the role {ACTS[name]}, which you do not have.")
    await save(visit, name, _wanted(values), out=out)
    return JSONResponse({"version": (await opened(visit, name)).version})


def _wanted(values: Mapping[str, Any]) -> Wanted:
    return Wanted(line=values.get("line", 0), row=values.get("row", ""), texts=values.get("cells", {}))


_SHEET = (Field(name="sheet", meaning="Which of the two", required=True, among=tuple(ACTS)),)
_CELLS = Field(name="cells", meaning="What the row says, by column", type="object", required=True, longest=_LONGEST)
_ROW = Field(name="row", meaning="What the row that was looked at is known by", longest=100)
_BODY = (
    Field(name="line", meaning="The line on which the row begins; left out, a row is put behind the others",
          type="integer"),
    _ROW,
    _CELLS,
)  # fmt: skip
_PATH = "/api/v1/sheets/{sheet}"

OPERATIONS = (
    Operation(
        method="GET",
        path=_PATH,
        summary="The rows of the customers or of the waivers, with faults",
        handle=show,
        path_fields=_SHEET,
        answer={"type": "object", "required": ["version", "columns", "rows", "faults"]},
    ),
    Operation(
        method="POST",
        path=f"{_PATH}/preview",
        summary="What a row would settle; nothing is written",
        handle=judge,
        path_fields=_SHEET,
        body=_BODY,
        answer={"type": "object", "required": ["judged", "settled", "new", "faults_left"]},
    ),
    Operation(
        method="PUT",
        path=_PATH,
        summary="Write a row; refused where it is another by now, and where it cannot be understood",
        handle=write,
        needs=Role.EDIT,
        path_fields=_SHEET,
        body=_BODY,
        answer={"type": "object", "required": ["version"]},
    ),
    Operation(
        method="DELETE",
        path=_PATH,
        summary="Take a row out; refused where it is another by now",
        handle=take_out,
        needs=Role.EDIT,
        path_fields=_SHEET,
        query=(
            Field(name="line", meaning="The line on which the row begins", type="integer", required=True),
            Field(name="row", meaning=_ROW.meaning, required=True, longest=100),
        ),
        answer={"type": "object", "required": ["version"]},
    ),
)
