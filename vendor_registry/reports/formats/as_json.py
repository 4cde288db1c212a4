"""Findings for programs: one versioned object, keys in a fixed order, lists sorted."""

from typing import Any

from vendor_registry.model.findings.coming import Coming
from vendor_registry.model.findings.finding import Finding, Hop, Outcome
from vendor_registry.model.findings.remedy import Remedy
from vendor_registry.model.findings.report import Report
from vendor_registry.model.register.flow import Flow
from vendor_registry.model.text.origin import Cell, Fault
from vendor_registry.reports.parts.json_text import json_text
from vendor_registry.reports.parts.tally import standing

VERSION = 1  # raised when a key changes its meaning or goes; new keys do not raise it


def as_json(report: Report) -> str:
    """One JSON object with `as_of`, `sheet`, `faults`, `first`, `rules`, `findings` and `coming`
    (docs/findings.schema.json)."""
    return json_text(_report(report))


def _report(report: Report) -> dict[str, Any]:
    findings = report.findings
    return {
        "version": VERSION,
        "as_of": report.as_of.isoformat(),
        "sheet": report.sheets[0][0] if report.sheets else "",
        "sheets": [{"file": file, "sha256": digest} for file, digest in report.sheets],
        "policy": report.policy,
        "counts": {
            "engagements": report.engagements,
            "flows": report.flows,
            "transfers": report.transfers,
            "findings": len(findings),
        },
        "faults": [_fault(fault) for fault in report.faults],
        "first": [_remedy(remedy) for remedy in report.first],
        "rules": [_rule(outcome) for outcome in sorted(report.outcomes, key=lambda one: one.rule)],
        "findings": [_finding(finding) for finding in findings],
        "coming": [_coming(one) for one in report.coming],
    }


def _coming(coming: Coming) -> dict[str, Any]:
    found = coming.findings
    return {
        "day": coming.day.isoformat(),
        "begins": [one.key for one in coming.begins],
        "findings": None if found is None else [_finding(finding) for finding in found],
    }


def _fault(fault: Fault) -> dict[str, Any]:
    return {
        "message": fault.message,
        "hint": fault.hint,
        "cell": _cell(fault.cell),
        "address": fault.cell.address,
    }


def _remedy(remedy: Remedy) -> dict[str, Any]:
    return {
        "cell": _cell(remedy.cell),
        "write": remedy.write,
        "supposed": remedy.supposed,
        "settles": remedy.settles,
        "together": [_cell(cell) for cell in remedy.together],
    }


def _rule(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.rule,
        "type": outcome.type,
        "statement": outcome.statement,
        "verdict": standing(outcome),
        "findings": len(outcome.findings),
        "examined": outcome.examined,
        "nearest": outcome.nearest,
        "why": outcome.why,
        "how": outcome.how,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "verdict": str(finding.verdict),
        "message": finding.message,
        "mend": finding.mend,
        "law": list(finding.law),
        "data": list(finding.data),
        "source": finding.source,
        "sink": finding.sink,
        "home": finding.home,
        "cell": _cell(finding.cell),
        "address": finding.cell.address,
        "related": [_cell(cell) for cell in finding.related],
        "witness": _chain(finding.witness),
        "more_witnesses": [_chain(chain) for chain in finding.more_witnesses],
        "routes": finding.routes,
        "on_every_route": [_edge(flow) for flow in finding.on_every_route],
        "cut": [_edge(flow) for flow in finding.cut],
        "waived_by": finding.waived_by,
        "known_in": finding.known_in,
    }


def _chain(chain: tuple[Hop, ...]) -> list[dict[str, Any]]:
    return [{**_edge(hop.flow), "data": list(hop.data)} for hop in chain]


def _edge(flow: Flow) -> dict[str, Any]:
    return {
        "from": flow.source,
        "to": flow.target,
        "key": flow.key,
        **_cell(flow.cell),
        "mechanism": [claim.written for claim in flow.claims],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"file": cell.file, "line": cell.line, "column": cell.column}
