"""vendors doctor"""

from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, SHEET, PolicyOption, SheetOption


def doctor(
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
    wording: Annotated[
        bool, typer.Option("--wording", help="Only the phrases that quote the law and were not compared with it.")
    ] = False,
) -> None:
    """Say what is installed, what works, and how the sheet is read.

    The exit status is 70 where something that is needed does not.

    Example: vendors doctor --wording
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.cli.options import today
    from vendor_registry.use_cases.register.doctor import examine
    from vendor_registry.use_cases.register.doctor import wording as quotations

    healthy = True
    for part in quotations() if wording else examine(today(), sheet, policy):
        healthy &= part.works or part.optional
        state = "ok" if part.works else "absent" if part.optional else "BROKEN"
        print_text(f"{state.ljust(8)}{part.name.ljust(22)}{part.detail}\n")
    raise typer.Exit(0 if healthy else 70)
