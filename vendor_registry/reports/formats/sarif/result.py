"""A finding as SARIF tells it (result, SARIF 2.1.0 section 3.27)."""

from collections.abc import Iterator
from typing import Any

from vendor_registry.model.findings.finding import Finding, Hop, Verdict
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.span import Locate
from vendor_registry.reports.formats.sarif.place import location
from vendor_registry.reports.formats.sarif.text import plain
from vendor_registry.reports.parts.chain_words import carried, claimed, path, routes
from vendor_registry.reports.parts.tally import aside

_LEVELS = {Verdict.BROKEN: "error", Verdict.GAP: "warning", Verdict.WARNING: "note"}


def sarif_result(finding: Finding, fingerprint: str, rule_index: int | None, locate: Locate) -> dict[str, Any]:
    """The result at the finding's cell; the chain is its code flow, a waiver or a baseline its suppression.

    GitHub reads only the fingerprint called primaryLocationLineHash; ours has no line in it.
    """
    beside = [(cell, "takes part") for cell in finding.related]
    beside += [(flow.cell, f"smallest cut: {flow.source} -> {flow.target}") for flow in finding.cut]
    chains = [chain for chain in (finding.witness, *finding.more_witnesses) if chain]
    return {
        "ruleId": finding.rule,
        **({} if rule_index is None else {"ruleIndex": rule_index}),
        "level": _LEVELS[finding.verdict],
        "message": {"text": " ".join(_sentences(finding))},
        "locations": [location(finding.cell, locate) | {"logicalLocations": _logical(finding)}],
        **({"codeFlows": [_flow(chain, locate) for chain in chains]} if chains else {}),
        **({"relatedLocations": _numbered(beside, locate)} if beside else {}),
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        "suppressions": [] if finding.is_open else [_suppression(finding)],
        "properties": _facts(finding),
    }


def _sentences(finding: Finding) -> Iterator[str]:
    yield plain(finding.message)
    if finding.witness:
        yield plain(f"Path: {path(finding.witness)}.")
    if finding.cell.column:
        yield plain(f"Cell: {finding.cell.column}.")
    yield plain(f"Mend: {finding.mend}")
    yield from (f"See [{_linkable(cell)}]({number})." for number, cell in enumerate(finding.related, start=1))


def _linkable(cell: Cell) -> str:
    """The words of a link, in which square brackets would need a backslash (section 3.11.6)."""
    return plain(" ".join(filter(None, (cell.place, cell.column)))).translate({91: "(", 93: ")"})


def _logical(finding: Finding) -> list[dict[str, str]]:
    named = ((finding.cell.column, "member", finding.cell.address), (finding.sink, "object", ""))
    return [
        {"name": name, "kind": kind, **({"fullyQualifiedName": plain(address)} if address else {})}
        for name, kind, address in named
        if name
    ]


def _numbered(beside: list[tuple[Cell, str]], locate: Locate) -> list[dict[str, Any]]:
    return [
        {"id": number, **location(cell, locate), "message": {"text": plain(f"{cell}: {why}")}}
        for number, (cell, why) in enumerate(beside, start=1)
    ]


def _flow(chain: tuple[Hop, ...], locate: Locate) -> dict[str, Any]:
    return {
        "message": {"text": plain(path(chain))},
        "threadFlows": [{"locations": [{"location": _hop(hop, locate)} for hop in chain]}],
    }


def _hop(hop: Hop, locate: Locate) -> dict[str, Any]:
    claims = f" ({claimed(hop)})" if hop.flow.claims else ""
    told = f"{hop.flow.source} hands {carried(hop)} to {hop.flow.target}{claims}"
    return location(hop.flow.cell, locate) | {
        "message": {"text": plain(told)},
        "logicalLocations": [{"name": hop.flow.target, "kind": "object"}],
    }


def _suppression(finding: Finding) -> dict[str, str]:
    return {"kind": "external", "status": "accepted", "justification": plain(aside(finding))}


def _facts(finding: Finding) -> dict[str, Any]:
    facts = {
        "verdict": str(finding.verdict),
        "home": finding.home,
        "source": finding.source,
        "sink": finding.sink,
        "data": list(finding.data),
        "law": list(finding.law),
        "mend": finding.mend,
        "routes": routes(finding),
    }
    return {name: fact for name, fact in facts.items() if fact}
