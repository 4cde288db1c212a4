"""vendors law"""

from typing import Annotated

import typer

from vendor_registry.cli.options import AsOfOption, today
from vendor_registry.cli.talk import talk

app = typer.Typer(
    rich_markup_mode=None, help="The dated tables of the law, with their sources.", invoke_without_command=True
)


@app.callback()
def law(context: typer.Context) -> None:
    """List the tables of the law, what in them is unverified, and when they were last checked.

    Example: vendors law
    """
    if context.invoked_subcommand is not None:
        return
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.judgement.law import listed, stale

    print_text(listed())
    _warn(stale(today()))


@app.command("list")
def list_(
    as_of: AsOfOption,
    table: Annotated[str, typer.Argument(metavar="[TABLE]", help="membership, adequacy, mechanisms ...")] = "",
) -> None:
    """List the tables, or the rows of one table.

    Example: vendors law list adequacy
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.judgement import law as use_case

    print_text(use_case.table(table, as_of) if table else use_case.listed())
    _warn(use_case.stale(as_of))


@app.command("show")
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A ground, an id of a mechanism, or a country's code.")],
    as_of: AsOfOption,
) -> None:
    """Show every field of the rows that a name means, unverified facts marked.

    Example: vendors law show decision:2023/1795
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.judgement.law import shown, stale

    print_text(shown(name, as_of))
    _warn(stale(as_of))


@app.command("timeline")
def timeline(country: Annotated[str, typer.Argument(metavar="COUNTRY", help="A country's code or name.")]) -> None:
    """Print the history of a country: memberships, decisions, what began and ended when.

    Example: vendors law timeline US
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.judgement.law import stale
    from vendor_registry.use_cases.judgement.law import timeline as history

    print_text(history(country))
    _warn(stale(today()))


def _warn(text: str) -> None:
    if text:
        talk(text)
