"""Pages from templates, every text escaped (the door to jinja2 on this floor)."""

from collections.abc import Callable, Hashable
from functools import partial
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, RedirectResponse, Response

from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.settings import Settings
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.visible import printable
from vendor_registry.use_cases.desk.standing import Standing

MENU = {
    "/": "Register",
    "/findings": "Findings",
    "/policy": "Policy",
    "/customers": "Customers",
    "/waivers": "Waivers",
    "/diagrams": "Diagrams",
    "/what-if": "What if",
    "/changes": "Changes",
    "/notices": "Notices",
    "/objections": "Objections",
    "/annex": "Annexes",
    "/proposals": "Uploads",
    "/trail": "Trail",
}

_TITLES = {
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "Not possible",
    409: "Not yet",
    413: "Too large",
    415: "Not understood",
    422: "Not understood",
    429: "Too many tries",
    500: "Our fault",
    503: "Not just now",
}
_REMEMBERED = 200  # parts of pages


def url(settings: Settings, path: str, **query: object) -> str:
    """The address of a page of the desk, wherever a proxy has put it."""
    said = {key: value for key, value in query.items() if value not in ("", None)}
    return settings.root_path + path + (f"?{urlencode(said)}" if said else "")


def done(visit: Visit, path: str, what: str, **query: object) -> Response:
    """To the page that says what was done. Its address does not, since anybody could write that."""
    word = visit.session.keep(what) if visit.session else ""
    return RedirectResponse(url(visit.office.settings, path, **query, done=word), 303)


def page(visit: Visit, template: str, status: int = 200, **context: Any) -> Response:
    """A page with the menu around it."""
    settings = visit.office.settings
    known = {
        "visit": visit,
        "session": visit.session,
        "url": partial(url, settings),
        "csrf": visit.session.csrf if visit.session else "",
        "menu": MENU,
        "here": visit.request.url.path,
        "today": settings.today(),
        "may_edit": visit.may(Role.EDIT),
        "may_publish": visit.may(Role.PUBLISH),
        "register_name": str(settings.repository.sheet.name),
    }
    return HTMLResponse(_TEMPLATES.get_template(template).render(known | context), status)


def fragment(visit: Visit, now: Standing, template: str, asked: Hashable, make: Callable[[], dict[str, Any]]) -> Markup:
    """A part of a page that is the same for everybody while the register stands as it does; rendered once."""
    known = visit.register.rendered(now)
    if asked not in known:
        settings = visit.office.settings
        context = {"url": partial(url, settings), "now": now} | make()
        while len(known) >= _REMEMBERED:
            del known[next(iter(known))]
        known[asked] = _TEMPLATES.get_template(template).render(context)
    return Markup(known[asked])  # rendered here a moment ago, every text in it escaped


def problem_page(visit: Visit, problem: ProblemError) -> Response:
    """What went wrong, and the way back."""
    title = _TITLES.get(problem.status, HTTPStatus(problem.status).phrase)
    response = page(visit, "problem.html", problem.status, title=title, problem=problem)
    response.headers.update(problem.headers)
    return response


def sentence(text: str) -> str:
    """What faults say, as it stands on a page: with a capital, and a full stop."""
    return text[:1].upper() + text[1:] + ("" if not text or text.rstrip()[-1:] in ".?!" else ".")


_TEMPLATES = Environment(
    loader=PackageLoader("vendor_registry.desk.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters["counted"] = lambda number, what, many="": counted(number, what, *([many] if many else []))
_TEMPLATES.filters["printable"] = printable
_TEMPLATES.filters["sentence"] = sentence
_TEMPLATES.filters["kind"] = lambda thing: type(thing).__name__
