"""The formats of a report, in the order people see them. To add one: a file `as_*.py` and a line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vendor_registry.model.report import Report
from vendor_registry.reports.as_csv import as_csv
from vendor_registry.reports.as_github import as_github
from vendor_registry.reports.as_json import as_json
from vendor_registry.reports.as_junit import as_junit
from vendor_registry.reports.as_markdown import as_markdown
from vendor_registry.reports.as_sarif import as_sarif
from vendor_registry.reports.as_text import as_coloured_text, as_text


@dataclass(frozen=True, slots=True)
class Format:
    """How a report is written, how for a terminal that shows colours, and how for the summary page of a build."""

    write: Callable[[Report], str]
    painted: Callable[[Report], str] | None = None
    summarised: Callable[[Report], str] | None = None


FORMATS: Mapping[str, Format] = {
    "text": Format(as_text, as_coloured_text),
    "json": Format(as_json),
    "sarif": Format(as_sarif),
    "junit": Format(as_junit),
    "github": Format(as_github, summarised=as_markdown),
    "markdown": Format(as_markdown),
    "csv": Format(as_csv),
}
