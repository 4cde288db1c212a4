"""Annexes as downloads: for everybody, or as one customer has them."""

from starlette.responses import Response

from vendor_registry.desk.services.papers import attachment, paper
from vendor_registry.desk.web.rendering import page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.documents.formats.catalogue import FORMATS
from vendor_registry.documents.pack.kinds import KINDS, SCHEDULE
from vendor_registry.documents.parts.phrases import languages


async def show(visit: Visit) -> Response:
    """The form."""
    case = await visit.case()
    return page(
        visit,
        "annex.html",
        title="Annexes",
        kinds={SCHEDULE: "the schedule of sub-processors"} | {kind.name: kind.meaning for kind in KINDS.values()},
        formats=list(FORMATS),
        languages=languages(),
        customers=case.customers,
        products=sorted(case.policy.products),
        zones=sorted(case.policy.zones),
    )


async def file(visit: Visit) -> Response:
    """The document."""
    made = await paper(
        visit,
        kind=visit.asked("kind", SCHEDULE),
        form=visit.asked("format", "docx"),
        customer=visit.asked("customer"),
        product=visit.asked("product"),
        zone=visit.asked("zone"),
        language=visit.asked("lang"),
    )
    return attachment(made.content, made.name)


PAGES = (Page(path="/annex", show=show), Page(path="/annex/file", show=file))
