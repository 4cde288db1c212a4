"""vendors calendar"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.leaving import TextFormat, form_called, hand_out
from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    AsOfOption,
    DatabaseOption,
    PolicyOption,
    RevisionOption,
    SheetOption,
    WorksheetOption,
    day,
)

_MONTHS = 12


FORMATS: Mapping[str, TextFormat] = {
    one.name: one for one in (TextFormat("text", ".txt"), TextFormat("json", ".json"), TextFormat("ics", ".ics"))
}

FromOption = Annotated[
    date | None, typer.Option("--from", metavar="DATE", parser=day, show_default="--as-of", help="The first day.")
]
ToOption = Annotated[
    date | None,
    typer.Option("--to", metavar="DATE", parser=day, show_default="a year later", help="The last day, inclusive."),
]


def calendar(
    as_of: AsOfOption,
    first: FromOption = None,
    last: ToOption = None,
    wanted: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), show_default="by the suffix of -o, else text")
    ] = "",
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="- for stdout.")] = "-",
    revision: RevisionOption = None,
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """List what ends, falls due or takes effect.

    Objections, changes, certificates, reviews, law, waivers.

    An .ics file can be subscribed to or read by any calendar; the same entry keeps its identity when its day changes.

    Example: vendors calendar --from 2026-12-01 --to 2027-03-31 -o deadlines.ics
    """
    from vendor_registry.cli.opening import has_ledger, open_revision, repository_of
    from vendor_registry.law.periods.months import months_after
    from vendor_registry.reports.calendar.as_ics import as_ics
    from vendor_registry.reports.calendar.as_json import as_json
    from vendor_registry.reports.calendar.as_text import as_text
    from vendor_registry.use_cases.customers.calendar import calendar as entries_of
    from vendor_registry.use_cases.files.output import inputs_of

    form = form_called(wanted, output, FORMATS, "text")
    repository = repository_of(sheet, policy, database, worksheet)
    case = open_revision(revision, repository, as_of)
    start = first or as_of
    end = last or (months_after(start, _MONTHS) if start.year < date.max.year else date.max)
    if has_ledger(repository):
        from vendor_registry.use_cases.ledger.published import with_published

        case, _ = with_published(case, repository.ledger)
    entries = entries_of(case, start, end)
    texts = {
        "text": lambda: as_text(entries, str(start), str(end)),
        "json": lambda: as_json(entries, str(start), str(end)),
        "ics": lambda: as_ics(entries, as_of),
    }
    hand_out(texts[form.name]().encode(), output, Path(), [], [sheet, *inputs_of(case)])
