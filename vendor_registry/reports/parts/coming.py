"""What begins on a later day, in words."""

from itertools import groupby
from operator import attrgetter

from vendor_registry.model.findings.coming import Coming
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.reports.parts.tally import tally

TITLE = "What begins on a later day, judged on that day"
_NAMED = 3  # engagements


def announced(report: Report) -> list[str]:
    """What each day brings, in a sentence."""
    return [f"{one.day}  {_who(one)}: {_found(one)}" for one in report.coming]


def _who(coming: Coming) -> str:
    names = [
        f"{vendor} ({', '.join(one.key for one in rows)})"
        for vendor, rows in groupby(coming.begins, attrgetter("vendor"))
    ]
    more = [counted(len(names) - _NAMED, "other vendor")] if len(names) > _NAMED else []
    return listed([*names[:_NAMED], *more])


def _found(coming: Coming) -> str:
    see = f"see vendors check --as-of {coming.day}"
    if coming.findings is None:
        return f"not judged here: {see}."
    if not coming.findings:
        return "adds no findings."
    rules = listed(sorted({one.rule for one in coming.findings}))
    return f"adds {tally(coming.findings)} ({rules}): {see}."
