"""vendors list"""

from typing import Annotated

import typer

from vendor_registry.case.case import Case
from vendor_registry.cli.options import POLICY, SHEET, AsOfOption, PolicyOption, SheetOption


def list_(
    as_of: AsOfOption,
    wanted: Annotated[str, typer.Option("--format", metavar="text|csv|json", help="How to print.")] = "text",
    count_by: Annotated[list[str] | None, typer.Option("--count-by", metavar="COLUMN", help="Count instead.")] = None,
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
) -> None:
    """List the engagements in force.

    Example: vendors list --count-by service --count-by role
    """
    from vendor_registry.cli.opening import chosen, open_case, print_text
    from vendor_registry.model.origin import UsageError

    if count_by and wanted != "text":
        raise UsageError("--count-by prints a table of its own; leave --format out.")
    write = chosen("format", wanted, {"text": _as_text, "csv": _as_csv, "json": _as_json})
    case = open_case(sheet, policy, as_of)
    print_text(_counted(case, count_by) if count_by else write(case))


def _as_text(case: Case) -> str:
    from vendor_registry.reports.overview import overview

    return overview(case)


def _as_csv(case: Case) -> str:
    from vendor_registry.use_cases import listing

    return listing.as_csv(listing.table(case))


def _as_json(case: Case) -> str:
    from vendor_registry.use_cases import listing

    return listing.as_json(listing.table(case))


def _counted(case: Case, by: list[str]) -> str:
    from vendor_registry.use_cases import listing

    return listing.counts(listing.table(case), by)
