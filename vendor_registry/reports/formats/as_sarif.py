"""Findings for code scanning services: SARIF 2.1.0 (OASIS, errata 01)."""

from typing import Any

from vendor_registry.model.findings.report import Report
from vendor_registry.reports.formats.sarif.fault import REFUSED, sarif_fault_rule, sarif_faults
from vendor_registry.reports.formats.sarif.place import UNITS, artifact
from vendor_registry.reports.formats.sarif.result import sarif_result
from vendor_registry.reports.formats.sarif.rule import sarif_rule
from vendor_registry.reports.parts.fingerprints import fingerprints
from vendor_registry.reports.parts.json_text import json_text

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(report: Report) -> str:
    """One run: the rules, kept ones too, and a result a finding, at its cell.

    Every result says whether it is waived (section 3.27.23 wants all or none). A service that does not read
    `suppressions` shows waived findings as open ones; leave those out before the upload where that matters.
    Faults are results of a rule of their own, of a run that did not succeed.
    """
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: Report) -> dict[str, Any]:
    outcomes = sorted(report.outcomes, key=lambda outcome: outcome.rule)
    index = {outcome.rule: number for number, outcome in enumerate(outcomes)}
    findings, faults = report.findings, report.faults
    rules = [*map(sarif_rule, outcomes), *([sarif_fault_rule()] if faults else [])]
    return {
        "tool": {"driver": {"name": "vendors", "rules": rules}},
        **(REFUSED if faults else {}),
        **UNITS,
        "artifacts": [_sheet(file, digest) for file, digest in report.sheets],
        "results": [
            sarif_result(finding, name, index.get(finding.rule), report.locate)
            for finding, name in zip(findings, fingerprints(findings), strict=True)
        ]
        + sarif_faults(faults, len(outcomes), report.locate),
        "properties": {
            "asOf": report.as_of.isoformat(),
            "policy": report.policy,
            "engagements": report.engagements,
            "flows": report.flows,
            "transfers": report.transfers,
        },
    }


def _sheet(file: str, digest: str) -> dict[str, Any]:
    hashes = {"hashes": {"sha-256": digest}} if digest else {}
    return {"location": artifact(file), "roles": ["analysisTarget"], **hashes}
