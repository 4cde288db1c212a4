"""vendors list"""

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


def list_(
    as_of: AsOfOption,
    wanted: Annotated[str, typer.Option("--format", metavar="text|csv|json", help="How to print.")] = "text",
    count_by: Annotated[list[str] | None, typer.Option("--count-by", metavar="COLUMN", help="Count instead.")] = None,
    only: OnlyOption = "",
    condition: HoldingOption = None,
    no_condition: NotHoldingOption = None,
    revision: RevisionOption = None,
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """List the engagements in force.

    Example: vendors list --only "zone:eu and role:sub-processor" --count-by service
    """
    from vendor_registry.cli.opening import open_revision, print_text
    from vendor_registry.use_cases.lists import listed
    from vendor_registry.use_cases.only import only as meant

    case = open_revision(revision, sheet, policy, as_of, worksheet, database, condition, no_condition)
    print_text(listed(case, wanted, meant(case, only), count_by or ()))
