"""The formats of a report, in the order people see them. To add one: a module as_<name>.py and a line here.

Writers are named, not imported: the help lists them all, and a check loads the one it needs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module

from vendor_registry.model.findings.report import Report
from vendor_registry.reports.parts.telling import PLAIN, Telling

_FOLDER = "vendor_registry.reports.formats."


@dataclass(frozen=True, slots=True)
class Writer:
    """`module.function(report)` gives the text."""

    module: str
    function: str

    def __call__(self, report: Report) -> str:
        write: Callable[[Report], str] = getattr(import_module(self.module), self.function)
        return write(report)


@dataclass(frozen=True, slots=True)
class PeoplesWriter:
    """`module.function(report, telling)` gives the text, told as the reader asked for it."""

    module: str
    function: str

    def __call__(self, report: Report, telling: Telling = PLAIN) -> str:
        write: Callable[[Report, Telling], str] = getattr(import_module(self.module), self.function)
        return write(report, telling)


@dataclass(frozen=True, slots=True)
class Format:
    """How a report is written, and how for the summary page of a build.

    `begins`: it tells with which cells to begin, and so asks for `report.first`; `pinpoints`: it tells from which
    character to which a cell stands, and so asks `report.locate`.
    """

    write: Writer | PeoplesWriter
    summarised: PeoplesWriter | None = None
    begins: bool = False
    pinpoints: bool = False

    def told(self, report: Report, telling: Telling) -> str:
        """The report for whoever reads it: people get it as they asked, programs whole."""
        return self.write(report, telling) if isinstance(self.write, PeoplesWriter) else self.write(report)

    @property
    def for_people(self) -> bool:
        return isinstance(self.write, PeoplesWriter)


def _writer(module: str) -> Writer:
    return Writer(_FOLDER + module, module)


def _told(module: str) -> PeoplesWriter:
    return PeoplesWriter(_FOLDER + module, module)


FORMATS: Mapping[str, Format] = {
    "text": Format(_told("as_text"), begins=True),
    "json": Format(_writer("as_json"), begins=True),
    "sarif": Format(_writer("as_sarif"), pinpoints=True),
    "junit": Format(_writer("as_junit")),
    "github": Format(_writer("as_github"), summarised=_told("as_markdown"), pinpoints=True),
    "markdown": Format(_told("as_markdown"), begins=True),
    "csv": Format(_writer("as_csv")),
}
