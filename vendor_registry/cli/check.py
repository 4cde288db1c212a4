"""vendors check"""

import os
import sys
from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, SHEET, AsOfOption, PolicyOption, SheetOption


def check(
    as_of: AsOfOption,
    wanted: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")] = "text",
    fail_on: Annotated[
        str, typer.Option("--fail-on", metavar="broken|gap|warning|never", help="The mildest finding that fails.")
    ] = "gap",
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
) -> None:
    """Judge the sheet: sound rows, every transfer covered by law on the day, data regions apart.

    Example: vendors check --as-of 2023-01-16 --format json
    """
    from vendor_registry.cli.opening import chosen, open_case, print_text
    from vendor_registry.model.finding import Verdict
    from vendor_registry.reports.formats import FORMATS
    from vendor_registry.use_cases.check import check as judge

    output = chosen("format", wanted, FORMATS)
    failing = chosen("--fail-on", fail_on, {**{v.value: v.rank for v in Verdict}, "never": -1})
    report = judge(open_case(sheet, policy, as_of))
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    print_text((output.painted if colour and output.painted else output.write)(report))
    if any(finding.verdict.rank <= failing and not finding.waived_by for finding in report.findings):
        raise typer.Exit(1)
