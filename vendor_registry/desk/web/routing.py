"""From a request to a page: who it is, whether they may, and whether the form is one of ours."""

import traceback
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from vendor_registry.desk.office import Office
from vendor_registry.desk.problem import API, ProblemError, as_json, problem_of
from vendor_registry.desk.security.cookies import secret_of
from vendor_registry.desk.security.headers import kind_of_body
from vendor_registry.desk.security.sessions import same
from vendor_registry.desk.web.rendering import page as rendered
from vendor_registry.desk.web.rendering import problem_page, url
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role
from vendor_registry.model.text.origin import VendorsError

Handler = Callable[[Visit], Awaitable[Response]]
_FIELDS, _FILES = 400, 1
_OURS = (
    "csrf",
    "do",
    "line",
    "column",
    "key",
    "version",
    "row",
    "first",
    "last",
    "base",
    "number",
    "password",
)  # hidden fields
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One address: what is shown there, and what a form sent there does."""

    path: str
    show: Handler | None = None
    act: Handler | None = None
    reads: Role = Role.READ
    acts: Role = Role.EDIT
    open: bool = False  # to who is not known yet


def application(office: Office, routes: Sequence[Route], log: Callable[[str], None]) -> Starlette:
    """Pages and API as one application; the gate stands in front of it."""

    async def refused(request: Request, error: Exception) -> Response:
        status, detail = (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, "")
        told = {404: "There is no such page.", 405: "That cannot be done here."}.get(status, detail)
        headers = getattr(error, "headers", None)
        return await _told(Visit(request, office), ProblemError(status, told, headers))

    async def failed(request: Request, error: Exception) -> Response:
        log("".join(traceback.format_exception(error)))
        return await _told(Visit(request, office), ProblemError(500, "This is our fault, not yours; nothing was done."))

    return Starlette(routes=routes, exception_handlers={HTTPException: refused, Exception: failed})


def page_routes(office: Office, pages: Sequence[Page]) -> list[Route]:
    """A route for each page."""
    return [Route(page.path, _endpoint(office, page), methods=_methods(page)) for page in pages]


def _methods(page: Page) -> list[str]:
    return [*(["GET"] if page.show else []), *(["POST"] if page.act else [])]


def _endpoint(office: Office, page: Page) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        visit = Visit(request, office)
        try:
            return await _answer(visit, page)
        except VendorsError as error:
            return await _told(visit, problem_of(error))
        finally:
            await visit.form.close()

    return answer


async def _answer(visit: Visit, page: Page) -> Response:
    request = visit.request
    visit.session = await visit.office.session(secret_of(request, visit.office.settings))
    acting = request.method == "POST"
    if visit.session is None and not page.open:
        return await _enter(visit, page)
    if not page.open and not visit.may(page.acts if acting else page.reads):
        raise ProblemError(403, f"That needs the role {page.acts if acting else page.reads}, which you do not have.")
    handler = page.act if acting else page.show
    if handler is None:
        raise ProblemError(405, "That cannot be done here.")
    if acting:
        visit.form = await _form(request)
        if visit.session and not same(visit.filled("csrf"), visit.session.csrf):
            raise ProblemError(
                403, "The form was not one of this desk, or your session began anew. Open the page again."
            )
    return await handler(visit)


async def _enter(visit: Visit, page: Page) -> Response:
    """To the place where one signs in; from there back, where a page was asked for."""
    settings, request = visit.office.settings, visit.request
    if request.method == "POST":
        return await _ended(visit, page)
    if not settings.users or request.method != "GET":
        raise ProblemError(401, "Nobody is signed in here. Open the address that `vendors serve` printed.")
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(url(settings, "/login", next=wanted), 303)


async def _ended(visit: Visit, page: Page) -> Response:
    """The session is over, and what somebody wrote meanwhile is handed back to them; nothing is done with it."""
    request, texts = visit.request, dict[str, str]()
    if kind_of_body(request.headers) == _FORMS[0]:
        visit.form = await _form(request)
        texts = {name: text for name, text in visit.form.items() if isinstance(text, str) and name not in _OURS}
    place = {name: visit.filled(name) for name in ("line", "column") if visit.filled(name)}
    wanted = url(visit.office.settings, request.url.path, **place) if page.show else "/"
    return rendered(visit, "ended.html", 401, title="Your session has ended", texts=texts, wanted=wanted)


async def _form(request: Request) -> FormData:
    if kind_of_body(request.headers) not in _FORMS:
        raise ProblemError(415, "A form is sent as a form.")
    return await request.form(max_fields=_FIELDS, max_files=_FILES)


async def _told(visit: Visit, problem: ProblemError) -> Response:
    if visit.request.url.path.startswith(API):
        return as_json(problem)
    return problem_page(visit, problem)
