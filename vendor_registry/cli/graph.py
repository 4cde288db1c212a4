"""vendors graph"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.leaving import form_called, hand_out
from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    AsOfOption,
    DatabaseOption,
    HoldingOption,
    NotHoldingOption,
    OnlyOption,
    PolicyOption,
    RevisionOption,
    SheetOption,
    WorksheetOption,
)
from vendor_registry.drawing.formats import FORMATS
from vendor_registry.drawing.views.catalogue import DEFAULT, VIEWS

FOLDER = Path("diagrams")


def graph(
    as_of: AsOfOption,
    view: Annotated[str, typer.Option("--view", metavar="|".join(VIEWS), help="The question it answers.")] = DEFAULT,
    wanted: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), show_default="by the suffix of -o, else svg")
    ] = "",
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="FILE", show_default="diagrams/<view>.<format>", help="- for stdout."),
    ] = "",
    product: Annotated[str, typer.Option("--product", metavar="KEY", help="Only what serves this product.")] = "",
    engine: Annotated[
        str, typer.Option("--engine", metavar="auto|wasm|dot", help="Graphviz: bundled, or the program dot.")
    ] = "auto",
    only: OnlyOption = "",
    condition: HoldingOption = None,
    no_condition: NotHoldingOption = None,
    revision: RevisionOption = None,
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Draw who hands personal data to whom, by place or by product.

    Example: vendors graph --view product --product mail -o mail.pdf
    """
    from vendor_registry.cli.opening import open_revision
    from vendor_registry.use_cases.graph import graph as draw
    from vendor_registry.use_cases.only import only as meant
    from vendor_registry.use_cases.output import inputs_of

    form = form_called(wanted, output, FORMATS, "svg")
    case = open_revision(revision, sheet, policy, as_of, worksheet, database, condition, no_condition)
    made = draw(case, form, view=view, product=product, engine=engine, only=meant(case, only))
    hand_out(made.content, output, FOLDER / f"{view}{form.suffix}", made.remarks, inputs_of(case))
