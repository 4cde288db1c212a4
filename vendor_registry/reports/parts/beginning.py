"""Where to begin, in words: the cells that settle most."""

from vendor_registry.model.findings.remedy import Remedy
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import counted, listed

TITLE = "What settles most findings, the most helpful cell first"


def begin_with(report: Report) -> list[tuple[Remedy, str]]:
    """Each remedy with what is said of it: what to write, and how many findings that settles."""
    number = {remedy.cell: place for place, remedy in enumerate(report.first, start=1)}
    return [(one, f"{one.write} {_settles(one, [number[cell] for cell in one.together])}") for one in report.first]


def _settles(remedy: Remedy, beside: list[int]) -> str:
    what = f'If that is "{remedy.supposed}", it settles' if remedy.supposed else "That settles"
    others = f", together with {listed(map(str, beside))}" if beside else ""
    return f"{what} at least {counted(remedy.settles, 'finding')}{others}."
