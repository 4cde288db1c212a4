"""The trail: who changed, published and decided what, and when; a cell can be put back from there."""

from starlette.responses import Response

from vendor_registry.desk.web.rendering import page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.activity import Activity, Deed
from vendor_registry.store.activity import activities
from vendor_registry.use_cases.desk.standing import Standing


async def show(visit: Visit) -> Response:
    """The newest deeds."""
    found = await visit.register.fetch(activities, visit.ledger)
    now = await visit.standing()
    lines = {now.key(row.line): row.line for row in now.rows}
    back = {one.number: place for one in found if (place := _place(one, now, lines))}
    return page(visit, "trail.html", title="Trail", found=found, back=back)


def _place(one: Activity, now: Standing, lines: dict[str, int]) -> tuple[int, str] | None:
    """The line and the column of a cell that was changed, as far as it is still there."""
    key, _, column = one.what.rpartition(", ")
    changed = one.deed is Deed.CHANGED and one.before != one.after
    return (lines[key], column) if changed and key in lines and column in now.sheet.header else None


PAGE = Page(path="/trail", show=show)
