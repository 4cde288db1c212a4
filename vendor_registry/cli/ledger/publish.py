"""vendors publish"""

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    DatabaseOption,
    PolicyOption,
    SheetOption,
    WorksheetOption,
    YesOption,
    day,
    today,
)

ByOption = Annotated[
    str, typer.Option("--by", metavar="NAME", show_default="whom git knows, else the user", help="Who publishes.")
]
EffectiveOption = Annotated[
    date | None,
    typer.Option("--effective", metavar="DATE", parser=day, help="The day from which the changes count."),
]


def publish(
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, for those who read the log.")] = "",
    by: ByOption = "",
    effective: EffectiveOption = None,
    yes: YesOption = False,
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """Store the sheet as the next revision, cells as written.

    What differs from the newest revision is shown first, and whether to publish is asked; --yes answers.

    Example: vendors publish --note "Proxiad added for ticket support" --effective 2026-12-20
    """
    from vendor_registry.cli.ledger import asking
    from vendor_registry.cli.opening import open_case, print_text, repository_of
    from vendor_registry.model.text.counting import counted
    from vendor_registry.use_cases.files.repository import Archive
    from vendor_registry.use_cases.ledger import revisions
    from vendor_registry.use_cases.ledger.author import author

    repository = repository_of(sheet, policy, database, worksheet)
    case = open_case(repository, effective or today())
    proposal = revisions.propose(case, Archive(repository, case.policy))
    if proposal.base and proposal.changed:
        asking.show(proposal, case)
        if not yes:
            asking.ask(f"Publish this as revision {proposal.base + 1}?")
    revision = revisions.publish(
        case.registry,
        repository.ledger,
        note,
        datetime.now(UTC),
        author=author(by, sheet.parent),
        effective=effective,
        base=proposal.base,
    )
    if revision is None:
        print_text("Nothing has changed since the newest revision; nothing stored.\n")
    else:
        print_text(f"Published revision {revision.number}: {counted(revision.rows, 'row')}.\n")
