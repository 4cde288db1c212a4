"""A Word template of one's own: the options, and how it is read and written."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.documents.formats.catalogue import Format
from vendor_registry.model.text.origin import UsageError


def _write(path: Path | None) -> None:
    if path is None:
        return
    from vendor_registry.cli.opening import print_text
    from vendor_registry.documents.formats.word_template import delivered
    from vendor_registry.use_cases.files.output import write

    if path.suffix.lower() != ".docx":
        raise UsageError(f'"{path}" would hold a Word document; end its name in .docx.')
    if path.exists():
        raise UsageError(f'"{path}" is there already; a template that somebody changed is not written over.')
    write(path, delivered())
    print_text(f"{path}\n")
    raise typer.Exit


TemplateOption = Annotated[
    Path | None, typer.Option("--template", metavar="FILE", help="A Word template of your own, for docx.")
]
FreshTemplateOption = Annotated[
    Path | None,
    typer.Option(
        "--write-template",
        metavar="FILE",
        callback=_write,
        is_eager=True,
        help="Only write a template to change in Word.",
    ),
]


def with_template(form: Format, template: Path | None) -> Format:
    """The format with the template, where there is one; raises UsageError where it cannot be used."""
    if template is None:
        return form
    if form.name != "docx":
        raise UsageError(f"A template is for docx, and {form.name} was asked for; leave --template out.")
    return replace(form, template=content_of(template))


def content_of(template: Path | None) -> bytes:
    """A template of one's own; nothing where there is none. Raises UsageError where it cannot be read."""
    if template is None:
        return b""
    try:
        return template.read_bytes()
    except OSError as error:
        raise UsageError(f"{template} cannot be read: {error.strerror}.") from error
