"""Options that have one name and one meaning everywhere, and the only place that asks the clock."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer


def today() -> date:
    return date.today()


def day(text: str | date) -> date:
    """A day of the calendar, written YYYY-MM-DD, in the years that a sheet may name."""
    from vendor_registry.intake.words.dates import YEARS

    try:
        found = text if isinstance(text, date) else date.fromisoformat(text.strip())
    except ValueError as error:
        raise typer.BadParameter(f'"{text}" is not a day of the calendar; write it as in 2026-01-31.') from error
    if found.year not in YEARS:
        years = f"Years run from {YEARS[0]} to {YEARS[-1]}."
        raise typer.BadParameter(f"{found} is too far away to be meant. {years}")
    return found


LANGUAGES = "en, de, fr, es"  # those of documents/wording; the folder is not looked into at every start

SheetOption = Annotated[Path, typer.Option("--sheet", metavar="FILE", help="The sheet of engagements.")]
WorksheetOption = Annotated[
    str, typer.Option("--worksheet", metavar="NAME", help="The worksheet, where the sheet is a workbook with several.")
]
PolicyOption = Annotated[Path, typer.Option("--policy", metavar="FILE", help="The policy.")]
AsOfOption = Annotated[
    date,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=day,
        default_factory=today,
        show_default="today",
        help="The day to judge, YYYY-MM-DD; past and future days work.",
    ),
]

DifferenceDayOption = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=day,
        show_default="today; of two states the later day on which all changes count",
        help="The day to judge, YYYY-MM-DD; past and future days work.",
    ),
]

SHEET = Path("data/vendors.csv")
POLICY = Path("data/policy.toml")

OnlyOption = Annotated[
    str,
    typer.Option("--only", metavar="SELECTOR", help='A part, e.g. "zone:eu and not role:processor" or "vendor:Acme".'),
]

ProductOption = Annotated[
    list[str] | None, typer.Option("--product", metavar="KEY", help="Only for this product; may be repeated.")
]
ZoneOption = Annotated[str, typer.Option("--zone", metavar="KEY", help="Only for this data region.")]
LanguageOption = Annotated[
    str,
    typer.Option(
        "--lang",
        metavar="CODE",
        show_default="the customer's, else en",
        help=f"Language of the document: {LANGUAGES}.",
    ),
]
AllCustomersOption = Annotated[
    bool, typer.Option("--all-customers", help="A file for each customer of customers.csv, into the folder -o.")
]
CustomerOption = Annotated[
    str,
    typer.Option(
        "--customer",
        metavar="KEY",
        help="For one customer of customers.csv, by key or name: its products, data region, conditions and language.",
    ),
]

HoldingOption = Annotated[
    list[str] | None,
    typer.Option(
        "--condition",
        metavar="KEY",
        help="Of the conditions of the policy this holds, and no other that is not named; may be repeated.",
    ),
]
NotHoldingOption = Annotated[
    list[str] | None,
    typer.Option("--no-condition", metavar="KEY", help="This condition does not hold; may be repeated."),
]

DatabaseOption = Annotated[
    str,
    typer.Option(
        "--database",
        metavar="URL",
        envvar="VENDORS_DATABASE_URL",
        show_default=".vendors/registry.db",
        help="Where revisions are kept: sqlite:///FILE or postgresql://...",
    ),
]

YesOption = Annotated[bool, typer.Option("--yes", help="Answer the question with yes, before it is asked.")]

RevisionOption = Annotated[
    int | None,
    typer.Option(
        "--revision",
        metavar="N",
        min=1,
        show_default="the sheet",
        help="Read what was published as revision N. --as-of alone never does: it is the day to judge.",
    ),
]
