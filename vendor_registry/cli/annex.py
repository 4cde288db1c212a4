"""vendors annex"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, SHEET, AsOfOption, PolicyOption, SheetOption
from vendor_registry.cli.talk import talk
from vendor_registry.documents.formats import FORMATS, Format
from vendor_registry.model.origin import UsageError


def annex(
    as_of: AsOfOption,
    product: Annotated[
        list[str] | None, typer.Option("--product", metavar="KEY", help="Only for this product; may be repeated.")
    ] = None,
    zone: Annotated[str, typer.Option("--zone", metavar="KEY", help="Only for this data region.")] = "",
    wanted: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), show_default="by the suffix of -o, else docx")
    ] = "",
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", show_default="annex.<format>", help="- for stdout.")
    ] = "",
    language: Annotated[
        str, typer.Option("--lang", metavar="CODE", help="Language of the document: en, de ...")
    ] = "en",
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
) -> None:
    """Write the schedule of sub-processors for a data processing agreement.

    Example: vendors annex --product mail --zone eu --lang de -o anhang.pdf
    """
    from vendor_registry.cli.opening import open_case, print_text
    from vendor_registry.use_cases.annex import annex as compose
    from vendor_registry.use_cases.output import write

    form = _format(wanted, output)
    made = compose(open_case(sheet, policy, as_of), form, products=product or (), zone=zone, language=language)
    if output == "-":
        print_text(made.content.decode("utf-8"))
    else:
        path = Path(output or f"annex{form.suffix}")
        write(path, made.content)
        print_text(f"{path}\n")
    for remark in made.remarks:
        talk(remark)


def _format(wanted: str, output: str) -> Format:
    """By name, by the suffix of the file, or DOCX. Raises UsageError where none fits."""
    from vendor_registry.cli.opening import chosen

    by_suffix = {form.suffix: form.name for form in FORMATS.values()}
    suffix = Path(output).suffix.lower()
    if not wanted and suffix and suffix not in by_suffix:
        raise UsageError(f'No format has the suffix "{suffix}"; choose one with --format: {", ".join(FORMATS)}.')
    form = chosen("format", wanted or by_suffix.get(suffix, "docx"), FORMATS)
    if output == "-" and not form.text:
        texts = " or ".join(name for name, one in FORMATS.items() if one.text)
        raise UsageError(f"{form.name} is not for the terminal; name a file with -o, or choose --format {texts}.")
    return form
