"""A rule as SARIF describes it (reportingDescriptor, SARIF 2.1.0 section 3.49)."""

from collections.abc import Iterator
from typing import Any

from vendor_registry.model.findings.finding import Outcome
from vendor_registry.reports.formats.sarif.text import plain
from vendor_registry.reports.parts.markdown_text import markdown_text


def sarif_rule(outcome: Outcome) -> dict[str, Any]:
    """What the rule asks for, why, and how to mend; with what it looked at and its nearest miss."""
    return {
        "id": outcome.rule,
        "name": outcome.type,
        "shortDescription": {"text": plain(_title(outcome))},
        "fullDescription": {"text": plain(" ".join(filter(None, (_title(outcome), outcome.why))))},
        "help": {"text": "\n\n".join(_plain(outcome)), "markdown": "\n\n".join(_markdown(outcome)) + "\n"},
        "properties": {
            "tags": ["privacy", outcome.type],
            "examined": outcome.examined,
            "nearest": outcome.nearest,
        },
    }


def _title(outcome: Outcome) -> str:
    return outcome.statement or outcome.rule


def _plain(outcome: Outcome) -> Iterator[str]:
    yield plain(_title(outcome))
    for label, text in _told(outcome):
        yield f"{label}: {plain(text)}"


def _markdown(outcome: Outcome) -> Iterator[str]:
    yield f"# {markdown_text(outcome.rule)}"
    yield markdown_text(_title(outcome))
    for label, text in _told(outcome):
        yield f"**{label}:** {markdown_text(text)}"


def _told(outcome: Outcome) -> Iterator[tuple[str, str]]:
    told = (("Why", outcome.why), ("How to mend", outcome.how), ("Looked at", outcome.examined))
    return ((label, text) for label, text in told if text)
