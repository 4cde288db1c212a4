"""How a report leaves: to stdout, into files, onto the summary page of a build."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from vendor_registry.case.case import Case
from vendor_registry.cli.opening import chosen, print_text
from vendor_registry.cli.talk import talk
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import listed
from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.reports.formats.catalogue import FORMATS, Format
from vendor_registry.reports.parts.telling import PLAIN, Telling
from vendor_registry.reports.parts.wrapping import WIDTH
from vendor_registry.use_cases.files.output import write

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


def telling(each: bool, quiet: bool, color: bool | None, shown: Format) -> Telling:
    """How stdout is told: as wide as the terminal, in colour on one; raises UsageError for quiet programs."""
    if quiet and not shown.for_people:
        people = listed([name for name, one in FORMATS.items() if one.for_people], "or")
        raise UsageError(f"--quiet is for people; choose --format {people}. What programs read is always whole.")
    wide = shutil.get_terminal_size().columns if _on_terminal() else WIDTH
    return Telling(each=each, quiet=quiet, width=wide, colour=_in_colour(color))


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _in_colour(asked: bool | None) -> bool:
    """As asked; else as the environment says (no-color.org, force-color.org); else on a terminal that can."""
    if asked is not None:
        return asked
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (_on_terminal() and os.environ.get("TERM") != "dumb")


def begins(shown: Format, files: Sequence[tuple[Path, Format]], told: Telling) -> bool:
    """Whether anybody is told with which cells to begin: it takes some judging to find out."""
    page = bool(os.environ.get(_SUMMARY_PAGE))
    formats = [*([] if told.quiet else [shown]), *(output for _, output in files)]
    return any(one.begins or (page and one.summarised) for one in formats)


def say_how_it_was_read(case: Case | None) -> None:
    """On stderr: encoding, headers, what words mean, and whose parent brings in foreign law; None: nobody asked."""
    from vendor_registry.case.parents import foreign_parents
    from vendor_registry.use_cases.files.readings import readings

    for sentence in (*readings(case.registry, case.policy), *foreign_parents(case)) if case else ():
        talk(sentence)


def hand_out(
    report: Report, shown: Format, files: Sequence[tuple[Path, Format]], told: Telling = PLAIN, *, silent: bool = False
) -> None:
    """Write the files, then stdout unless it stays silent, then the summary page where a chosen format has one.

    Only stdout is quiet, coloured and as wide as a terminal.
    """
    wanted = [shown, *(output for _, output in files)]
    if any(one.pinpoints for one in wanted):
        from vendor_registry.intake.spans.find import located

        report = located(report)
    for path, output in files:
        write(path, output.told(report, Telling(each=told.each)).encode("utf-8"))
    if not silent:
        print_text(shown.told(report, told))
    page = os.environ.get(_SUMMARY_PAGE)
    summaries = [one.summarised(report, Telling(each=told.each)) for one in wanted if page and one.summarised]
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
    return any(one.verdict.rank <= mildest and one.is_open for outcome in report.outcomes for one in outcome.findings)


def leave(report: Report, mildest: int) -> None:
    """End the command with status 1 where the report fails."""
    if fails(report, mildest):
        raise typer.Exit(1)
