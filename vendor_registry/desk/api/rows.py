"""Rows of the sheet: one more, or one less."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

from vendor_registry.desk.api.operation import Field, Operation
from vendor_registry.desk.api.register import preview_json
from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.register.conflict import Seen
from vendor_registry.desk.web.visit import Visit
from vendor_registry.intake.columns import column
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.model.desk.user import Role
from vendor_registry.model.text.origin import Cell
from vendor_registry.use_cases.desk.standing import Standing

_LONGEST = 32_767  # characters; what a cell of a spreadsheet holds


async def preview(visit: Visit, values: Mapping[str, Any]) -> Response:
    """What a new row would settle, and what it lacks."""
    now = await visit.standing()
    edit = Edit(added=(_cells(now, values),))
    return JSONResponse(preview_json(await visit.register.preview(edit)))


async def add(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Put a row behind the others."""
    now = await visit.register.sheet()
    done = await visit.register.add(values["version"], _cells(now, values), visit.name)
    return JSONResponse({"version": done.becomes}, 201)


async def take_out(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Take a row out."""
    cell = Cell(str(visit.office.settings.repository.sheet), values["line"], "")
    done = await visit.register.take_out(
        Seen(values["version"], values["row"], cell, values.get("key", ""), ""), visit.name
    )
    return JSONResponse({"version": done.becomes})


def _cells(now: Standing, values: Mapping[str, Any]) -> Mapping[str, str]:
    texts: Mapping[str, str] = values["cells"]
    unknown = sorted(name for name in texts if not name or not (name in now.sheet.header or column(name)))
    if unknown:
        raise ProblemError(422, f'No column "{unknown[0][:40]}" is known; `vendors columns` shows those there are.')
    return texts


_CELLS = Field(name="cells", meaning="What the row says, by column", type="object", required=True, longest=_LONGEST)
_VERSION = Field(name="version", meaning="Of the sheet that was looked at", required=True, longest=100)

OPERATIONS = (
    Operation(
        method="POST",
        path="/api/v1/rows/preview",
        summary="What a new row would settle, and what it lacks; nothing is written",
        handle=preview,
        body=(_CELLS,),
        answer={"type": "object", "required": ["judged", "settled", "new", "faults_left"]},
    ),
    Operation(
        method="POST",
        path="/api/v1/rows",
        summary="Put a row behind the others",
        handle=add,
        needs=Role.EDIT,
        status=201,
        body=(_VERSION, _CELLS),
        answer={"type": "object", "required": ["version"]},
    ),
    Operation(
        method="DELETE",
        path="/api/v1/rows",
        summary="Take a row out of the sheet; refused where it is another by now",
        handle=take_out,
        needs=Role.EDIT,
        query=(
            _VERSION,
            Field(name="line", meaning="The line on which the row begins", type="integer", required=True),
            Field(name="row", meaning="What the row that was looked at is known by", required=True, longest=100),
            Field(name="key", meaning="The key of the row; it is found by it where lines moved", longest=1_000),
        ),
        answer={"type": "object", "required": ["version"]},
    ),
)
