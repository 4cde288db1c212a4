"""The policy as text."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

from vendor_registry.desk.api.operation import Field, Operation
from vendor_registry.desk.api.register import preview_json
from vendor_registry.desk.services.policy import Draft, opened, preview, save
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role
from vendor_registry.use_cases.desk.policy import Part


async def show(visit: Visit, _: Mapping[str, Any]) -> Response:
    """All of it, and its version."""
    found = await opened(visit)
    return JSONResponse({"version": found.version, "text": found.text})


async def judge(visit: Visit, values: Mapping[str, Any]) -> Response:
    """What would follow if it said something else."""
    return JSONResponse(preview_json(await preview(visit, await _draft(visit, values))))


async def write(visit: Visit, values: Mapping[str, Any]) -> Response:
    """Write it."""
    changed = await save(visit, await _draft(visit, values))
    return JSONResponse({"version": (await opened(visit)).version, "lines": changed})


async def _draft(visit: Visit, values: Mapping[str, Any]) -> Draft:
    last = (await opened(visit)).whole().last
    return Draft(version=values["version"], part=Part(first=1, last=last, text=values["text"]))


_BODY = (
    Field(name="version", meaning="Of the policy that was looked at", required=True, longest=100),
    Field(name="text", meaning="All of it, as TOML", required=True),
)

OPERATIONS = (
    Operation(
        method="GET",
        path="/api/v1/policy",
        summary="The policy, as TOML",
        handle=show,
        answer={"type": "object", "required": ["version", "text"]},
    ),
    Operation(
        method="POST",
        path="/api/v1/policy/preview",
        summary="What another policy would settle; nothing is written",
        handle=judge,
        body=_BODY,
        answer={"type": "object", "required": ["judged", "settled", "new", "faults_left"]},
    ),
    Operation(
        method="PUT",
        path="/api/v1/policy",
        summary="Write the policy; refused where it is another by now, and where it cannot be understood",
        handle=write,
        needs=Role.PUBLISH,
        body=_BODY,
        answer={"type": "object", "required": ["version", "lines"]},
    ),
)
