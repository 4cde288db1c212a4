"""What if a vendor were gone, a decision fell, or it were another day."""

from starlette.responses import Response

from vendor_registry.desk.problem import problem_of
from vendor_registry.desk.services.what_if import Supposed, choices, suppose
from vendor_registry.desk.web.rendering import page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.text.origin import VendorsError

_MOST = 20
_LONGEST = 200  # letters


async def show(visit: Visit) -> Response:
    """The question and its answer; nothing is kept."""
    case = await visit.case()
    like = visit.asked("like")[:_LONGEST]
    if visit.asked("do") == "list":
        return page(visit, "parts/choices.html", choices=choices(case, like))
    gone = [one.strip() for one in visit.request.query_params.getlist("without") if one.strip()][:_MOST]
    day = visit.asked("day")
    found: Supposed | None = None
    problem = None
    try:
        found = await suppose(visit, gone, day) if gone or day else None
    except VendorsError as error:
        problem = problem_of(error)
    return page(
        visit,
        "what_if.html",
        problem.status if problem else 200,
        title="What if",
        now=await visit.standing(),
        found=found,
        problem=problem,
        choices=choices(case),
        like=like,
        found_like=choices(case, like)[:_MOST] if like else [],
        asked={"without": gone, "day": day},
    )


PAGE = Page(path="/what-if", show=show)
