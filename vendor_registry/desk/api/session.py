"""Coming in and going, for programs."""

import time
from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

from vendor_registry.desk.api.operation import Field, Operation
from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.services.signing_in import signed_in
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role


async def begin(visit: Visit, values: Mapping[str, Any]) -> Response:
    """By the token that was printed, or by name and password."""
    office = visit.office
    if office.settings.users:
        name, password = values.get("name", "").strip(), values.get("password", "")
        secret = await signed_in(office, name, password, visit.address, time.monotonic())
    elif office.token.admits(values.get("token", "")):
        secret, _ = office.sessions.begin(office.settings.owner, Role.PUBLISH)
    else:
        secret = ""
    found = office.sessions.of(secret)
    if found is None:
        raise ProblemError(401, "That lets nobody in.", {"www-authenticate": "Bearer"})
    return JSONResponse({"token": secret, "name": found.name, "role": found.role}, 201)


async def end(visit: Visit, _: Mapping[str, Any]) -> Response:
    """The session is over."""
    if visit.session:
        visit.office.sessions.end(visit.session)
    return Response(status_code=204)


OPERATIONS = (
    Operation(
        method="POST",
        path="/api/v1/session",
        summary="Sign in; the token that comes back is sent as a bearer token",
        handle=begin,
        needs=None,
        status=201,
        body=(
            Field(name="name", meaning="The name, where there are users", longest=100),
            Field(name="password", meaning="The password", longest=256),
            Field(name="token", meaning="The token of the printed address, where there are none", longest=256),
        ),
        answer={"type": "object", "required": ["token", "name", "role"]},
    ),
    Operation(method="DELETE", path="/api/v1/session", summary="Sign out", handle=end, status=204),
)
