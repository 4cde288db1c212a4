"""vendors log"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, DatabaseOption, PolicyOption, today

VendorOption = Annotated[
    str, typer.Option("--vendor", metavar="NAME", help="What became of one vendor, by its name or a key.")
]


FormatOption = Annotated[str, typer.Option("--format", metavar="text|json", help="What stdout gets.")]


def log(
    vendor: VendorOption = "",
    wanted: FormatOption = "text",
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """List the published revisions, newest first.

    Example: vendors log --vendor Zendesk
    """
    from vendor_registry.cli.ledger.chapters import as_json, headline
    from vendor_registry.cli.opening import chosen, database_url, print_text
    from vendor_registry.use_cases.ledger import revisions

    program = chosen("format", wanted, {"text": False, "json": True})
    if vendor:
        _of_vendor(vendor, policy, database, program)
        return
    found = revisions.log(database_url(database))
    if program:
        print_text(as_json(found))
        return
    for revision in found:
        print_text(f"{headline(revision)}\n")
    if not found:
        print_text("Nothing has been published yet; `vendors publish` stores the first revision.\n")


def _of_vendor(vendor: str, policy: Path, database: str, program: bool) -> None:
    from vendor_registry.cli.ledger.chapters import told, told_as_json
    from vendor_registry.cli.opening import archive_beside, print_text
    from vendor_registry.use_cases.ledger.history import history

    found = history(vendor, archive_beside(policy, database), today())
    print_text(told_as_json(found) if program else "".join(map(told, found)))
