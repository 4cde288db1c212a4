"""Findings as a person reads them: what, where, the chain that proves it, the mend."""

from collections.abc import Iterator

from vendor_registry.model.finding import Finding, Hop, Outcome, Verdict
from vendor_registry.model.origin import Cell
from vendor_registry.model.report import Report
from vendor_registry.reports.visible import visible
from vendor_registry.reports.wrapping import wrapped

_COLOURS = {"broken": "31;1", "gap": "33", "warning": "36", "kept": "32"}
_WORST_FIRST = tuple(_COLOURS)


def as_text(report: Report) -> str:
    """The report as plain text."""
    return _text(report, colour=False)


def as_coloured_text(report: Report) -> str:
    """The report for a terminal; colour only marks the verdicts, which are also written out."""
    return _text(report, colour=True)


def _text(report: Report, colour: bool) -> str:
    lines: list[str] = []
    for outcome in sorted(report.outcomes, key=lambda one: (_WORST_FIRST.index(_standing(one)), one.rule)):
        lines += _outcome(outcome, colour)
    return "\n".join([*lines, *_summary(report)]) + "\n"


def _outcome(outcome: Outcome, colour: bool) -> Iterator[str]:
    standing = _standing(outcome)
    looked = f"  ({visible(outcome.examined)})" if outcome.examined and standing == "kept" else ""
    yield f"{_painted(standing.upper().ljust(8), standing, colour)}{outcome.rule}  {visible(outcome.statement)}{looked}"
    if standing == "kept" and outcome.nearest:
        yield f"        nearest miss: {visible(outcome.nearest)}"
    for finding in sorted(outcome.findings, key=Finding.sort_key):
        yield ""
        yield from _finding(finding, colour)
    if outcome.findings:
        yield from wrapped("why", visible(outcome.why))
        yield from wrapped("how", visible(outcome.how))
        yield ""


def _finding(finding: Finding, colour: bool) -> Iterator[str]:
    verdict = _painted(finding.verdict, finding.verdict, colour)
    waived = f"  waived ({visible(finding.waived_by)})" if finding.waived_by else ""
    yield f"  {visible(str(finding.cell))}  {verdict}{waived}"
    yield from wrapped("", visible(finding.message))
    yield from _chain("path", finding.witness)
    for chain in finding.more_witnesses:
        yield from _chain("also", chain)
    yield from wrapped("routes", _routes(finding))
    yield from wrapped("see", ", ".join(visible(str(cell)) for cell in finding.related))
    yield from wrapped("law", "; ".join(finding.law))
    yield from wrapped("mend", visible(finding.mend))


def _chain(label: str, chain: tuple[Hop, ...]) -> Iterator[str]:
    """Each hop on a line of its own: who hands over, what travels, on which claim, and the cell."""
    if not chain:
        return
    yield f"    {label.ljust(7)}{chain[0].flow.source}"
    for hop in chain:
        claims = ", ".join(claim.written for claim in hop.flow.claims)
        details = "; ".join(part for part in (", ".join(hop.data) or "anything that arrived", claims) if part)
        yield f"           -> {hop.flow.target}  {visible(details)}  {visible(_place(hop.flow.cell))}"


def _place(cell: Cell) -> str:
    return f"{cell.file}:{cell.line}" if cell.line else str(cell)


def _routes(finding: Finding) -> str:
    if finding.routes is None:
        return ""
    every = ", ".join(f"{flow.source} -> {flow.target}" for flow in finding.on_every_route)
    cut = ", ".join(f"{flow.source} -> {flow.target}" for flow in finding.cut)
    text = f"{finding.routes} independent"
    text += f"; on every route: {every}" if every else ""
    return visible(text + (f"; smallest cut: {cut}" if cut and finding.cut != finding.on_every_route else ""))


def _standing(outcome: Outcome) -> str:
    open_findings = [finding.verdict for finding in outcome.findings if not finding.waived_by]
    return min(open_findings, key=lambda verdict: verdict.rank, default=None) or "kept"


def _summary(report: Report) -> Iterator[str]:
    counts = dict.fromkeys(Verdict, 0)
    for finding in report.findings:
        counts[finding.verdict] += not finding.waived_by
    waived = sum(1 for finding in report.findings if finding.waived_by)
    kept = sum(1 for outcome in report.outcomes if _standing(outcome) == "kept")
    told = f"{counts[Verdict.BROKEN]} broken, {_counted(counts[Verdict.GAP], 'gap')}"
    told += f", {_counted(counts[Verdict.WARNING], 'warning')}"
    told += f", {waived} waived" if waived else ""
    sheets = ", ".join(visible(name) for name, _ in report.sheets)
    yield (
        f"{_counted(len(report.outcomes), 'rule')}: {kept} kept; {told}. {sheets} as of {report.as_of}: "
        f"{_counted(report.engagements, 'engagement')}, {_counted(report.flows, 'flow')}, "
        f"{_counted(report.transfers, 'transfer')} judged."
    )


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _painted(text: str, standing: str, colour: bool) -> str:
    return f"\x1b[{_COLOURS[standing]}m{text}\x1b[0m" if colour else text
