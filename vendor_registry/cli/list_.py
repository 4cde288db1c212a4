"""vendors list"""

from typing import Annotated

import typer

from vendor_registry.case.case import Case
from vendor_registry.cli.options import POLICY, SHEET, AsOfOption, OnlyOption, PolicyOption, SheetOption
from vendor_registry.use_cases.only import Keys


def list_(
    as_of: AsOfOption,
    wanted: Annotated[str, typer.Option("--format", metavar="text|csv|json", help="How to print.")] = "text",
    count_by: Annotated[list[str] | None, typer.Option("--count-by", metavar="COLUMN", help="Count instead.")] = None,
    only: OnlyOption = "",
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
) -> None:
    """List the engagements in force.

    Example: vendors list --only "zone:eu and role:sub-processor" --count-by service
    """
    from vendor_registry.cli.opening import chosen, open_case, print_text
    from vendor_registry.model.origin import UsageError
    from vendor_registry.use_cases.only import only as meant

    if count_by and wanted != "text":
        raise UsageError("--count-by prints a table of its own; leave --format out.")
    write = chosen("format", wanted, {"text": _as_text, "csv": _as_csv, "json": _as_json})
    case = open_case(sheet, policy, as_of)
    keys = meant(case, only)
    print_text(_counted(case, keys, count_by) if count_by else write(case, keys))


def _as_text(case: Case, only: Keys) -> str:
    from vendor_registry.reports.overview import overview

    return overview(case, only)


def _as_csv(case: Case, only: Keys) -> str:
    from vendor_registry.use_cases import listing

    return listing.as_csv(listing.table(case, only))


def _as_json(case: Case, only: Keys) -> str:
    from vendor_registry.use_cases import listing

    return listing.as_json(listing.table(case, only))


def _counted(case: Case, only: Keys, by: list[str]) -> str:
    from vendor_registry.use_cases import listing

    return listing.counts(listing.table(case, only), by)
