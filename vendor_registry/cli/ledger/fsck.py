"""vendors fsck"""

import typer

from vendor_registry.cli.options import DatabaseOption


def fsck(database: DatabaseOption = "") -> None:
    """Verify that the ledger says what it said when it was written.

    Every digest is computed anew, from the texts of the rows up to the chain of revisions, and every reference is
    followed. Exit status 1 where something is wrong.

    Example: vendors fsck
    """
    from vendor_registry.cli.opening import database_url, print_text
    from vendor_registry.model.text.counting import counted
    from vendor_registry.model.text.visible import visible
    from vendor_registry.use_cases.ledger import revisions

    checked = revisions.fsck(database_url(database))
    for problem in checked.problems:
        print_text(f"{visible(problem)}\n")
    told = counted(len(checked.problems), "problem") if checked.problems else "The ledger is whole"
    if checked.problems and not checked.revisions:
        print_text(f"{told}; what rests on that was not looked at.\n")
    else:
        print_text(f"{told}: {counted(checked.revisions, 'revision')}, {counted(checked.rows, 'row')} kept once.\n")
    if checked.problems:
        raise typer.Exit(1)
