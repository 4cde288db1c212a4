"""vendors verify"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.documents.word_template import TemplateOption, content_of
from vendor_registry.cli.options import POLICY, SHEET, DatabaseOption, PolicyOption, SheetOption, WorksheetOption


def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document that vendors wrote, in any format.")],
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    template: TemplateOption = None,
    policy: PolicyOption = POLICY,
) -> None:
    """Say whether a document still follows from the register.

    It is made again, for the day and the scope it names. Where it says something else now, what has changed since is
    told, if the register it was made from was published. The exit status is 1 unless the file is as it was written.

    Example: vendors verify annex.pdf

    Example: vendors verify --template letterhead.docx annex.docx
    """
    from vendor_registry.cli.opening import print_text, repository_of
    from vendor_registry.cli.progress import waiting
    from vendor_registry.documents.difference import difference as document
    from vendor_registry.documents.formats.as_text import as_text
    from vendor_registry.model.text.visible import visible
    from vendor_registry.use_cases.documents.verify import Standing
    from vendor_registry.use_cases.documents.verify import verify as verified

    with waiting("comparing"):
        found = verified(file, repository_of(sheet, policy, database, worksheet), content_of(template))
    print_text(f"{visible(found.told(file, sheet))}\n")
    if found.changes:
        difference, case = found.changes
        print_text("\n" + as_text(document(difference, case)).decode("utf-8"))
    raise typer.Exit(0 if found.standing is Standing.FOLLOWS else 1)
