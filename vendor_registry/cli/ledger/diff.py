"""vendors diff"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.leaving import form_called, hand_out
from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    DatabaseOption,
    DifferenceDayOption,
    PolicyOption,
    SheetOption,
    today,
)
from vendor_registry.documents.formats.catalogue import FORMATS as DOCUMENTS
from vendor_registry.documents.formats.catalogue import Format

JSON = Format("json", ".json", True, "vendor_registry.reports.difference_json", "as_json")
FORMATS = {"text": DOCUMENTS["text"], **DOCUMENTS, JSON.name: JSON}


SiteOption = Annotated[
    str, typer.Option("--site", metavar="COPY", help="A saved copy of the public page, in place of the first state.")
]


def diff(
    before: Annotated[
        str, typer.Argument(metavar="[BEFORE]", help="Revision, commit or file; by default the newest revision.")
    ] = "",
    after: Annotated[str, typer.Argument(metavar="[AFTER]", help="The same; by default the sheet.")] = "",
    wanted: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), show_default="by the suffix of -o, else text")
    ] = "",
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="- for stdout.")] = "-",
    site: SiteOption = "",
    language: Annotated[str, typer.Option("--lang", metavar="CODE", help="Language of the document.")] = "en",
    as_of: DifferenceDayOption = None,
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """Show what differs between two states of the register.

    And what follows from it: where data newly gets to, which transfers and findings are new. A state is the number of
    a published revision, a file, or a commit (git:v1.2 where the name could be both). Both are read by the policy, the
    waivers and the law of the day that is judged: without --as-of, of the first day on which all changes count.

    With --site, what a copy of the public page says otherwise than it would today: the folder, subprocessors.json, or
    a page saved by a browser; the one state that may be named is held against it.

    Example: vendors diff 3 4 -o changes.docx
    """
    from vendor_registry.cli.opening import repository_of
    from vendor_registry.cli.progress import waiting
    from vendor_registry.documents.difference import difference as document
    from vendor_registry.reports.difference_json import as_json
    from vendor_registry.use_cases.documents.written import written
    from vendor_registry.use_cases.files.output import inputs_of
    from vendor_registry.use_cases.files.repository import archive_of
    from vendor_registry.use_cases.ledger.comparison.difference import difference
    from vendor_registry.use_cases.ledger.comparison.site_copy import against_copy

    form = form_called(wanted, output, FORMATS, "text")
    if site and after:
        raise typer.BadParameter("With --site, name one state at most.")
    with waiting("comparing"):
        archive = archive_of(repository_of(sheet, policy, database))
        if site:
            found, case = against_copy(site, before, archive, as_of or today())
        else:
            found, case = difference(before, after, archive, as_of or today(), once_in_force=as_of is None)
    content, told = (
        (as_json(found).encode(), ()) if form is JSON else written(document(found, case, language=language), form)
    )
    hand_out(content, output, Path(), [f"Warning: {one}." for one in told], [sheet, *inputs_of(case)])
