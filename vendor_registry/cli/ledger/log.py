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
    from vendor_registry.cli.opening import database_url, print_text
    from vendor_registry.use_cases.ledger import revisions

    url = database_url(database)
    if vendor:
        from vendor_registry.cli.ledger.chapters import told
        from vendor_registry.use_cases.ledger.comparison.difference import place_of
        from vendor_registry.use_cases.ledger.history import history

        for chapter in history(vendor, place_of(policy.with_name("vendors.csv"), policy, url), today()):
            print_text(told(chapter))
        return
    from vendor_registry.cli.ledger.chapters import headline

    found = revisions.log(url)
    for revision in found:
        print_text(f"{headline(revision)}\n")
    if not found:
        print_text("Nothing has been published yet; `vendors publish` stores the first revision.\n")
