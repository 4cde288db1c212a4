"""vendors review"""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    DatabaseOption,
    PolicyOption,
    SheetOption,
    WorksheetOption,
    day,
    today,
)

app = typer.Typer(
    rich_markup_mode=None,
    help="Record who reviewed which vendor, and how it ended.\n\nExample: vendors review record Zendesk --of tia",
    no_args_is_help=True,
)

VendorArgument = Annotated[
    str, typer.Argument(metavar="VENDOR", help="One engagement by its key, or all of a vendor by its name.")
]
SubjectOption = Annotated[
    str,
    typer.Option(
        "--of",
        metavar="vendor|tia|agreement",
        help="What was reviewed: the vendor, the transfer impact assessment, or the agreement and its clauses.",
    ),
]
OutcomeOption = Annotated[
    str,
    typer.Option(
        "--outcome", metavar="passed|conditional|failed", help="failed: none stands then, no earlier one either."
    ),
]
NextOption = Annotated[
    date | None,
    typer.Option(
        "--next",
        metavar="DATE",
        parser=day,
        show_default="when the rules of the policy say",
        help="When it is to be reviewed again.",
    ),
]
DayOption = Annotated[
    date,
    typer.Option("--on", metavar="DATE", parser=day, default_factory=today, show_default="today", help="The day."),
]
ByOption = Annotated[
    str, typer.Option("--by", metavar="NAME", show_default="whom git knows, else the user", help="Who reviewed it.")
]
FileOption = Annotated[Path | None, typer.Option("--file", metavar="FILE", help="The report: its digest is kept.")]
FormatOption = Annotated[str, typer.Option("--format", metavar="text|json", help="What stdout gets.")]


@app.command("record")
def record(
    vendor: VendorArgument,
    on: DayOption,
    of: SubjectOption = "vendor",
    outcome: OutcomeOption = "passed",
    next_on: NextOption = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What was found, and what is to be done.")] = "",
    file: FileOption = None,
    by: ByOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """Record that a vendor, an assessment or an agreement was reviewed.

    From then on it stands in for the cells reviewed and tia, where its day is later than theirs: check, calendar, show
    and the records of transfers follow. A review that failed leaves none standing.

    Example: vendors review record Zendesk --of tia --outcome conditional --note "Keys in the EU" --next 2027-05-31
    """
    from vendor_registry.cli.opening import chosen, open_case, print_text, repository_of
    from vendor_registry.model.ledger.review import Conclusion, Subject
    from vendor_registry.reports.pages.reviews import as_text
    from vendor_registry.use_cases.ledger import reviews
    from vendor_registry.use_cases.ledger.author import author

    repository = repository_of(sheet, policy, database, worksheet)
    made = reviews.record(
        open_case(repository, today()),
        repository.ledger,
        vendor,
        chosen("subject of a review", of, {one.value: one for one in Subject}),
        on=on,
        by=author(by, sheet.parent),
        conclusion=chosen("outcome of a review", outcome, {one.value: one for one in Conclusion}),
        next_on=next_on,
        note=note,
        file=file,
    )
    print_text(as_text(made))


@app.command("list")
def list_(
    vendor: Annotated[
        str, typer.Option("--vendor", metavar="VENDOR", help="Only those of a vendor, or of a key.")
    ] = "",
    wanted: FormatOption = "text",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """List the reviews on record, oldest first.

    Example: vendors review list --vendor Zendesk
    """
    from vendor_registry.cli.opening import chosen, open_case, print_text, repository_of
    from vendor_registry.reports.pages import reviews as reports
    from vendor_registry.use_cases.ledger.reviews import listed

    write = chosen("format", wanted, {"text": reports.as_text, "json": reports.as_json})
    repository = repository_of(sheet, policy, database, worksheet)
    case = open_case(repository, today()) if vendor else None
    print_text(write(listed(repository.ledger, case, vendor)))
