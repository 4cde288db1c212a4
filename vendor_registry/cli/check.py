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
    OnlyOption,
    PolicyOption,
    SheetOption,
    WorksheetOption,
)
from vendor_registry.cli.talk import talk
from vendor_registry.reports.formats import FORMATS

_READINGS = "vendor_registry.use_cases.readings"
_WHAT_IF = "vendor_registry.use_cases.comparison.without"  # loaded only when asked for

FormatOption = Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="What stdout gets.")]
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
    int, typer.Option("--ends-within", metavar="DAYS", min=0, help="Tell of grounds that end within so many days.")
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
    bool, typer.Option("-v", "--verbose", help="Say how the sheet was read: encoding, headers, what words mean.")
]
AgainstOption = Annotated[
    str,
    typer.Option(
        "--against", metavar="REV|FILE", help="Only what a published revision, a commit or a file had not fails."
    ),
]


def check(
    as_of: AsOfOption,
    wanted: FormatOption = "text",
    output: OutputOption = None,
    fail_on: FailOnOption = "gap",
    paths: PathsOption = 0,
    ends_within: EndsOption = 180,
    without: WithoutOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    against: AgainstOption = "",
    database: DatabaseOption = "",
    only: OnlyOption = "",
    verbose: VerboseOption = False,
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Judge the sheet: sound rows, lawful transfers, regions apart.

    Example: vendors check --as-of 2023-01-16 --output sarif=vendors.sarif --output junit=vendors.xml
    """
    from vendor_registry.cli import comparing, reporting
    from vendor_registry.cli.opening import open_case, published
    from vendor_registry.cli.progress import waiting
    from vendor_registry.use_cases.check import check as judge
    from vendor_registry.use_cases.only import about
    from vendor_registry.use_cases.only import only as meant
    from vendor_registry.use_cases.output import inputs_of, refuse_outputs

    shown, files = reporting.format_called(wanted), reporting.files_asked_for(output or ())
    mildest = reporting.mildest_failing(fail_on)
    written = [*(path for path, _ in files), *([write_baseline] if write_baseline else [])]
    with waiting("checking"):
        case = replace(
            published(open_case(sheet, policy, as_of, worksheet), database), paths=paths, horizon_days=ends_within
        )
        refuse_outputs(written, [*inputs_of(case), *([baseline] if baseline else [])])
        report = judge(case) if not without else import_module(_WHAT_IF).without(case, without)
        if baseline or write_baseline or against:
            before = comparing.Before(baseline, write_baseline, against, database)
            report = comparing.held(report, case, sheet, policy, before)
        report = about(report, meant(case, only))
    if verbose:
        for sentence in import_module(_READINGS).readings(case.registry):
            talk(sentence)
    reporting.hand_out(report, shown, files)
    if reporting.fails(report, mildest):
        raise typer.Exit(1)
