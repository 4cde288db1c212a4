"""vendors notice"""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.customers.default import WRITE, WriteByDefault
from vendor_registry.cli.documents.word_template import FreshTemplateOption, TemplateOption, with_template
from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    AsOfOption,
    DatabaseOption,
    LanguageOption,
    PolicyOption,
    ProductOption,
    SheetOption,
    ZoneOption,
    day,
)
from vendor_registry.documents.formats.catalogue import LETTERS

app = typer.Typer(
    cls=WriteByDefault,
    rich_markup_mode=None,
    help="Tell customers of changes, and record that it was done.\n\n"
    "Example: vendors notice --all --format eml -o notices (the options: vendors notice write --help)",
)

CustomerOption = Annotated[str, typer.Option("--customer", metavar="KEY", help="One customer of customers.csv.")]
AllOption = Annotated[
    bool, typer.Option("--all", "--all-customers", help="Every customer of customers.csv that the changes concern.")
]
SentOption = Annotated[
    date | None,
    typer.Option("--sent", metavar="DATE", parser=day, show_default="as --as-of", help="The day it is sent."),
]
EffectiveOption = Annotated[
    date | None,
    typer.Option(
        "--effective",
        metavar="DATE",
        parser=day,
        show_default="the earliest that each customer's terms allow",
        help="The day from which the changes count.",
    ),
]
ByOption = Annotated[
    str, typer.Option("--by", metavar="NAME", show_default="whom git knows, else the user", help="Who records it.")
]


StatesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[[BEFORE] AFTER]",
        help="Revisions, commits or files. BEFORE: by default the list that each customer knows: of which it was "
        "told last, or that of its contract, or the first. AFTER: by default the sheet.",
    ),
]
FormatOption = Annotated[
    str, typer.Option("--format", metavar="|".join(LETTERS), show_default="by the suffix of -o, else docx")
]
OutputOption = Annotated[
    str,
    typer.Option(
        "-o", "--output", metavar="FILE", show_default="notice.<format>", help="- for stdout; with --all a folder."
    ),
]


@app.command(WRITE)
def write(
    as_of: AsOfOption,
    states: StatesArgument = None,
    customer: CustomerOption = "",
    every: AllOption = False,
    product: ProductOption = None,
    zone: ZoneOption = "",
    sent: SentOption = None,
    effective: EffectiveOption = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why the changes are made.")] = "",
    wanted: FormatOption = "",
    output: OutputOption = "",
    template: TemplateOption = None,
    fresh: FreshTemplateOption = None,
    language: LanguageOption = "",
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """Write the notice of changes to a customer, to all, or to whoever has a product.

    Only what concerns the customer: the old and the new entry side by side, from when it counts by its terms, and until
    when and how to object. Nothing is sent.

    Example: vendors notice --all --format eml -o notices

    Example: vendors notice 3 4 --customer acme --effective 2027-01-15 -o acme.docx
    """
    from vendor_registry.cli.customers.lettering import write_letter, write_letters
    from vendor_registry.cli.leaving import form_called
    from vendor_registry.cli.opening import repository_of
    from vendor_registry.cli.progress import waiting
    from vendor_registry.model.text.origin import UsageError
    from vendor_registry.use_cases.customers.notices.letters import Letters
    from vendor_registry.use_cases.customers.notices.notifications import Whom, notifications
    from vendor_registry.use_cases.files.repository import archive_of

    if len(states or ()) > 2:
        raise UsageError("Name two states at most: what was before, and what is to be told.")
    before, after = ("", "", *(states or ()))[-2:]
    form = with_template(form_called(wanted, "" if every else output, LETTERS, "docx"), template)
    whom = Whom(customer=customer, every=every, products=tuple(product or ()), zone=zone)
    with waiting("comparing"):
        archive = archive_of(repository_of(sheet, policy, database))
        found = notifications(whom, before, after, archive, as_of, sent or as_of, effective)
    letters = Letters(found, form, language, reason)
    (write_letters if every else write_letter)(letters, output, sheet)


@app.command("record")
def record(
    as_of: AsOfOption,
    channel: Annotated[str, typer.Option("--channel", metavar="TEXT", help="How it was sent: e-mail, letter, page.")],
    customer: CustomerOption = "",
    every: AllOption = False,
    sent: SentOption = None,
    effective: EffectiveOption = None,
    revision: Annotated[
        int | None, typer.Option("--revision", metavar="N", min=1, show_default="the newest", help="What was told.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="What was sent: its digest is kept; with --all the folder."),
    ] = None,
    by: ByOption = "",
    sheet: SheetOption = SHEET,
    policy: PolicyOption = POLICY,
    database: DatabaseOption = "",
) -> None:
    """Record that a notice was sent.

    What is published is told: the revision, since the list that the customer knows. Of the first revision, which
    nobody knew before, the whole list. The last day to object follows from the customer's terms.

    Example: vendors notice record --all --channel e-mail --sent 2026-12-01 --effective 2027-01-15 --file notices
    """
    from vendor_registry.cli.opening import print_text, repository_of
    from vendor_registry.model.text.counting import counted
    from vendor_registry.reports.pages.notices import as_text
    from vendor_registry.use_cases.customers.notices.notifications import Whom
    from vendor_registry.use_cases.customers.notices.record import record, unpublished
    from vendor_registry.use_cases.files.repository import archive_of
    from vendor_registry.use_cases.ledger.author import author

    archive = archive_of(repository_of(sheet, policy, database))
    made = record(
        archive,
        Whom(customer=customer, every=every),
        channel=channel,
        sent=sent or as_of,
        effective=effective,
        by=author(by, sheet.parent),
        revision=revision,
        file=file,
    )
    told = f"revision {made[0].after}"
    print_text(as_text(made) if len(made) == 1 else f"Recorded {counted(len(made), 'notice')} of {told}.\n")
    if revision is None and unpublished(archive):
        _say_what_is_not_on_record(sheet, told)


def _say_what_is_not_on_record(sheet: Path, revision: str) -> None:
    from vendor_registry.cli.talk import talk

    hint = "If your letters told of it, publish it, and record them again"
    talk(f"{sheet} says something else than {revision}: what is not published is not on record as told. {hint}.")


app.command("sent", hidden=True)(record)


@app.command("list")
def list_(
    customer: Annotated[str, typer.Option("--customer", metavar="KEY", help="Only those that reached it.")] = "",
    wanted: Annotated[str, typer.Option("--format", metavar="text|json", help="What stdout gets.")] = "text",
    database: DatabaseOption = "",
) -> None:
    """List the notices on record, oldest first.

    Example: vendors notice list --customer acme
    """
    from vendor_registry.cli.opening import chosen, database_url, print_text
    from vendor_registry.reports.pages import notices as reports
    from vendor_registry.use_cases.customers.notices.record import listed

    write = chosen("format", wanted, {"text": reports.as_text, "json": reports.as_json})
    print_text(write(listed(database_url(database), customer)))
