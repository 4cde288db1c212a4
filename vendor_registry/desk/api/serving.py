"""From a request to an operation: who it is, whether they may, and whether what they sent is what it takes."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vendor_registry.desk.api.operation import BYTES, JSON, Field, Operation
from vendor_registry.desk.office import Office
from vendor_registry.desk.problem import ProblemError, as_json, problem_of
from vendor_registry.desk.security.cookies import is_bearer, secret_of
from vendor_registry.desk.security.headers import kind_of_body
from vendor_registry.desk.security.sessions import same
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.text.origin import VendorsError

_SAFE = ("GET", "HEAD")


def api_routes(office: Office, operations: Sequence[Operation]) -> list[Route]:
    """A route for each address, whatever can be done there."""
    paths: dict[str, dict[str, Operation]] = {}
    for one in operations:
        paths.setdefault(one.path, {})[one.method] = one
    return [Route(path, _endpoint(office, found), methods=[*found]) for path, found in paths.items()]


def _endpoint(office: Office, found: Mapping[str, Operation]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        one = found.get("GET" if request.method == "HEAD" else request.method)
        try:
            if one is None:
                raise ProblemError(405, "That cannot be done here.", {"allow": ", ".join(found)})
            return await _answer(Visit(request, office), one)
        except VendorsError as error:
            return as_json(problem_of(error))

    return answer


async def _answer(visit: Visit, one: Operation) -> Response:
    request, settings = visit.request, visit.office.settings
    visit.session = await visit.office.session(secret_of(request, settings))
    if one.needs is not None:
        _refuse_stranger(visit, one)
    values = _path(request, one.path_fields) | _query(request, one.query)
    if one.raw:
        if kind_of_body(request.headers) != BYTES:
            raise ProblemError(415, f"Send the file as it is, as {BYTES}.")
        values["content"] = await request.body()
    elif one.method not in _SAFE and (one.body or await request.body()):
        values |= await _body(request, one.body)
    return await one.handle(visit, values)


def _refuse_stranger(visit: Visit, one: Operation) -> None:
    request, session = visit.request, visit.session
    if session is None:
        raise ProblemError(401, "Sign in first: POST /api/v1/session.", {"www-authenticate": "Bearer"})
    if one.needs is not None and not session.role.may(one.needs):
        raise ProblemError(403, f"That needs the role {one.needs}, which you do not have.")
    by_cookie = not is_bearer(request)
    if one.method not in _SAFE and by_cookie and not same(request.headers.get("x-csrf-token", ""), session.csrf):
        raise ProblemError(403, "With a cookie, send the token of the session as X-CSRF-Token.")


def _path(request: Request, fields: Sequence[Field]) -> dict[str, Any]:
    return {one.name: one.checked(_typed(one, request.path_params[one.name])) for one in fields}


def _query(request: Request, fields: Sequence[Field]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for one in fields:
        said = request.query_params.getlist(one.name)
        if one.many:
            values[one.name] = [one.checked(_typed(one, text)) for text in said]
        elif said:
            values[one.name] = one.checked(_typed(one, said[-1]))
        elif one.required:
            raise ProblemError(422, f'"{one.name}" is missing in the address: {one.meaning}.')
    return values


def _typed(one: Field, text: str) -> Any:
    """A value of an address, which is always a text."""
    if one.type == "integer":
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 11 else text
    return {"true": True, "false": False}.get(text, text) if one.type == "boolean" else text


async def _body(request: Request, fields: Sequence[Field]) -> dict[str, Any]:
    if kind_of_body(request.headers) != JSON:
        raise ProblemError(415, f"Send {JSON}.")
    try:
        sent = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise ProblemError(400, "The body is no JSON in UTF-8.") from None
    if not isinstance(sent, dict):
        raise ProblemError(422, "The body is no object.")
    known = {one.name: one for one in fields}
    unknown = sorted(sent.keys() - known.keys())
    if unknown:
        raise ProblemError(
            422, f"The body has fields that mean nothing here; it may have {', '.join(known) or 'none'}."
        )
    missing = [one.name for one in fields if one.required and one.name not in sent]
    if missing:
        raise ProblemError(422, f"The body lacks {', '.join(missing)}.")
    return {name: known[name].checked(value) for name, value in sent.items()}
