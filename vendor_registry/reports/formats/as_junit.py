"""Findings for build servers: JUnit XML, a testcase a rule."""

from collections.abc import Iterator

from vendor_registry.model.findings.finding import Finding, Outcome, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.fault_words import FAULT, STATEMENT, explained, no_judgement
from vendor_registry.reports.parts.finding_lines import body, heading
from vendor_registry.reports.parts.tally import aside, in_order, tally

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def as_junit(report: Report) -> str:
    """Kept rules pass, so that the list of testcases stays the same from run to run.

    A rule fails on an open finding that is broken or a gap; warnings pass and are told. A rule with nothing
    but findings that are waived or known is skipped, and the reason says who set them aside. Faults are an error.
    """
    cases = sorted(report.outcomes, key=lambda outcome: outcome.rule)
    failed = sum(any(map(_fails, outcome.findings)) for outcome in cases)
    skipped = sum(_set_aside(outcome) for outcome in cases)
    errors = int(bool(report.faults))
    counts = _attributes(tests=len(cases) + errors, failures=failed, errors=errors, skipped=skipped)
    suite = ", ".join(file for file, _ in report.sheets)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites{_attributes(name='vendors check')}{counts}>",
        f"<testsuite{_attributes(name=suite)}{counts}>",
        f"<properties><property{_attributes(name='as_of', value=report.as_of)}/></properties>",
        *_refused(report),
        *(line for outcome in cases for line in _testcase(outcome)),
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _refused(report: Report) -> Iterator[str]:
    if report.faults:
        told = "".join(f"\n{_escaped(f'{fault.cell}: {explained(fault)}')}" for fault in report.faults)
        yield f"<testcase{_attributes(classname=FAULT, name=FAULT)}>"
        yield f"<error{_attributes(type=FAULT, message=no_judgement(report))}>{told}\n</error>"
        yield f"<system-out>\nwhat must hold: {STATEMENT}\n</system-out>"
        yield "</testcase>"


def _testcase(outcome: Outcome) -> Iterator[str]:
    yield f"<testcase{_attributes(classname=outcome.type, name=outcome.rule)}>"
    findings = in_order(outcome.findings)
    failing = [finding for finding in findings if _fails(finding)]
    if failing:
        worst = failing[0]
        said = f"{tally(failing)}: {worst.message}"
        yield f"<failure{_attributes(type=worst.verdict, message=said)}>{_told(failing)}</failure>"
    elif _set_aside(outcome):
        yield f"<skipped{_attributes(message='; '.join(dict.fromkeys(map(aside, findings))))}/>"
    rest = [finding for finding in findings if not _fails(finding)]
    yield f"<system-out>{_background(outcome)}{_told(rest)}</system-out>"
    yield "</testcase>"


def _fails(finding: Finding) -> bool:
    return finding.is_open and finding.verdict is not Verdict.WARNING


def _set_aside(outcome: Outcome) -> bool:
    return bool(outcome.findings) and not any(finding.is_open for finding in outcome.findings)


def _background(outcome: Outcome) -> str:
    told = (
        ("what must hold: ", outcome.statement),
        ("looked at: ", outcome.examined),
        ("nearest miss: ", outcome.nearest),
        ("why: ", outcome.why),
        ("how: ", outcome.how),
    )
    return "".join(f"\n{label}{_escaped(text)}" for label, text in told if text) + "\n"


def _told(findings: list[Finding]) -> str:
    lines = (line for finding in findings for line in ("", heading(finding), *body(finding)))
    return "".join(f"{_escaped(line)}\n" for line in lines)


def _attributes(**values: object) -> str:
    return "".join(f' {name}="{_escaped(str(value))}"' for name, value in values.items())


def _escaped(text: str) -> str:
    """Text inside an element or an attribute; `visible` leaves no character that XML 1.0 refuses."""
    return visible(text).translate(_ENTITIES)
