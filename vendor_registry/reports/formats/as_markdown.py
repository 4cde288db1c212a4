"""Findings for a comment on a pull request or the summary of a build."""

from collections.abc import Iterator

from vendor_registry.model.findings.finding import Finding, Hop, Outcome, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import counted
from vendor_registry.reports.parts import coming
from vendor_registry.reports.parts.beginning import TITLE, begin_with
from vendor_registry.reports.parts.chain_words import carried, claimed, routes
from vendor_registry.reports.parts.fault_words import explained, no_judgement
from vendor_registry.reports.parts.groups import Group, fact, place, together
from vendor_registry.reports.parts.markdown_text import markdown_text
from vendor_registry.reports.parts.mermaid_chains import mermaid_chains
from vendor_registry.reports.parts.tally import (
    KEPT,
    aside,
    looked_at,
    open_findings,
    standing,
    tally,
    worst_first,
)
from vendor_registry.reports.parts.telling import PLAIN, Telling

_ROOM = 60_000  # characters; GitHub refuses comments beyond 65,536
_RULES = 100  # rows of the table
_TOGETHER = 50  # rows of one paragraph; what does not fit is left out paragraph by paragraph
_CELL = 200  # characters of a statement in it
_CHAINS = {
    Verdict.BROKEN: "The chains that break a rule",
    Verdict.GAP: "The chains that a blank leaves open",
    Verdict.WARNING: "The chains that hold with a reservation",
}


def as_markdown(report: Report, telling: Telling = PLAIN) -> str:
    """What was found and looked at, where to begin, a row a rule, a picture of the chains, then the findings.

    What does not fit into a comment is counted, never dropped silently.
    """
    if report.faults:
        return "\n".join(_faults(report)) + "\n"
    outcomes = worst_first(report.outcomes)
    blocks = [f"## vendors check: {tally(report.findings)}", markdown_text(looked_at(report))]
    blocks += () if telling.quiet else _first(report)
    blocks.append("\n".join(_table(outcomes)))
    blocks += () if telling.quiet else _ahead(report)
    if telling.quiet:
        return "\n\n".join(blocks) + "\n"
    blocks += _picture(open_findings(report))
    room, told = _ROOM - sum(map(len, blocks)), 0
    for block, findings in (pair for outcome in outcomes for pair in _sections(outcome, telling.each)):
        room -= len(block) + 2
        if room < 0:
            break
        blocks.append(block)
        told += findings
    if told < len(report.findings):
        missing = counted(len(report.findings) - told, "more finding")
        blocks.append(f"{missing} did not fit here; `vendors check` tells of them.")
    return "\n\n".join(blocks) + "\n"


def _faults(report: Report) -> Iterator[str]:
    """What cannot be understood, as far as it fits."""
    yield f"## vendors check: {no_judgement(report).rstrip('.')}"
    yield ""
    room = _ROOM
    for number, fault in enumerate(report.faults):
        line = f"- {markdown_text(f'{fault.cell}: {explained(fault)}')}"
        room -= len(line) + 1
        if room < 0:
            more = counted(len(report.faults) - number, "more fault")
            yield f"- {more} did not fit here; `vendors check` tells of them."
            return
        yield line


def _first(report: Report) -> Iterator[str]:
    if report.first:
        items = (f"{remedy.cell}: {words}" for remedy, words in begin_with(report))
        yield f"### {TITLE}"
        yield "\n".join(f"{number}. {markdown_text(text)}" for number, text in enumerate(items, start=1))


def _ahead(report: Report) -> Iterator[str]:
    if report.coming:
        yield f"### {coming.TITLE}"
        yield "\n".join(f"- {markdown_text(sentence)}" for sentence in coming.announced(report))


