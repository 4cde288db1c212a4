"""vendors log"""

from typing import Annotated

import typer

from vendor_registry.cli.options import POLICY, DatabaseOption, PolicyOption, today

VendorOption = Annotated[
    str, typer.Option("--vendor", metavar="NAME", help="What became of one vendor, by its name or a key.")
]


def log(vendor: VendorOption = "", policy: PolicyOption = POLICY, database: DatabaseOption = "") -> None:
    """List the published revisions, newest first.

    Example: vendors log --vendor Zendesk
    """
    from vendor_registry.cli.opening import print_text, repository_of
    from vendor_registry.use_cases.ledger import revisions

    repository = repository_of(policy.with_name("vendors.csv"), policy, database)
    if vendor:
        from vendor_registry.cli.ledger.chapters import told
        from vendor_registry.use_cases.files.repository import archive_of
        from vendor_registry.use_cases.ledger.history import history

        for chapter in history(vendor, archive_of(repository), today()):
            print_text(told(chapter))
        return
    from vendor_registry.cli.ledger.chapters import headline

    found = revisions.log(repository.ledger)
    for revision in found:
        print_text(f"{headline(revision)}\n")
    if not found:
        print_text("Nothing has been published yet; `vendors publish` stores the first revision.\n")
