"""Coming in: by the address that was printed, or with a name and a password; and going."""

import time

from starlette.responses import RedirectResponse, Response

from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.security.cookies import drop, keep
from vendor_registry.desk.services.signing_in import signed_in
from vendor_registry.desk.web.rendering import page, url
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role


async def by_token(visit: Visit) -> Response:
    """The address that is printed at the start works once, for the one who started the desk."""
    office = visit.office
    if office.settings.users:
        return RedirectResponse(url(office.settings, "/login"), 303)
    if visit.request.method != "GET":
        raise ProblemError(405, "That cannot be done here.", {"allow": "GET"})  # who only looks uses nothing up
    if not office.token.admits(visit.asked("token")):
        if visit.session:
            return RedirectResponse(url(office.settings, "/"), 303)
        raise ProblemError(
            401,
            "That address works once, and only for this start. Stop `vendors serve` and start it again for a new one.",
        )
    secret, _ = office.sessions.begin(office.settings.owner, Role.PUBLISH)
    response = RedirectResponse(url(office.settings, "/"), 303)
    keep(response, visit.request, office.settings, secret)
    return response


async def login(visit: Visit) -> Response:
    """The form."""
    return page(visit, "login.html", title="Sign in", wanted=_inside(visit.asked("next")), refused="", name="")


async def sign_in(visit: Visit) -> Response:
    """Name and password; every refusal says the same."""
    office, wanted = visit.office, _inside(visit.filled("next"))
    if not office.settings.users:
        raise ProblemError(404, "There is no such page.")
    name = visit.filled("name").strip()
    secret = await signed_in(office, name, visit.filled("password"), visit.address, time.monotonic())
    if not secret:
        return page(
            visit, "login.html", 401, title="Sign in", wanted=wanted, refused="Name or password is wrong.", name=name
        )
    response = RedirectResponse(office.settings.root_path + wanted, 303)
    keep(response, visit.request, office.settings, secret)
    return response


async def leave(visit: Visit) -> Response:
    """The session ends, here and in every tab."""
    if visit.session:
        visit.office.sessions.end(visit.session)
    response = page(visit, "left.html", title="Signed out", session=None)
    drop(response, visit.request, visit.office.settings)
    return response


def _inside(wanted: str) -> str:
    """A page of the desk: what leads elsewhere, in any of the ways browsers read addresses, leads to the first page."""
    plain = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted and wanted.isprintable()
    return wanted if plain else "/"


PAGES = (
    Page(path="/enter", show=by_token, open=True),
    Page(path="/login", show=login, act=sign_in, open=True),
    Page(path="/leave", act=leave, acts=Role.READ),
)
