"""vendors annex"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.leaving import form_called, hand_out
from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    AsOfOption,
    CustomerOption,
    DatabaseOption,
    HoldingOption,
    LanguageOption,
    NotHoldingOption,
    OnlyOption,
    PolicyOption,
    ProductOption,
    RevisionOption,
    SheetOption,
    WorksheetOption,
    ZoneOption,
)
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats import FORMATS


def annex(
    as_of: AsOfOption,
    product: ProductOption = None,
    zone: ZoneOption = "",
    wanted: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), show_default="by the suffix of -o, else docx")
    ] = "",
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", show_default="annex.<format>", help="- for stdout.")
    ] = "",
    language: LanguageOption = "",
    extras: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="|".join(Extra),
            help="; ".join(f"{extra}: {extra.meaning}" for extra in Extra) + ". May be repeated.",
        ),
    ] = None,
    customer: CustomerOption = "",
    only: OnlyOption = "",
    condition: HoldingOption = None,
    no_condition: NotHoldingOption = None,
    revision: RevisionOption = None,
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Write the schedule of sub-processors for a contract.

    It names the sub-processors, and what was announced; nobody else in the register.

    Example: vendors annex --product mail --zone eu --lang de -o anhang.pdf
    """
    from vendor_registry.cli.opening import chosen, open_revision
    from vendor_registry.use_cases.annex import annex as compose
    from vendor_registry.use_cases.output import inputs_of

    form = form_called(wanted, output, FORMATS, "docx")
    parts = [chosen("part of this document", name, {extra.value: extra for extra in Extra}) for name in extras or ()]
    case = open_revision(revision, sheet, policy, as_of, worksheet, database, condition, no_condition)
    made = compose(
        case, form, products=product or (), zone=zone, customer=customer, language=language, only=only, extras=parts
    )
    usual = Path(f"annex.{customer}{form.suffix}" if customer else f"annex{form.suffix}")
    hand_out(made.content, output, usual, made.remarks, inputs_of(case))
