"""vendors check"""

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    AsOfOption,
    DatabaseOption,
    HoldingOption,
    NotHoldingOption,
    OnlyOption,
    PolicyOption,
    RevisionOption,
    SheetOption,
    WorksheetOption,
)
from vendor_registry.reports.formats.catalogue import FORMATS

_GUIDANCE = "vendor_registry.use_cases.judgement.guidance"  # loaded only when asked for

FormatOption = Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="What stdout gets.")]
CustomerOption = Annotated[
    str,
    typer.Option(
        "--customer",
        metavar="KEY",
        help="As one customer has it: its conditions, less what it objected to, and only what concerns it.",
    ),
]
OutputOption = Annotated[
    list[str] | None,
    typer.Option("--output", metavar="FORMAT=FILE", help="Write a format into a file too; may be repeated."),
]
FailOnOption = Annotated[
    str, typer.Option("--fail-on", metavar="broken|gap|warning|never", help="The mildest finding that fails.")
]
PathsOption = Annotated[
    int, typer.Option("--paths", metavar="N", min=0, help="Show up to N further chains that share no flow.")
]
EndsOption = Annotated[
    int | None,
    typer.Option(
        "--ends-within",
        metavar="DAYS",
        min=0,
        show_default="180; certificates: 60",
        help="Tell of grounds and certificates that end within so many days.",
    ),
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without", metavar="WHAT", help="What if it were gone: decision:2023/1795, mechanism:scc, vendor:KEY."
    ),
]
BaselineOption = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Findings this file lists do not fail; entries that are gone do."),
]
WriteBaselineOption = Annotated[
    Path | None, typer.Option("--write-baseline", metavar="FILE", help="Write the open findings into such a file.")
]
VerboseOption = Annotated[
    bool, typer.Option("-v", "--verbose", help="Say how the sheet was read, and whose parent brings in foreign law.")
]
AgainstOption = Annotated[
    str,
    typer.Option(
        "--against", metavar="REV|FILE", help="Only what a published revision, a commit or a file had not fails."
    ),
]

EachOption = Annotated[
    bool, typer.Option("--each", help="Tell every finding by itself, with its chain, even where rows are alike.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="How each rule stands, and no finding.")]
RuleOption = Annotated[
    list[str] | None,
    typer.Option("--rule", metavar="ID", help="Only what this rule says, and fail on that only; may be repeated."),
]
ColorOption = Annotated[
    bool | None, typer.Option("--color/--no-color", help="Colour the verdicts; otherwise on a terminal only.")
]


def check(
    as_of: AsOfOption,
    wanted: FormatOption = "text",
    output: OutputOption = None,
    fail_on: FailOnOption = "gap",
    paths: PathsOption = 0,
    ends_within: EndsOption = None,
    without: WithoutOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    against: AgainstOption = "",
    database: DatabaseOption = "",
    only: OnlyOption = "",
    customer: CustomerOption = "",
    condition: HoldingOption = None,
    no_condition: NotHoldingOption = None,
    rule: RuleOption = None,
    each: EachOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    color: ColorOption = None,
    revision: RevisionOption = None,
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Judge the sheet: sound rows, lawful transfers, regions apart. Begins with the cells that settle most findings.

    Example: vendors check --as-of 2023-01-16 --rule complete --each --output sarif=vendors.sarif --output junit=v.xml
    """
    from vendor_registry.cli import opening, progress
    from vendor_registry.cli.judgement import comparing, refusing, reporting
    from vendor_registry.use_cases.selection.only import narrowed

    shown, files = reporting.format_called(wanted), reporting.files_asked_for(output or ())
    mildest, told = reporting.mildest_failing(fail_on), reporting.telling(each, quiet, color, shown)
    before = comparing.Before(baseline, write_baseline, against)
    repository = opening.repository_of(sheet, policy, database, worksheet)
    with refusing.faults_told(as_of, sheet, policy, shown, files), progress.waiting("checking"):
        opened = opening.open_revision(revision, repository, as_of, condition, no_condition)
        case = replace(opening.published(opened, repository, customer), paths=paths, horizon_days=ends_within)
        comparing.keep_what_is_read(case, files, before)
        judged = comparing.judged(case, without or ())
        held = comparing.held(judged, case, repository, before)
        report = narrowed(held, case, rule or (), only, customer)
        if not without and reporting.begins(shown, files, told):
            report = import_module(_GUIDANCE).guided(case, judged, report, whole=not (only or customer))
    reporting.say_how_it_was_read(case if verbose else None)
    reporting.hand_out(report, shown, files, told)
    reporting.leave(report, mildest)
