"""vendors init"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.talk import talk


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to start in; it may be new.")] = Path(),
    workbook: Annotated[
        bool, typer.Option("--xlsx", help="A workbook with drop-downs, from the policy and CSV sheet that are there.")
    ] = False,
) -> None:
    """Write a small, valid sheet and policy to start from.

    Example: vendors init acme && cd acme && vendors check
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.init import init as start
    from vendor_registry.use_cases.init import init_workbook

    print_text("".join(f"{path}\n" for path in (init_workbook if workbook else start)(folder)))
    judge = "vendors check --sheet data/vendors.xlsx" if workbook else "vendors check"
    talk(f"Now edit both; `vendors columns` explains the sheet, `{judge}` judges it.")
