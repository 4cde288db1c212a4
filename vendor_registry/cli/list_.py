"""vendors list"""

from typing import Annotated

import typer

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
    from vendor_registry.reports.overview import overview

    case = open_case(sheet, policy, as_of)
    if wanted == "text" and not count_by:
        print_text(overview(case))
        return
    from vendor_registry.use_cases import listing

    frame = listing.table(case)
    if count_by:
        print_text(listing.counts(frame, count_by))
        return
    print_text(chosen("format", wanted, {"csv": listing.as_csv, "json": listing.as_json})(frame))
