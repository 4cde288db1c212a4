"""The formats of a report, in the order people see them. To add one: a module as_<name>.py and a line here.

Writers are named, not imported: the help lists them all, and a check loads the one it needs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from vendor_registry.model.report import Report

_FOLDER = "vendor_registry.reports."


@dataclass(frozen=True, slots=True)
class Writer:
    """`module.function(report)` gives the text."""

    module: str
    function: str

    def __call__(self, report: Report) -> str:
        write: Callable[[Report], str] = getattr(import_module(self.module), self.function)
        return write(report)


@dataclass(frozen=True, slots=True)
class TerminalWriter:
    """`module.function(report, columns, colour)` gives the text."""

    module: str
    function: str

    def __call__(self, report: Report, columns: int, colour: bool) -> str:
        write: Callable[[Report, int, bool], str] = getattr(import_module(self.module), self.function)
        return write(report, columns, colour)


@dataclass(frozen=True, slots=True)
class Format:
    """How a report is written, how for a terminal, and how for the summary page of a build.

    `pinpoints`: it tells from which character to which a cell stands, and so asks `report.locate`.
    """

    write: Writer
    terminal: TerminalWriter | None = None
    summarised: Writer | None = None
    pinpoints: bool = False


def _writer(module: str) -> Writer:
    return Writer(_FOLDER + module, module)


FORMATS: Mapping[str, Format] = {
    "text": Format(_writer("as_text"), terminal=TerminalWriter(f"{_FOLDER}as_text", "as_terminal_text")),
    "json": Format(_writer("as_json")),
    "sarif": Format(_writer("as_sarif"), pinpoints=True),
    "junit": Format(_writer("as_junit")),
    "github": Format(_writer("as_github"), summarised=_writer("as_markdown"), pinpoints=True),
    "markdown": Format(_writer("as_markdown")),
    "csv": Format(_writer("as_csv")),
}
