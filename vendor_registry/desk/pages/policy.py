"""The policy: the table around a finding, or the whole file, as text; what a change would settle before it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from starlette.responses import Response

from vendor_registry.desk.problem import ProblemError, problem_of
from vendor_registry.desk.services.policy import Draft, opened, preview, save
from vendor_registry.desk.web.rendering import done, page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.user import Role
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.text.origin import Fault, VendorsError
from vendor_registry.use_cases.desk.policy import Part, PolicyFile
from vendor_registry.use_cases.desk.preview import Preview
from vendor_registry.use_cases.desk.standing import Standing

Said = TypeVar("Said", Finding, Fault)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a page of the policy shows beside the text."""

    preview: Preview | None = None
    problem: ProblemError | None = None


async def show(visit: Visit) -> Response:
    """The whole file, or the table in which a line stands."""
    found = await opened(visit)
    line = visit.number("line", 0)
    part = found.part(line) if line else found.whole()
    return await _page(visit, found, part, found.version, Answer(), line=line)


async def act(visit: Visit) -> Response:
    """See what it would settle, or save it."""
    first, last = visit.filled("first"), visit.filled("last")
    whole = first.isdecimal() and last.isdecimal() and max(len(first), len(last)) < 10
    text = visit.filled("text").replace("\r\n", "\n")
    part = Part(first=int(first) if whole else 0, last=int(last) if whole else 0, text=text)
    draft = Draft(version=visit.filled("version"), part=part)
    try:
        if visit.filled("do") == "save":
            changed = await save(visit, draft)
            return done(visit, "/policy", "saved" if changed else "nothing", line=part.first)
        answer = Answer(preview=await preview(visit, draft))
    except VendorsError as error:
        answer = Answer(problem=problem_of(error))
    if visit.filled("do") == "live":
        return page(visit, "parts/preview.html", answer=answer, now=await visit.standing())
    return await _page(visit, await opened(visit), part, draft.version, answer)


async def _page(
    visit: Visit, found: PolicyFile, part: Part, version: str, answer: Answer, *, line: int = 0
) -> Response:
    now = await visit.standing()
    return page(
        visit,
        "policy.html",
        answer.problem.status if answer.problem else 200,
        title="Policy",
        now=now,
        part=part,
        is_whole=part.first == 1 and part.last > found.text.count("\n"),
        version=version,
        line=line,
        faults=_here(now.faults, now, part),
        findings=_here([one for one in now.report.findings if one.is_open] if now.report else [], now, part),
        answer=answer,
        saved=visit.done,
    )


def _here(said: Sequence[Said], now: Standing, part: Part) -> list[Said]:
    """What is said of these lines; what is said of the whole file belongs to all of them."""
    here = [one for one in said if one.cell.file == str(now.repository.policy)]
    return [one for one in here if part.first <= one.cell.line <= part.last or not one.cell.line]


PAGE = Page(path="/policy", show=show, act=act, acts=Role.PUBLISH)
