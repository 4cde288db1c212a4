"""vendors init"""

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to start in; it may be new.")] = Path(),
) -> None:
    """Write a small, valid data/vendors.csv and data/policy.toml to start from.

    Example: vendors init acme && cd acme && vendors check
    """
    from vendor_registry.use_cases.init import init as start

    for path in start(folder):
        typer.echo(str(path))
    typer.echo("Now edit both; `vendors columns` explains the sheet, `vendors check` judges it.", err=True)
