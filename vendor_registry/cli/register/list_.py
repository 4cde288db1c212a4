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
    count_by: Annotated[
        list[str] | None, typer.Option("--count-by", metavar="COLUMN", help="Count instead, by any column.")
    ] = None,
    columns: Annotated[
        str, typer.Option("--columns", metavar="A,B", help="Of CSV and JSON just these, in this order; extra ones too.")
    ] = "",
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

    CSV and JSON have every column of the sheet.

    Example: vendors list --only "zone:eu and role:sub-processor" --count-by service

    Example: vendors list --format json --columns vendor,legal_name,purpose,region
    """
    from vendor_registry.cli.opening import open_revision, print_text, repository_of
    from vendor_registry.use_cases.register.lists import listed
    from vendor_registry.use_cases.selection.only import only as meant

    case = open_revision(revision, repository_of(sheet, policy, database, worksheet), as_of, condition, no_condition)
    asked = [name.strip() for name in columns.split(",") if name.strip()]
    print_text(listed(case, wanted, meant(case, only), count_by or (), asked))
