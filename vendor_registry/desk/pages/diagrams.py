"""Diagrams: the views of `vendors graph`, each with its downloads."""

from starlette.responses import Response

from vendor_registry.desk.problem import problem_of
from vendor_registry.desk.security.headers import INTERACTIVE, PICTURE
from vendor_registry.desk.services.papers import picture, type_of
from vendor_registry.desk.web.rendering import page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.drawing.views.catalogue import DEFAULT, VIEWS
from vendor_registry.model.text.origin import VendorsError
from vendor_registry.use_cases.diagrams.wish import Wish, view_called

_STATES = "diff"  # compares two states: the page of changes tells them
_ASKED = ("view", "of", "product", "only")


async def show(visit: Visit) -> Response:
    """A view, and the form that chooses another."""
    case = await visit.case()
    asked = {name: visit.asked(name) for name in _ASKED}
    asked["view"] = asked["view"] or DEFAULT
    problem = None
    try:
        view_called(_wish(visit))
        file = await picture(visit, _wish(visit), "svg")
        remarks = file.remarks
    except VendorsError as error:
        problem, remarks = problem_of(error), ()
    return page(
        visit,
        "diagrams.html",
        422 if problem else 200,
        title="Diagrams",
        asked=asked,
        views=[one for one in VIEWS if one != _STATES],
        products=sorted(case.policy.products),
        formats=list(FORMATS),
        problem=problem,
        remarks=remarks,
    )


async def file(visit: Visit) -> Response:
    """The picture itself, or a download of it in another format; a page with a script of its own gets no session."""
    form = visit.asked("format", "svg")
    made = await picture(visit, _wish(visit), form)
    shown = form in ("svg", "html") and visit.asked("download") != "yes"
    headers = {"content-security-policy": INTERACTIVE if form == "html" else PICTURE}
    headers["content-disposition"] = f'{"inline" if shown else "attachment"}; filename="{made.name}"'
    return Response(made.content, media_type=type_of(made.name), headers=headers)


def _wish(visit: Visit) -> Wish:
    return Wish(
        view=visit.asked("view", DEFAULT) or DEFAULT,
        of=visit.asked("of"),
        product=visit.asked("product"),
        only=visit.asked("only"),
    )


PAGES = (Page(path="/diagrams", show=show), Page(path="/diagrams/file", show=file))
