"""vendors fmt"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, SHEET, PolicyOption, SheetOption, WorksheetOption


def fmt(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit status 1 where it differs.")] = False,
    over: Annotated[bool, typer.Option("--write", help="Write it over the sheet, with a backup beside it.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write it into another file, .csv or .xlsx.")
    ] = None,
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Show the sheet in our order and words, or write it so.

    Columns in our order, our headers, codes for words, days as 2024-12-31. Without an option the difference is
    shown and nothing is written. No other command ever writes to a sheet.

    Example: vendors fmt --write
    """
    from vendor_registry.cli.opening import print_text
    from vendor_registry.cli.talk import talk
    from vendor_registry.model.text.origin import UsageError
    from vendor_registry.model.text.visible import visible
    from vendor_registry.use_cases.files.output import refuse_outputs, write
    from vendor_registry.use_cases.register import fmt as use_case

    if check + over + (output is not None) > 1:
        raise UsageError("Choose one of --check, --write and -o.")
    made = use_case.formatted(sheet, policy, worksheet)
    for remark in made.sheet.remarks:
        talk(f"{remark}.")
    print_text("".join(f"{visible(line)}\n" for line in made.difference().splitlines()))
    if output:
        refuse_outputs([output], [sheet, policy])
        write(output, use_case.content(made, output.suffix))
        talk(f"Written: {output}")
    elif over and not made.in_order:
        backup = use_case.write_over(made)
        talk(f"Written: {sheet}. As it was, with all that is no cell of its table: {backup}")
    elif check and not made.in_order:
        raise typer.Exit(1)
