"""The trail: who changed, published and decided what, and when."""

from starlette.responses import Response

from vendor_registry.desk.web.rendering import page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.store.activity import activities


async def show(visit: Visit) -> Response:
    """The newest deeds."""
    found = await visit.register.fetch(activities, visit.ledger)
    return page(visit, "trail.html", title="Trail", found=found)


PAGE = Page(path="/trail", show=show)
