"""Every finding by its rule, worst first, with the chain that proves it; and what the kept rules looked at."""

from starlette.responses import Response

from vendor_registry.desk.web.rendering import page
from vendor_registry.desk.web.routing import Page
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.findings.report import Report

_SIZE = 50


async def show(visit: Visit) -> Response:
    """The page; `verdict` and `rule` narrow it."""
    now = await visit.standing()
    verdict, rule = visit.asked("verdict"), visit.asked("rule")
    found = _wanted(now.report, verdict, rule) if now.report else []
    pages = max(1, -(-len(found) // _SIZE))
    number = min(max(1, visit.number("page", 1)), pages)
    return page(
        visit,
        "findings.html",
        title="Findings",
        now=now,
        found=found[(number - 1) * _SIZE : number * _SIZE],
        count=len(found),
        number=number,
        pages=pages,
        asked={"verdict": verdict, "rule": rule},
        verdicts=list(Verdict),
        outcomes=now.report.outcomes if now.report else (),
    )


def _wanted(report: Report, verdict: str, rule: str) -> list[Finding]:
    found = [one for one in report.findings if verdict in ("", one.verdict) and rule in ("", one.rule)]
    return sorted(found, key=lambda one: (not one.is_open, one.verdict.rank, one.rule))


PAGE = Page(path="/findings", show=show)
