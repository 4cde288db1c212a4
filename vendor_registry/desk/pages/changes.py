"""What differs from the newest revision, what was published, and publishing."""

from starlette.responses import Response

from vendor_registry.desk.problem import problem_of
from vendor_registry.desk.services import changes
from vendor_registry.desk.web.rendering import done, page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.documents.difference import difference as document
from vendor_registry.model.desk.user import Role
from vendor_registry.model.text.origin import VendorsError


async def show(visit: Visit) -> Response:
    """The page."""
    return await _page(visit)


async def act(visit: Visit) -> Response:
    """Publish what was looked at, and nothing else."""
    base = visit.filled("base")
    try:
        made = await changes.publish(
            visit,
            note=visit.filled("note"),
            effective=visit.filled("effective"),
            version=visit.filled("version"),
            base=int(base) if base.isascii() and base.isdecimal() and len(base) < 10 else -1,
        )
    except VendorsError as error:
        problem = problem_of(error)
        return await _page(visit, problem.status, problem.detail)
    return done(visit, "/changes", str(made.number) if made else "nothing")


async def _page(visit: Visit, status: int = 200, refused: str = "") -> Response:
    now, case = await visit.standing(), await visit.case()
    found = await changes.proposal(visit)
    return page(
        visit,
        "changes.html",
        status,
        title="Changes",
        now=now,
        proposal=found,
        told=document(found.difference, case) if found.difference else None,
        log=await changes.log(visit),
        published=visit.done,
        refused=refused,
        note=visit.filled("note"),
        effective=visit.filled("effective"),
    )


PAGE = Page(path="/changes", show=show, act=act, acts=Role.PUBLISH)
