"""Findings as a person reads them: where to begin, then rule by rule, the worst first."""

from collections.abc import Collection, Iterator

from vendor_registry.model.findings.finding import Finding, Outcome
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts import coming
from vendor_registry.reports.parts.beginning import TITLE, begin_with
from vendor_registry.reports.parts.fault_words import no_judgement
from vendor_registry.reports.parts.finding_lines import body, heading
from vendor_registry.reports.parts.groups import Group, together
from vendor_registry.reports.parts.row_lines import row_lines
from vendor_registry.reports.parts.tally import KEPT, standing, summary, tally, worst_first
from vendor_registry.reports.parts.telling import PLAIN, Telling
from vendor_registry.reports.parts.wrapping import WIDTH, wrapped

_COLOURS = {"broken": "31;1", "gap": "33", "warning": "36", KEPT: "32", "first": "1", "ahead": "1"}
_MARGIN = 8  # columns of the standing
_SHORT = 5  # lines of a finding that needs no blank line behind it
_NARROWEST = 40  # columns; on fewer, lines would hold no words


def as_text(report: Report, telling: Telling = PLAIN) -> str:
    """The report as text of so many columns; colour only marks the verdicts, which are also written out."""
    if report.faults:
        told = (visible(line) for fault in report.faults for line in str(fault).split("\n"))
        return "\n".join([*told, no_judgement(report)]) + "\n"
    width = max(_NARROWEST, min(telling.width, WIDTH))
    rules = worst_first(report.outcomes)
    lines = [] if telling.quiet else list(_first(report, width, telling.colour))
    begun = frozenset(remedy.cell for remedy in report.first)
    for outcome in rules:
        lines += _summary_line(outcome, width, telling.colour)
        lines += () if telling.quiet else _findings(outcome, width, telling, begun)
    lines += () if telling.quiet else _ahead(report, width, telling.colour)
    return "\n".join([*lines, *_last(visible(summary(report)), width)]) + "\n"


def _last(text: str, width: int) -> Iterator[str]:
    """The summary: one line, as programs look for it, but on a narrow terminal."""
    yield from [text] if width == WIDTH else wrapped("", text, indent=0, width=width)


def _first(report: Report, width: int, colour: bool) -> Iterator[str]:
    if report.first:
        yield _painted("FIRST".ljust(_MARGIN), "first", colour) + TITLE
        for number, (remedy, words) in enumerate(begin_with(report), start=1):
            yield from wrapped("", visible(f"{number}  {remedy.cell}  {words}"), 2, width, hanging=3)
        yield ""


def _ahead(report: Report, width: int, colour: bool) -> Iterator[str]:
    if report.coming:
        yield ""
        yield _painted("AHEAD".ljust(_MARGIN), "ahead", colour) + coming.TITLE
        for sentence in coming.announced(report):
            yield from wrapped("", visible(sentence), 2, width, hanging=12)
        yield ""


def _summary_line(outcome: Outcome, width: int, colour: bool) -> Iterator[str]:
    """How the rule stands, how many findings it has, what it asks, and of a kept one what it looked at."""
    shown = standing(outcome)
    found = f"{tally(outcome.findings)}: " if outcome.findings else ""
    looked = f"  ({outcome.examined})" if outcome.examined and shown == KEPT else ""
    words = visible(f"{outcome.rule}  {found}{outcome.statement}{looked}")
    first, *rest = wrapped("", words, _MARGIN, width)
    yield _painted(shown.upper().ljust(_MARGIN), shown, colour) + first[_MARGIN:]
    yield from rest


def _findings(outcome: Outcome, width: int, telling: Telling, begun: Collection[Cell]) -> Iterator[str]:
    if standing(outcome) == KEPT:
        yield from wrapped("", visible(f"nearest miss: {outcome.nearest}" if outcome.nearest else ""), _MARGIN, width)
    groups = together(outcome.findings, each=telling.each)
    laws = tuple(dict.fromkeys(law for group in groups for law in group.law))
    apart = telling.each and any(group.law != laws for group in groups)
    airy = telling.each
    for group in groups:
        yield from [""] if airy and group is not groups[0] else []
        lines = list(_group(group, width, telling, begun))
        yield from lines
        yield from wrapped("law", visible("; ".join(group.law)) if apart else "", width=width)
        airy = telling.each or (len(group.findings) == 1 and len(lines) > _SHORT)
    if groups:
        yield from _background(outcome, () if apart else laws, width)


def _group(group: Group, width: int, telling: Telling, begun: Collection[Cell]) -> Iterator[str]:
    colour = telling.colour
    if len(group.findings) == 1:
        yield f"  {_headed(heading(group.first), group.first, colour)}"
        yield from body(group.first, width)
        return
    lines = row_lines(group, width, begun)
    verdict = str(group.first.verdict)
    shown = _painted(verdict, verdict, colour and group.first.is_open)
    yield next(lines).replace(verdict, shown, 1)
    yield from lines


def _headed(text: str, finding: Finding, colour: bool) -> str:
    verdict = f"  {finding.verdict}"
    if not (colour and finding.is_open):
        return text
    return text.removesuffix(verdict) + "  " + _painted(finding.verdict, finding.verdict, colour)


def _background(outcome: Outcome, law: tuple[str, ...], width: int) -> Iterator[str]:
    """What is the same for all findings of the rule: the law, why we have it, whom to ask."""
    told = (("law", "; ".join(law)), ("why", outcome.why), ("how", outcome.how))
    lines = [line for label, text in told for line in wrapped(label, visible(text), 2, width)]
    yield from [*lines, ""]


def _painted(text: str, colour_of: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[colour_of]}m{text}\x1b[0m" if colour else text
