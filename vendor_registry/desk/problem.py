"""What went wrong, for people as a page and for programs as RFC 9457 has it."""

from collections.abc import Mapping
from html import escape
from http import HTTPStatus
from typing import Any

from starlette.responses import HTMLResponse, JSONResponse, Response

from vendor_registry.model.text.origin import FailureError, RefusedError, UsageError, VendorsError
from vendor_registry.use_cases.desk.saving import ChangedUnderneathError

MEDIA_TYPE = "application/problem+json"
API = "/api/"


class ProblemError(VendorsError):
    """A request that is not carried out, with the status that says why and a sentence for people."""

    def __init__(
        self,
        status: int,
        detail: str,
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        self.status, self.detail, self.headers, self.more = status, detail, dict(headers or {}), dict(more or {})
        super().__init__(detail)


def problem_of(error: VendorsError) -> ProblemError:
    """Any refusal of ours as a problem."""
    if isinstance(error, ProblemError):
        return error
    if isinstance(error, ChangedUnderneathError):
        return ProblemError(409, str(error))
    if isinstance(error, RefusedError):
        faults = [
            {"place": str(one.cell), "column": one.cell.column, "message": one.message, "hint": one.hint}
            for one in error.faults
        ]
        return ProblemError(422, "What was handed in cannot be understood.", more={"faults": faults})
    if isinstance(error, UsageError):
        return ProblemError(422, str(error))
    if isinstance(error, FailureError):
        return ProblemError(503, str(error))
    return ProblemError(500, str(error))


def as_json(problem: ProblemError) -> Response:
    """RFC 9457, Problem Details for HTTP APIs. Its type is left out: the status says it all."""
    title = HTTPStatus(problem.status).phrase
    body = {"title": title, "status": problem.status, "detail": problem.detail, **problem.more}
    return JSONResponse(body, problem.status, problem.headers, MEDIA_TYPE)


def told(problem: ProblemError, path: str) -> Response:
    """Without a page around it, for what is refused before anybody is known."""
    if path.startswith(API):
        return as_json(problem)
    title = escape(HTTPStatus(problem.status).phrase)
    page = (
        f'<!doctype html><html lang="en"><title>{title}</title><h1>{title}</h1><p>{escape(problem.detail)}</p></html>'
    )
    return HTMLResponse(page, problem.status, problem.headers)
