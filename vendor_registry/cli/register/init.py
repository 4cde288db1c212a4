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
    source: Annotated[
        Path | None, typer.Option("--from", metavar="FILE", help="A published list: start with its vendors.")
    ] = None,
    kind: Annotated[str, typer.Option("--as", metavar="md|html|csv|...", help="Format of the list.")] = "",
    profile: Annotated[Path | None, typer.Option("--profile", metavar="FILE", help="How its titles are read.")] = None,
) -> None:
    """Write a small, valid sheet and policy to start from.

    With --from, a sheet of the vendors of a list that somebody published, and a policy with what occurs in it.

    Example: vendors init acme && cd acme && vendors check
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.register.init import init as start
    from vendor_registry.use_cases.register.init import init_workbook

    if source:
        _start_from(source, kind, profile, folder)
        return
    print_text("".join(f"{path}\n" for path in (init_workbook if workbook else start)(folder)))
    judge = "vendors check --sheet data/vendors.xlsx" if workbook else "vendors check"
    talk(f"Now edit both; `vendors columns` explains the sheet, `{judge}` judges it.")


def _start_from(source: Path, kind: str, profile: Path | None, folder: Path) -> None:
    from vendor_registry.cli.opening import print_text
    from vendor_registry.cli.options import today
    from vendor_registry.intake.lists.profile import Profile, read_profile
    from vendor_registry.use_cases.register import incoming
    from vendor_registry.use_cases.register.init_from import init_from

    fixed = read_profile(profile) if profile else Profile()
    targets, found = init_from(folder, source, kind, fixed, today())
    print_text("".join(f"{path}\n" for path in targets))
    for sentence in incoming.told(found):
        talk(sentence)
    talk(f"{incoming.summary(found, str(targets[0]))}.")
    talk("Now `vendors check` says what is still unknown; every word of the list is in notes and source.")
