"""Uploads: a workbook or a CSV becomes a proposal, and is taken over only when somebody says so."""

from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from vendor_registry.desk.problem import ProblemError, problem_of
from vendor_registry.desk.web.rendering import done, page, url
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.text.origin import VendorsError
from vendor_registry.use_cases.desk.uploads import Upload

_SHOWN = 200  # changes


async def show(visit: Visit) -> Response:
    """Those that wait, and the form for another."""
    return await _list(visit)


async def upload(visit: Visit) -> Response:
    """Read a file; nothing of it touches the sheet."""
    sent = visit.form.get("file")
    if not isinstance(sent, UploadFile) or not sent.filename:
        return await _list(visit, ProblemError(422, "Choose a file first."))
    try:
        made = await visit.office.proposals.add(await sent.read(), sent.filename, visit.name)
    except VendorsError as error:
        return await _list(visit, problem_of(error))
    return RedirectResponse(url(visit.office.settings, f"/proposals/{made.id}"), 303)


async def one(visit: Visit) -> Response:
    """What a proposal changes, and what would follow."""
    return await _one(visit, await visit.office.proposals.called(visit.request.path_params["id"]))


async def act(visit: Visit) -> Response:
    """Take it over, or throw it away."""
    proposals = visit.office.proposals
    found = await proposals.called(visit.request.path_params["id"])
    if visit.filled("do") == "drop":
        await proposals.drop(found)
        return done(visit, "/proposals", "Thrown away; the sheet is as it was.")
    try:
        words = await proposals.take_over(
            found, visit.filled("version"), visit.name, remove=visit.filled("remove") == "yes"
        )
    except VendorsError as error:
        return await _one(visit, found, problem_of(error))
    return done(visit, "/proposals", f"Taken over: {words}.")


async def _list(visit: Visit, problem: ProblemError | None = None) -> Response:
    return page(
        visit,
        "proposals.html",
        problem.status if problem else 200,
        title="Uploads",
        waiting=await visit.office.proposals.waiting(),
        problem=problem,
        done=visit.done,
        most=visit.office.settings.upload_bytes // 1_000_000,
    )


async def _one(visit: Visit, found: Upload, problem: ProblemError | None = None) -> Response:
    differs, version = await visit.office.proposals.difference(found)
    try:
        follows = await visit.office.proposals.consequence(differs)
    except VendorsError as error:
        follows, problem = None, problem or problem_of(error)
    now = await visit.standing()
    return page(
        visit,
        "proposal.html",
        problem.status if problem else 200,
        title=found.name,
        found=found,
        differs=differs,
        shown=_SHOWN,
        version=version,
        now=now,
        missing=[(line, now.key(line)) for line in differs.missing],
        preview=follows,
        problem=problem,
    )


PAGES = (
    Page(path="/proposals", show=show, act=upload),
    Page(path="/proposals/{id}", show=one, act=act),
)
