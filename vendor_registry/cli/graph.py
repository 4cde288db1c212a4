"""vendors graph"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, SHEET, AsOfOption, PolicyOption, SheetOption
from vendor_registry.cli.talk import talk
from vendor_registry.drawing.formats import FORMATS, Format
from vendor_registry.drawing.views.catalogue import DEFAULT, VIEWS
from vendor_registry.model.origin import UsageError

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
        str, typer.Option("--engine", metavar="auto|wasm|system", help="Graphviz: bundled, or the program dot.")
    ] = "auto",
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
) -> None:
    """Draw who hands personal data to whom: by place of processing, or by product.

    Example: vendors graph --view product --product mail -o mail.pdf
    """
    from vendor_registry.cli.opening import open_case, print_text
    from vendor_registry.use_cases.graph import graph as draw
    from vendor_registry.use_cases.output import write

    form = _format(wanted, output)
    made = draw(open_case(sheet, policy, as_of), form, view=view, product=product, engine=engine)
    if output == "-":
        print_text(made.content.decode("utf-8"))
    else:
        path = Path(output) if output else FOLDER / f"{view}{form.suffix}"
        write(path, made.content)
        print_text(f"{path}\n")
    for remark in made.remarks:
        talk(remark)


def _format(wanted: str, output: str) -> Format:
    """By name, by the suffix of the file, or SVG. Raises UsageError where none fits."""
    from vendor_registry.cli.opening import chosen

    by_suffix = {form.suffix: form.name for form in FORMATS.values()}
    suffix = Path(output).suffix.lower()
    if not wanted and suffix and suffix not in by_suffix:
        raise UsageError(f'No format has the suffix "{suffix}"; choose one with --format: {", ".join(FORMATS)}.')
    form = chosen("format", wanted or by_suffix.get(suffix, "svg"), FORMATS)
    if output == "-" and not form.text:
        texts = " or ".join(name for name, one in FORMATS.items() if one.text)
        raise UsageError(f"{form.name} is not for the terminal; name a file with -o, or choose --format {texts}.")
    return form
