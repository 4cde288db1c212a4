"""The formats of a report, in the order people see them. To add one: a file `as_*.py` and a line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vendor_registry.model.report import Report
from vendor_registry.reports.as_json import as_json
from vendor_registry.reports.as_text import as_coloured_text, as_text


@dataclass(frozen=True, slots=True)
class Format:
    """How a report is written, and how for a terminal that shows colours."""

    write: Callable[[Report], str]
    painted: Callable[[Report], str] | None = None


FORMATS: Mapping[str, Format] = {
    "text": Format(as_text, as_coloured_text),
    "json": Format(as_json),
}
