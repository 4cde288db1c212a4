"""vendors records"""

from pathlib import Path
from typing import Annotated

import typer

from vendor_registry.cli.leaving import form_called, hand_out
from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    AsOfOption,
    CustomerOption,
    DatabaseOption,
    HoldingOption,
    LanguageOption,
    NotHoldingOption,
    OnlyOption,
    PolicyOption,
    ProductOption,
    RevisionOption,
    SheetOption,
    WorksheetOption,
    ZoneOption,
)
from vendor_registry.documents.formats.catalogue import FORMATS
from vendor_registry.documents.records.kinds import AS, EVERY
from vendor_registry.model.text.origin import UsageError

_FOLDER = Path("assessments")
CapacityOption = Annotated[
    str, typer.Option("--as", metavar="|".join(AS), show_default="our role", help="The record of Art. 30.")
]
CountryOption = Annotated[
    str, typer.Option("--tia", metavar=f"COUNTRY|{EVERY}", help="Instead: a worksheet for the impact assessment.")
]
TransfersOption = Annotated[bool, typer.Option("--transfers", help="Instead: every transfer to a third country.")]
FormatOption = Annotated[
    str, typer.Option("--format", metavar="|".join(FORMATS), show_default="by the suffix of -o, else docx")
]
OutputOption = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", show_default="by what it is", help="- for stdout.")
]


def records(
    as_of: AsOfOption,
    capacity: CapacityOption = "",
    transfers: TransfersOption = False,
    country: CountryOption = "",
    product: ProductOption = None,
    zone: ZoneOption = "",
    wanted: FormatOption = "",
    output: OutputOption = "",
    language: LanguageOption = "",
    customer: CustomerOption = "",
    only: OnlyOption = "",
    condition: HoldingOption = None,
    no_condition: NotHoldingOption = None,
    revision: RevisionOption = None,
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Write the record of processing or of transfers.

    Example: vendors records --as controller --lang de -o verzeichnis.pdf

    Example: vendors records --tia all --format docx -o assessments
    """
    from vendor_registry.cli.opening import chosen, open_revision, repository_of, with_reviews
    from vendor_registry.use_cases.documents import records as use
    from vendor_registry.use_cases.files.output import inputs_of
    from vendor_registry.use_cases.selection.scope import Asked

    refuse_two_records(capacity, transfers, country)
    every = country.strip().casefold() == EVERY
    form = form_called(wanted, "" if every else output, FORMATS, "docx")
    kept = chosen("capacity", capacity, {name: name for name in AS}) if capacity else ""
    repository = repository_of(sheet, policy, database, worksheet)
    case = with_reviews(open_revision(revision, repository, as_of, condition, no_condition), repository)
    about = Asked(products=tuple(product or ()), zone=zone, customer=customer, language=language, only=only)
    for code in use.destinations(case, about, country) if country else ():
        made, name = use.assessment(case, form, about, code), f"tia-{code.lower()}{form.suffix}"
        where = str(Path(output or _FOLDER) / name) if every else output
        hand_out(made.content, where, Path(name), made.remarks, inputs_of(case))
    if not country:
        made = use.transfers(case, form, about) if transfers else use.record(case, form, about, capacity=kept)
        usual = Path(f"{'transfers' if transfers else 'records'}{form.suffix}")
        hand_out(made.content, output, usual, made.remarks, inputs_of(case))


def refuse_two_records(capacity: str, transfers: bool, country: str) -> None:
    """One command writes one record. Raises UsageError where two are asked for."""
    named = {"--as": capacity, "--transfers": transfers, "--tia": country.strip()}
    wanted = [option for option, given in named.items() if given]
    if len(wanted) > 1:
        raise UsageError(f"{' and '.join(wanted)} ask for different documents; choose one, and run the command again.")
