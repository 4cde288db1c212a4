"""vendors add"""

from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, SHEET, PolicyOption, SheetOption
from vendor_registry.cli.talk import talk


def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A well-known vendor, such as Stripe.")],
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
) -> None:
    """Print a row to paste for a well-known vendor.

    What is known, each fact with where and when it was seen; the rest stays blank. Columns are those of the sheet.
    Where the vendor offers several places to process, they are told and the region stays blank: write those you use.

    Example: vendors add stripe
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.use_cases.register.add import row_to_paste
    from vendor_registry.use_cases.register.incoming import policy_for

    added = row_to_paste(name, sheet, policy_for(policy, POLICY))
    print_text(added.text)
    for fact in added.facts:
        choice = " (blank, for you to choose among those offered)" if fact.is_choice else ""
        talk(f"{fact.column}{choice}: {fact.value} (seen {fact.seen}: {fact.source})")
    talk("Check each before you rely on it; what is not told here nobody has seen yet.")
