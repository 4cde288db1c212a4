"""Findings for a spreadsheet: one line a finding."""

import csv
import io

from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.inert import inert
from vendor_registry.model.text.origin import Fault
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.chain_words import path, routes
from vendor_registry.reports.parts.fault_words import FAULT

BOM = "\ufeff"  # without it Excel reads UTF-8 as cp1252 and spoils every umlaut
_HEADER = (
    "verdict", "rule", "file", "line", "column", "message", "mend", "law", "data",
    "home", "source", "sink", "path", "routes", "waived_by", "known_in", "related",
)  # fmt: skip


def as_csv(report: Report) -> str:
    """The findings by cell, waived ones too; nothing but the header where there are none."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEADER)
    writer.writerows([inert(visible(text)) for text in _fault(fault)] for fault in report.faults)
    writer.writerows([inert(visible(text)) for text in _texts(finding)] for finding in report.findings)
    return BOM + out.getvalue()


def _fault(fault: Fault) -> tuple[str, ...]:
    cell = fault.cell
    told = (FAULT, FAULT, cell.address or cell.file, str(cell.line or ""), cell.column, fault.message, fault.hint)
    return (*told, *[""] * (len(_HEADER) - len(told)))


def _texts(finding: Finding) -> tuple[str, ...]:
    return (
        str(finding.verdict),
        finding.rule,
        finding.cell.address or finding.cell.file,
        str(finding.cell.line or ""),
        finding.cell.column,
        finding.message,
        finding.mend,
        "; ".join(finding.law),
        "; ".join(finding.data),
        finding.home,
        finding.source,
        finding.sink,
        path(finding.witness),
        routes(finding),
        finding.waived_by,
        finding.known_in,
        "; ".join(map(str, finding.related)),
    )
