"""vendors ledger"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import DatabaseOption

app = typer.Typer(rich_markup_mode=None, help="Copy the ledger, and get it back.", no_args_is_help=True)

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="One SQLite file, whichever the database is.")]


@app.command("backup")
def backup(file: FileArgument, database: DatabaseOption = "") -> None:
    """Copy the ledger as it is at one moment into a new file, while others write.

    Example: vendors ledger backup ledger-2026-12.db
    """
    from vendor_registry.cli.opening import database_url, print_text
    from vendor_registry.model.text.counting import counted
    from vendor_registry.use_cases.ledger import revisions

    count = revisions.backup(database_url(database), file)
    print_text(f"{file}: {counted(count, 'revision')}\n")


@app.command("restore")
def restore(file: FileArgument, database: DatabaseOption = "") -> None:
    """Fill an empty ledger from a backup.

    A ledger that has revisions is never overwritten.

    Example: vendors ledger restore ledger-2026-12.db --database sqlite:///new/registry.db
    """
    from vendor_registry.cli.opening import database_url, print_text
    from vendor_registry.model.text.counting import counted
    from vendor_registry.use_cases.ledger import revisions

    count = revisions.restore(file, database_url(database))
    print_text(f"Restored {counted(count, 'revision')}.\n")
