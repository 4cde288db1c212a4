"""vendors reconcile"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    AsOfOption,
    DatabaseOption,
    OnlyOption,
    PolicyOption,
    RevisionOption,
    SheetOption,
    WorksheetOption,
)

_KINDS = "list|terraform|hosts|cookies|bearer|privado|cyclonedx|text"


def reconcile(
    as_of: AsOfOption,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The other lists.")],
    kind: Annotated[
        str, typer.Option("--as", metavar=_KINDS, show_default="by its content", help="What the lists are.")
    ] = "",
    other: Annotated[
        Path | None, typer.Option("--with", metavar="FILE", help="A list to take the place of the register.")
    ] = None,
    complete: Annotated[
        bool, typer.Option("--complete", help="The lists name everybody: whom they do not show is a difference.")
    ] = False,
    own: Annotated[
        list[str] | None, typer.Option("--own", metavar="DOMAIN", help="A domain of ours; may be repeated.")
    ] = None,
    only: OnlyOption = "",
    wanted: Annotated[str, typer.Option("--format", metavar="text|json|csv", help="How to print.")] = "text",
    revision: RevisionOption = None,
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Hold other lists against the register.

    Who is missing, extra, in another place, under another name? A published list, last year's sheet, a state or plan
    of Terraform (JSON), outbound hosts, cookies, a report of Bearer or Privado, the services of a CycloneDX bill of
    materials, or a text such as a record of processing, searched for names. Exit status 1 where anything differs.

    Example: vendors reconcile terraform.tfstate hosts.txt record-of-processing.docx
    """
    from vendor_registry.cli.opening import chosen, open_revision, print_text, repository_of
    from vendor_registry.model.text.origin import UsageError
    from vendor_registry.reports.reconciliation.as_csv import as_csv
    from vendor_registry.reports.reconciliation.as_json import as_json
    from vendor_registry.reports.reconciliation.as_text import as_text
    from vendor_registry.use_cases.register.reconciliation.reconcile import against_list, against_register
    from vendor_registry.use_cases.selection.only import only as meant

    write = chosen("format", wanted, {"text": as_text, "json": as_json, "csv": as_csv})
    if other:
        if only:
            raise UsageError("--only names a part of the register, and --with takes its place; leave one out.")
        found = against_list(files, other, as_of, kind, own or (), complete)
    else:
        case = open_revision(revision, repository_of(sheet, policy, database, worksheet), as_of)
        found = against_register(files, case, kind, own or (), complete, meant(case, only))
    print_text(write(found))
    if any(one.differs for one in found):
        raise typer.Exit(1)
