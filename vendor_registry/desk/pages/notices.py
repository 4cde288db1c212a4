"""Notices: whom to tell of what, the letters, the record that they were sent, and the days that come."""

from starlette.responses import Response

from vendor_registry.desk.problem import ProblemError, problem_of
from vendor_registry.desk.services import telling
from vendor_registry.desk.services.papers import attachment
from vendor_registry.desk.web.rendering import done, page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.documents.formats.catalogue import LETTERS
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import UsageError, VendorsError
from vendor_registry.reports.calendar.as_ics import as_ics
from vendor_registry.use_cases.customers.notices.notifications import Notification


async def show(visit: Visit) -> Response:
    """The page."""
    return await _page(visit)


async def act(visit: Visit) -> Response:
    """Record that the notice of the newest revision was sent."""
    try:
        made = await telling.record(
            visit,
            customer=visit.filled("customer"),
            channel=visit.filled("channel"),
            sent=visit.filled("sent"),
            effective=visit.filled("effective"),
        )
    except VendorsError as error:
        return await _page(visit, problem_of(error))
    return done(visit, "/notices", counted(len(made), "notice"))


async def letter(visit: Visit) -> Response:
    """The letter to a customer, as a download."""
    form = visit.asked("format", "docx")
    content, name = await telling.letter(
        visit, visit.asked("customer"), form, visit.asked("lang"), visit.asked("reason")[:2_000]
    )
    return attachment(content, name)


async def calendar(visit: Visit) -> Response:
    """The year's days for a calendar program."""
    entries = await telling.year(visit)
    headers = {"content-disposition": 'attachment; filename="deadlines.ics"'}
    return Response(as_ics(entries, visit.office.settings.today()), media_type="text/calendar", headers=headers)


async def _page(visit: Visit, problem: ProblemError | None = None) -> Response:
    case = await visit.case()
    concerned: tuple[Notification, ...] = ()
    why_not = "" if case.customers else "There are no customers: there is no customers.csv beside the policy."
    try:
        concerned = (await telling.to_tell(visit)).told if case.customers else ()
    except UsageError as error:
        why_not = str(error)
    return page(
        visit,
        "notices.html",
        problem.status if problem else 200,
        title="Notices",
        problem=problem,
        concerned=concerned,
        why_not=why_not,
        customers=case.customers,
        told=await telling.told(visit),
        days=await telling.year(visit),
        formats=list(LETTERS),
        languages=list(case.policy.languages),
        recorded=visit.done,
    )


PAGES = (
    Page(path="/notices", show=show, act=act),
    Page(path="/notices/letter", show=letter),
    Page(path="/notices/deadlines.ics", show=calendar),
)
