"""Objections: what customers say to a change, and what became of it."""

from starlette.responses import Response

from vendor_registry.desk.problem import ProblemError, problem_of
from vendor_registry.desk.services import telling
from vendor_registry.desk.web.rendering import done, page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role
from vendor_registry.model.ledger.notice import Outcome
from vendor_registry.model.text.origin import VendorsError


async def show(visit: Visit) -> Response:
    """The page."""
    return await _page(visit)


async def act(visit: Visit) -> Response:
    """Record an objection."""
    try:
        made = await telling.object_to(
            visit,
            customer=visit.filled("customer"),
            vendor=visit.filled("vendor"),
            reason=visit.filled("reason"),
            received=visit.filled("received"),
        )
    except VendorsError as error:
        return await _page(visit, problem_of(error))
    return done(visit, "/objections", str(made.number))


async def decide(visit: Visit) -> Response:
    """Write down what became of one."""
    number = visit.filled("number")
    try:
        made = await telling.decide(
            visit,
            number=int(number) if number.isascii() and number.isdecimal() and len(number) < 10 else 0,
            outcome=visit.filled("outcome"),
            decided=visit.filled("decided"),
        )
    except VendorsError as error:
        return await _page(visit, problem_of(error))
    return done(visit, "/objections", str(made.number))


async def _page(visit: Visit, problem: ProblemError | None = None) -> Response:
    case = await visit.case()
    told = await telling.told(visit)
    return page(
        visit,
        "objections.html",
        problem.status if problem else 200,
        title="Objections",
        problem=problem,
        objections=tuple(reversed(await telling.objected(visit))),
        customers=case.customers,
        vendors=sorted({name for one in told for name in one.vendors}, key=str.casefold),
        outcomes=[one for one in Outcome if one is not Outcome.OPEN],
        open=Outcome.OPEN,
        done=visit.done,
        asked={name: visit.filled(name) for name in ("customer", "vendor", "reason", "received")},
    )


PAGES = (
    Page(path="/objections", show=show, act=act),
    Page(path="/objections/decide", act=decide, acts=Role.PUBLISH),
)
