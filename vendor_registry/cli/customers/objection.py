"""vendors objection"""

from datetime import date
from typing import Annotated

import typer

from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    DatabaseOption,
    PolicyOption,
    SheetOption,
    day,
    today,
)

app = typer.Typer(
    rich_markup_mode=None, help="What customers say to a change, and what became of it.", no_args_is_help=True
)

VendorOption = Annotated[
    str, typer.Option("--vendor", metavar="NAME", help="The vendor by its name, or one engagement by its key.")
]
CustomerOption = Annotated[str, typer.Option("--customer", metavar="KEY", help="The customer.")]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="What the customer says.")]
NoticeOption = Annotated[
    int | None, typer.Option("--notice", metavar="N", show_default="the newest that names it", help="Which one.")
]
NumberArgument = Annotated[int, typer.Argument(metavar="N", help="The number of the objection.")]
OutcomeOption = Annotated[
    str,
    typer.Option(
        "--outcome", metavar="upheld|dismissed|withdrawn", help="upheld: this customer goes without the vendor."
    ),
]
ByOption = Annotated[
    str, typer.Option("--by", metavar="NAME", show_default="whom git knows, else the user", help="Who decided.")
]
OpenOption = Annotated[bool, typer.Option("--open", help="Only those not decided.")]
DayOption = Annotated[
    date,
    typer.Option("--on", metavar="DATE", parser=day, default_factory=today, show_default="today", help="The day."),
]


@app.command("add")
def add(
    received_on: DayOption,
    customer: CustomerOption,
    vendor: VendorOption,
    reason: ReasonOption,
    notice: NoticeOption = None,
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """Record that a customer objects to a vendor of which a notice told it.

    Until it is decided, and afterwards if it is upheld, what the notice said of the vendor is in force for the others
    only: those of its engagements that came or changed, or the one that --vendor names by its key. An objection that
    comes after the last day is kept, and marked as late.

    Example: vendors objection add --customer acme --vendor Zendesk --reason "No support from outside the EEA"
    """
    from vendor_registry.cli.opening import open_case, print_text, repository_of
    from vendor_registry.reports.pages.objections import about
    from vendor_registry.use_cases.files.repository import Archive
    from vendor_registry.use_cases.ledger import objections

    repository = repository_of(sheet, policy, database)
    case = open_case(repository, received_on)
    made, told = objections.add(
        case, Archive(repository, case.policy), customer, vendor, reason, received_on, notice, today=today()
    )
    late = f"; it is late: the last day was {told.object_until}" if made.late else f", in time ({told.object_until})"
    print_text(f"Objection {made.number} of {made.customer} to {about(made)} is recorded{late}.\n")


@app.command("decide")
def decide(
    decided_on: DayOption,
    number: NumberArgument,
    outcome: OutcomeOption,
    by: ByOption = "",
    sheet: SheetOption = SHEET,
    database: DatabaseOption = "",
) -> None:
    """Write down what became of an objection, and who decided.

    Example: vendors objection decide 3 --outcome upheld --by "Ada Lee"
    """
    from vendor_registry.cli.opening import database_url, print_text
    from vendor_registry.reports.pages.objections import about
    from vendor_registry.use_cases.ledger import objections
    from vendor_registry.use_cases.ledger.author import author

    who = author(by, sheet.parent)
    made = objections.decide(database_url(database), number, outcome, decided_on, who, today=today())
    print_text(f"Objection {made.number} of {made.customer} to {about(made)}: {made.outcome}.\n")


@app.command("list")
def list_(
    customer: Annotated[str, typer.Option("--customer", metavar="KEY", help="Only those of this customer.")] = "",
    undecided: OpenOption = False,
    wanted: Annotated[str, typer.Option("--format", metavar="text|json", help="What stdout gets.")] = "text",
    database: DatabaseOption = "",
) -> None:
    """List the objections, oldest first.

    Example: vendors objection list --open
    """
    from vendor_registry.cli.opening import chosen, database_url, print_text
    from vendor_registry.reports.pages import objections as reports
    from vendor_registry.use_cases.ledger import objections

    write = chosen("format", wanted, {"text": reports.as_text, "json": reports.as_json})
    print_text(write(objections.objections(database_url(database), customer, undecided)))
