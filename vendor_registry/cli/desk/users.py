"""vendors users"""

from datetime import UTC, datetime
from typing import Annotated

import typer

from vendor_registry.cli.options import SHEET, DatabaseOption, SheetOption

app = typer.Typer(
    rich_markup_mode=None,
    help='Who may use the desk, and for what.\n\nExample: vendors users add "Ada Lee" --role edit',
    no_args_is_help=True,
)

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name to sign in with.")]
ByOption = Annotated[
    str, typer.Option("--by", metavar="NAME", show_default="whom git knows, else the user", help="Who does it.")
]


@app.command("add")
def add(
    name: NameArgument,
    role: Annotated[
        str,
        typer.Option("--role", metavar="read|edit|publish", help="Each may do what those before it may."),
    ] = "read",
    stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from stdin, its first line, and ask nothing.")
    ] = False,
    by: ByOption = "",
    sheet: SheetOption = SHEET,
    database: DatabaseOption = "",
) -> None:
    """Let somebody into the desk. The password is asked for twice.

    read: look at everything; edit: change cells, record notices and objections; publish: publish and decide.

    Example: vendors users add "Ada Lee" --role publish
    """
    import sys

    from vendor_registry.cli.desk.starting import needs
    from vendor_registry.cli.opening import database_url, print_text
    from vendor_registry.model.text.origin import UsageError
    from vendor_registry.model.text.visible import visible
    from vendor_registry.use_cases.desk import users
    from vendor_registry.use_cases.ledger.author import author

    needs("argon2")
    from vendor_registry.desk.security.passwords import hashed

    if not stdin and not sys.stdin.isatty():
        raise UsageError("Nobody can be asked for the password here; hand it in with --password-stdin.")
    password = sys.stdin.readline().rstrip("\r\n") if stdin else typer.prompt("Password", None, True, True, err=True)
    made = users.add(database_url(database), name, role, hashed(password), author(by, sheet.parent), datetime.now(UTC))
    print_text(f"{visible(made.name)} may {made.role}.\n")


@app.command("remove")
def remove(name: NameArgument, by: ByOption = "", sheet: SheetOption = SHEET, database: DatabaseOption = "") -> None:
    """Let somebody in no longer; what they did stays in the trail.

    Example: vendors users remove "Ada Lee"
    """
    from vendor_registry.cli.opening import database_url, print_text
    from vendor_registry.model.text.visible import visible
    from vendor_registry.use_cases.desk import users
    from vendor_registry.use_cases.ledger.author import author

    users.remove(database_url(database), name, author(by, sheet.parent), datetime.now(UTC))
    print_text(f"{visible(name)} may use the desk no longer.\n")


@app.command("list")
def list_(database: DatabaseOption = "") -> None:
    """List who may use the desk.

    Example: vendors users list
    """
    from vendor_registry.cli.opening import database_url, print_text
    from vendor_registry.model.text.visible import visible
    from vendor_registry.use_cases.desk import users

    found = users.listed(database_url(database))
    print_text("".join(f"{one.role:8} {visible(one.name)}\n" for one in found) or "Nobody yet.\n")