def _table(outcomes: list[Outcome]) -> Iterator[str]:
    yield "| Standing | Rule | Findings | What must hold | Looked at |"
    yield "|---|---|---|---|---|"
    for outcome in outcomes[:_RULES]:
        shown = standing(outcome)
        looked = "; nearest miss: ".join(filter(None, (outcome.examined, outcome.nearest)))
        cells = (
            shown if shown == KEPT else f"**{shown}**",
            markdown_text(outcome.rule),
            tally(outcome.findings) if outcome.findings else "",
            markdown_text(outcome.statement[:_CELL]),
            markdown_text(looked[:_CELL]),
        )
        yield f"| {' | '.join(cells)} |"
    if len(outcomes) > _RULES:
        yield f"| | {len(outcomes) - _RULES} more rules | | | |"


def _sections(outcome: Outcome, each: bool) -> Iterator[tuple[str, int]]:
    """The blocks of a rule that has findings, each with the number of findings in it."""
    if outcome.findings:
        reasons = (("Why", outcome.why), ("How", outcome.how))
        told = [f"{label}: {markdown_text(text)}" for label, text in reasons if text]
        yield "\n\n".join([f"### {markdown_text(f'{outcome.rule}: {outcome.statement}')}", *told]), 0
    for group in together(outcome.findings, each=each):
        if len(group.findings) == 1:
            yield "\n".join(_finding(group.first)), 1
        for part in group.parts(_TOGETHER) if len(group.findings) > 1 else ():
            yield "\n".join(_rows(part)), len(part.findings)


def _picture(findings: list[Finding]) -> Iterator[str]:
    """The chains of the worst verdict that has any: with all of them in one picture, none could be followed."""
    proved = [finding for finding in findings if finding.witness]
    worst = [finding for finding in proved if finding.verdict is proved[0].verdict]
    chart, drawn = mermaid_chains(worst)
    if chart:
        thick = ", thick where the smallest cut is" if "==>" in chart else ""
        missing = len(proved) - drawn
        yield f"{_CHAINS[worst[0].verdict]}: round where data starts, six corners where the finding is{thick}." + (
            f" {counted(missing, 'more chain')} below." if missing else ""
        )
        yield f"```mermaid\n{chart}\n```"


def _rows(group: Group) -> Iterator[str]:
    """Several rows of which the same is so: the sentence, and each row with its cells."""
    sentence, mend = (group.first.shared.sentence, group.first.shared.mend) if group.first.shared else ("", "")
    head = ", ".join(map(str, filter(None, (group.cell, group.rows, aside(group.first)))))
    yield f"**{group.first.verdict}** {markdown_text(f'{head}: {sentence}')}"
    for finding in group.findings:
        yield f"- {markdown_text(f'{place(group.places(finding))}: {fact(finding)}')}"
    told = (
        ("Note", "; ".join(group.notes)),
        ("See", ", ".join(map(str, group.elsewhere))),
        ("Law", "; ".join(group.law)),
        ("Mend", mend),
    )
    yield from (f"- {label}: {markdown_text(text)}" for label, text in told if text)


def _finding(finding: Finding) -> Iterator[str]:
    place = ", ".join(filter(None, (str(finding.cell), aside(finding))))
    yield f"**{finding.verdict}** {markdown_text(f'{place}: {finding.message}')}"
    for chain in filter(None, (finding.witness, *finding.more_witnesses)):
        yield f"- Path from {markdown_text(chain[0].flow.source)}:"
        yield from (f"  {number}. {_hop(hop)}" for number, hop in enumerate(chain, start=1))
    told = (
        ("Routes", routes(finding)),
        ("See", ", ".join(map(str, finding.related))),
        ("Law", "; ".join(finding.law)),
        ("Mend", finding.mend),
    )
    yield from (f"- {label}: {markdown_text(text)}" for label, text in told if text)


def _hop(hop: Hop) -> str:
    claims = f" ({claimed(hop)})" if hop.flow.claims else ""
    return markdown_text(f"to {hop.flow.target}: {carried(hop)}{claims}, {hop.flow.cell}")
