"""The findings there were on the day somebody decided that there shall be no more: a list to work off."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from vendor_registry.changes.findings import Identity, KnownFinding, compare, marked, remembered
from vendor_registry.model.findings.finding import Finding, Outcome, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import Cell, Fault, RefusedError

VERSION = 1  # of the file
RULE = "baseline"

_IDENTITY = ("rule", "home", "sink", "column")
_TEXTS = ("data", "columns")


def as_json(report: Report) -> str:
    """The findings of a report as a baseline: sorted, without lines, so that it can be kept under version control."""
    entries = [
        {
            **{name: getattr(entry.identity, name) for name in _IDENTITY},
            "verdict": str(entry.verdict),
            "data": list(entry.data),
            "columns": list(entry.columns),
        }
        for entry in remembered(report.findings)
    ]
    return json.dumps({"version": VERSION, "findings": entries}, ensure_ascii=False, indent=2) + "\n"


def read(path: Path, name: str = "") -> tuple[KnownFinding, ...]:
    """The entries of a baseline; raises RefusedError where the file is none."""
    name = name or str(path)
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except OSError as wrong:
        hint = "vendors check --write-baseline FILE makes one"
        raise _refused(name, 0, f"this file cannot be read: {(wrong.strerror or '').lower()}", hint) from wrong
    except UnicodeDecodeError as wrong:
        raise _refused(name, 0, "this file is not UTF-8", "write the baseline anew") from wrong
    except json.JSONDecodeError as wrong:
        raise _refused(name, wrong.lineno, "this is not JSON", f"{wrong.msg}; write the baseline anew") from wrong
    entries = tuple(_entries(written, name))
    if len({entry.identity for entry in entries}) != len(entries):
        raise _refused(name, 0, "this baseline holds a finding twice", "write the baseline anew")
    return entries


def held_against(report: Report, entries: tuple[KnownFinding, ...], name: str) -> Report:
    """The report with known findings marked, and with one more outcome: entries that no longer stand fail.

    So the list only ever gets shorter. A finding that got worse than its entry is not a known one.
    """
    comparison = compare(entries, report.findings)
    told = marked(report, comparison.same, f"baseline {name}")
    return replace(told, outcomes=(*told.outcomes, _outcome(comparison.fixed, len(entries), name)))


def _outcome(stale: tuple[KnownFinding, ...], entries: int, name: str) -> Outcome:
    return Outcome(
        rule=RULE,
        type=RULE,
        statement="Every finding of the baseline still stands",
        findings=tuple(_stale(entry, name) for entry in stale),
        examined=counted(entries, "entry", "entries"),
    )


def _stale(entry: KnownFinding, name: str) -> Finding:
    return Finding(
        rule=RULE,
        verdict=Verdict.BROKEN,
        cell=Cell(name, 0, entry.identity.rule),
        message=f"The baseline lists {entry.identity}, and there is no such finding any more.",
        mend="Take the entry out, or write the baseline anew with --write-baseline; it shall only get shorter.",
        home=entry.identity.home,
        sink=entry.identity.sink,
    )


def _entries(written: Any, name: str) -> Iterator[KnownFinding]:
    findings = written.get("findings") if isinstance(written, dict) and written.get("version") == VERSION else None
    if not isinstance(findings, list):
        raise _refused(name, 0, "this is not a baseline", f"expected version {VERSION} and findings; write it anew")
    for number, entry in enumerate(findings, start=1):
        if not _sound(entry):
            raise _refused(name, 0, f"entry {number} is not one of a baseline", "write the baseline anew")
        yield KnownFinding(
            identity=Identity(*(entry[key] for key in _IDENTITY)),
            verdict=Verdict(entry["verdict"]),
            columns=tuple(entry["columns"]),
            data=tuple(entry["data"]),
        )


def _sound(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and set(entry) == {*_IDENTITY, "verdict", *_TEXTS}
        and all(isinstance(entry[key], str) for key in _IDENTITY)
        and entry["verdict"] in list(Verdict)
        and all(isinstance(entry[key], list) and all(isinstance(one, str) for one in entry[key]) for key in _TEXTS)
    )


def _refused(name: str, line: int, message: str, hint: str) -> RefusedError:
    return RefusedError((Fault(Cell(name, line), message, hint),))
