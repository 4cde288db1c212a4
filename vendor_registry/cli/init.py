"""vendors init"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.talk import talk


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to start in; it may be new.")] = Path(),
) -> None:
    """Write a small, valid sheet and policy to start from.

    Example: vendors init acme && cd acme && vendors check
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.init import init as start

    print_text("".join(f"{path}\n" for path in start(folder)))
    talk("Now edit both; `vendors columns` explains the sheet, `vendors check` judges it.")
