"""vendors publish"""

from datetime import UTC, datetime
from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, SHEET, DatabaseOption, PolicyOption, SheetOption, WorksheetOption, today


def publish(
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, for those who read the log.")] = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """Store the sheet as the next revision, cells as written.

    Example: vendors publish --note "Proxiad added for ticket support"
    """
    from vendor_registry.cli.opening import database_url, open_case, print_text
    from vendor_registry.model.counting import counted
    from vendor_registry.use_cases import revisions

    case = open_case(sheet, policy, today(), worksheet)
    revision = revisions.publish(case.registry, database_url(database), note, datetime.now(UTC))
    if revision is None:
        print_text("Nothing has changed since the newest revision; nothing stored.\n")
    else:
        print_text(f"Published revision {revision.number}: {counted(revision.rows, 'row')}.\n")
