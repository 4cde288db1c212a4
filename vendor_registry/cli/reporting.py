"""How a report leaves: to stdout, into files, onto the summary page of a build."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from vendor_registry.cli.opening import chosen, print_text
from vendor_registry.model.finding import Verdict
from vendor_registry.model.origin import FailureError, UsageError
from vendor_registry.model.report import Report
from vendor_registry.reports.formats import FORMATS, Format
from vendor_registry.use_cases.output import write

_NEVER = "never"
_SUMMARY_PAGE = "GITHUB_STEP_SUMMARY"  # GitHub names the file in the environment of each step


def format_called(name: str) -> Format:
    return chosen("format", name, FORMATS)


def files_asked_for(outputs: Sequence[str]) -> list[tuple[Path, Format]]:
    """`FORMAT=FILE`, each; raises UsageError for an unknown format and for a missing part."""
    files = []
    for output in outputs:
        name, _, file = output.partition("=")
        if not (name and file):
            raise UsageError(f'"{output}" does not say what goes where; write FORMAT=FILE with {", ".join(FORMATS)}.')
        if file == "-":
            raise UsageError(f'"{output}" would be a file called "-"; --format {name} prints to stdout.')
        files.append((Path(file), format_called(name)))
    return files


def hand_out(report: Report, shown: Format, files: Sequence[tuple[Path, Format]]) -> None:
    """Write the files, then stdout, then the summary page where there is one for a chosen format."""
    wanted = [shown, *(output for _, output in files)]
    if any(one.pinpoints for one in wanted):
        from vendor_registry.intake.spans.find import located

        report = located(report)
    for path, output in files:
        write(path, output.write(report).encode("utf-8"))
    if shown.terminal and sys.stdout is not None and sys.stdout.isatty():
        print_text(shown.terminal(report, shutil.get_terminal_size().columns, not os.environ.get("NO_COLOR")))
    else:
        print_text(shown.write(report))
    page = os.environ.get(_SUMMARY_PAGE)
    summaries = [one.summarised(report) for one in wanted if page and one.summarised]
    if page and summaries:
        _append(Path(page), summaries[0])


def _append(page: Path, text: str) -> None:
    try:
        with page.open("a", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as error:
        raise FailureError(f'"{page}" ({_SUMMARY_PAGE}) cannot be written: {error.strerror}') from error


def mildest_failing(wanted: str) -> int:
    """The rank of the mildest verdict that fails; -1 where nothing does. Raises UsageError."""
    return chosen("verdict to fail on", wanted, {**{verdict.value: verdict.rank for verdict in Verdict}, _NEVER: -1})


def fails(report: Report, mildest: int) -> bool:
    """Whether an open finding is at least as bad."""
    return any(finding.verdict.rank <= mildest and finding.is_open for finding in report.findings)
