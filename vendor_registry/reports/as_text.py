"""Findings as a person reads them, rule by rule, the worst first."""

from collections.abc import Iterator

from vendor_registry.model.finding import Finding, Outcome
from vendor_registry.model.report import Report
from vendor_registry.model.visible import visible
from vendor_registry.reports.parts.finding_lines import body, heading
from vendor_registry.reports.parts.tally import KEPT, in_order, standing, summary, worst_first
from vendor_registry.reports.parts.wrapping import WIDTH, wrapped

_COLOURS = {"broken": "31;1", "gap": "33", "warning": "36", KEPT: "32"}
_MARGIN = 8  # columns of the standing
_NARROWEST = 40  # columns; on fewer, lines would hold no words


def as_text(report: Report) -> str:
    """The report as plain text."""
    return _text(report, WIDTH, colour=False)


def as_terminal_text(report: Report, columns: int, colour: bool) -> str:
    """The report for a terminal of so many columns; colour only marks the verdicts, which are also written out."""
    return _text(report, max(_NARROWEST, min(columns, WIDTH)), colour)


def _text(report: Report, width: int, colour: bool) -> str:
    lines = [line for outcome in worst_first(report.outcomes) for line in _outcome(outcome, width, colour)]
    return "\n".join([*lines, *_last(visible(summary(report)), width)]) + "\n"


def _last(text: str, width: int) -> Iterator[str]:
    """The summary: one line, as programs look for it, but on a narrow terminal."""
    yield from [text] if width == WIDTH else wrapped("", text, indent=0, width=width)


def _outcome(outcome: Outcome, width: int, colour: bool) -> Iterator[str]:
    shown = standing(outcome)
    looked = f"  ({outcome.examined})" if outcome.examined and shown == KEPT else ""
    first, *rest = wrapped("", visible(f"{outcome.rule}  {outcome.statement}{looked}"), _MARGIN, width)
    yield _painted(shown.upper().ljust(_MARGIN), shown, colour) + first[_MARGIN:]
    yield from rest
    if shown == KEPT:
        yield from wrapped("", visible(f"nearest miss: {outcome.nearest}" if outcome.nearest else ""), _MARGIN, width)
    laws = {finding.law for finding in outcome.findings}
    for finding in in_order(outcome.findings):
        yield from ("", f"  {_headed(finding, colour)}", *body(finding, width))
        yield from wrapped("law", visible("; ".join(finding.law)) if len(laws) > 1 else "", width=width)
    if outcome.findings:
        yield from _background(outcome, laws.pop() if len(laws) == 1 else (), width)
        yield ""


def _headed(finding: Finding, colour: bool) -> str:
    text, verdict = heading(finding), f"  {finding.verdict}"
    if not (colour and finding.is_open):
        return text
    return text.removesuffix(verdict) + "  " + _painted(finding.verdict, finding.verdict, colour)


def _background(outcome: Outcome, law: tuple[str, ...], width: int) -> Iterator[str]:
    """What is the same for all findings of the rule: the law, why we have it, whom to ask."""
    told = (("law", "; ".join(law)), ("why", outcome.why), ("how", outcome.how))
    lines = [line for label, text in told for line in wrapped(label, visible(text), 2, width)]
    yield from ["", *lines] if lines else []


def _painted(text: str, colour_of: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[colour_of]}m{text}\x1b[0m" if colour else text
