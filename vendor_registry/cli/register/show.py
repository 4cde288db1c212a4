"""vendors show"""

from typing import Annotated

import typer

from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    AsOfOption,
    DatabaseOption,
    PolicyOption,
    RevisionOption,
    SheetOption,
    WorksheetOption,
)


def show(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A key of the sheet, a system, or a vendor's name.")],
    as_of: AsOfOption,
    revision: RevisionOption = None,
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Show what one vendor gets, from whom, on which ground.

    And to whom it passes data on. The word may also be one of our own systems, or a recipient of the policy.

    Example: vendors show stripe
    """
    from vendor_registry.case.transfers import transfers
    from vendor_registry.cli.opening import open_revision, print_text, repository_of, with_reviews
    from vendor_registry.reports.pages.vendor_page import page

    repository = repository_of(sheet, policy, database, worksheet)
    case = with_reviews(open_revision(revision, repository, as_of), repository)
    print_text(page(case, transfers(case), key))
