"""Every operation of the API. To add a resource: a file beside this one, and its line here."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import JSONResponse, Response

from vendor_registry.desk.api import changes, customers, papers, policy, proposals, register, rows, session, side
from vendor_registry.desk.api.document import document
from vendor_registry.desk.api.operation import Operation
from vendor_registry.desk.web.visit import Visit


async def described(visit: Visit, _: Mapping[str, Any]) -> Response:
    """The OpenAPI document."""
    return JSONResponse(document(OPERATIONS, visit.office.settings.root_path))


OPERATIONS: Sequence[Operation] = (
    Operation(
        method="GET",
        path="/api/v1/openapi.json",
        summary="This document",
        handle=described,
        needs=None,
    ),
    *session.OPERATIONS,
    *register.OPERATIONS,
    *rows.OPERATIONS,
    *policy.OPERATIONS,
    *changes.OPERATIONS,
    *customers.OPERATIONS,
    *side.OPERATIONS,
    *papers.OPERATIONS,
    *proposals.OPERATIONS,
)
