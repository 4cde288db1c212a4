"""The difference to the newest revision, revisions, and publishing."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

from vendor_registry.desk.api.operation import Field, Operation
from vendor_registry.desk.services import changes
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role
from vendor_registry.reports.difference_json import as_json
from vendor_registry.store.activity import activities
from vendor_registry.store.published import Revision


async def show(visit: Visit, _: Mapping[str, Any]) -> Response:
    """What publishing would change."""
    now, found = await visit.standing(), await changes.proposal(visit)
    difference = json.loads(as_json(found.difference)) if found.difference else None
    return JSONResponse(
        {"version": now.version, "base": found.base, "changed": found.changed, "difference": difference}
    )


async def revisions(visit: Visit, _: Mapping[str, Any]) -> Response:
    """Newest first."""
    return JSONResponse([_revision(one) for one in await changes.log(visit)])


async def publish(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Store the sheet as the next revision; null where nothing changed."""
    made = await changes.publish(
        visit,
        note=values.get("note", ""),
        effective=values.get("effective", ""),
        version=values["version"],
        base=values["base"],
    )
    return JSONResponse({"revision": _revision(made) if made else None}, 201)


async def trail(visit: Visit, _: Mapping[str, Any]) -> Response:
    """Who did what, newest first."""
    found = await visit.register.fetch(activities, visit.ledger)
    return JSONResponse(
        [
            {
                "number": one.number,
                "at": one.at.isoformat(),
                "by": one.by,
                "deed": one.deed,
                "what": one.what,
                "before": one.before,
                "after": one.after,
            }
            for one in found
        ]
    )


def _revision(one: Revision) -> dict[str, Any]:
    return {
        "number": one.number,
        "published_at": one.published_at.isoformat(),
        "author": one.author,
        "note": one.note,
        "effective": str(one.effective) if one.effective else None,
        "rows": one.rows,
    }


OPERATIONS = (
    Operation(
        method="GET",
        path="/api/v1/changes",
        summary="What differs from the newest revision",
        handle=show,
        answer={"type": "object", "required": ["version", "base", "changed", "difference"]},
    ),
    Operation(
        method="GET", path="/api/v1/revisions", summary="What was published", handle=revisions, answer={"type": "array"}
    ),
    Operation(
        method="POST",
        path="/api/v1/revisions",
        summary="Publish the sheet that was looked at",
        handle=publish,
        needs=Role.PUBLISH,
        status=201,
        body=(
            Field(name="version", meaning="Of the sheet that was looked at", required=True, longest=100),
            Field(name="base", meaning="The newest revision then; 0: none", type="integer", required=True),
            Field(name="note", meaning="Why, for those who read the log", longest=2_000),
            Field(name="effective", meaning="The day from which the changes count", day=True, longest=10),
        ),
        answer={"type": "object", "required": ["revision"]},
    ),
    Operation(
        method="GET", path="/api/v1/trail", summary="Who did what, newest first", handle=trail, answer={"type": "array"}
    ),
)
