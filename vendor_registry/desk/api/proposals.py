"""Uploads: handed in, compared, taken over or thrown away."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

from vendor_registry.desk.api.operation import Field, Operation
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role
from vendor_registry.use_cases.desk.uploads import Upload


async def waiting(visit: Visit, _: Mapping[str, Any]) -> Response:
    """Newest first."""
    return JSONResponse([_said(one) for one in await visit.office.proposals.waiting()])


async def hand_in(visit: Visit, values: Mapping[str, Any]) -> Response:
    """A CSV, XLSX or ODS file; nothing of it touches the sheet."""
    made = await visit.office.proposals.add(values["content"], values.get("name", "upload"), visit.name)
    return JSONResponse(_said(made), 201)


async def show(visit: Visit, values: Mapping[str, Any]) -> Response:
    """What it changes in the sheet as it is now."""
    found = await visit.office.proposals.called(values["id"])
    differs, version = await visit.office.proposals.difference(found)
    changes = [
        {"key": one.key, "column": one.cell.column, "before": one.before, "after": one.after} for one in differs.changes
    ]
    now = await visit.standing()
    missing = [now.key(line) for line in differs.missing]
    return JSONResponse(
        {**_said(found), "version": version, "changes": changes, "added": list(differs.added), "missing": missing}
    )


async def decide(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Take it over as it was compared, or throw it away."""
    found = await visit.office.proposals.called(values["id"])
    if values["decision"] == "drop":
        await visit.office.proposals.drop(found)
        return JSONResponse({"done": "thrown away"})
    words = await visit.office.proposals.take_over(
        found, values.get("version", ""), visit.name, remove=values.get("remove", False)
    )
    return JSONResponse({"done": words})


def _said(one: Upload) -> dict[str, Any]:
    return {"id": one.id, "name": one.name, "by": one.by, "at": one.at.isoformat()}


_ID = (Field(name="id", meaning="The proposal", required=True, longest=100),)

OPERATIONS = (
    Operation(
        method="GET", path="/api/v1/proposals", summary="Uploads that wait", handle=waiting, answer={"type": "array"}
    ),
    Operation(
        method="POST",
        path="/api/v1/proposals",
        summary="Hand in another version of the sheet, as a file",
        handle=hand_in,
        needs=Role.EDIT,
        raw=True,
        status=201,
        query=(Field(name="name", meaning="What the file is called", longest=200),),
        answer={"type": "object", "required": ["id", "name", "by", "at"]},
    ),
    Operation(
        method="GET",
        path="/api/v1/proposals/{id}",
        summary="What an upload changes",
        handle=show,
        path_fields=_ID,
        answer={"type": "object", "required": ["version", "changes", "added", "missing"]},
    ),
    Operation(
        method="POST",
        path="/api/v1/proposals/{id}/decision",
        summary="Take an upload over, or throw it away",
        handle=decide,
        needs=Role.EDIT,
        path_fields=_ID,
        body=(
            Field(name="decision", meaning="What becomes of it", required=True, among=("take", "drop")),
            Field(name="version", meaning="Of the sheet with which it was compared", longest=100),
            Field(name="remove", meaning="Whether rows that it does not have are taken out", type="boolean"),
        ),
        answer={"type": "object", "required": ["done"]},
    ),
)
