"""vendors annex"""

from dataclasses import replace
from typing import Annotated

import typer

from vendor_registry.cli.documents.word_template import FreshTemplateOption, TemplateOption, with_template
from vendor_registry.cli.leaving import form_called
from vendor_registry.cli.options import (
    POLICY,
    SHEET,
    AllCustomersOption,
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
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.formats.catalogue import FORMATS
from vendor_registry.documents.pack.kinds import ALL, KINDS, SCHEDULE

_MEANINGS = "; ".join(f"{kind.name}: {kind.meaning}" for kind in KINDS.values())

KindOption = Annotated[
    str,
    typer.Option(
        "--kind", metavar="|".join((SCHEDULE, *KINDS, ALL)), help=f"{_MEANINGS}; {ALL}: each of them, into a folder."
    ),
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Write nothing while a field is to be completed; exit status 1.")
]
ExtrasOption = Annotated[
    list[str] | None,
    typer.Option(
        "--with",
        metavar="|".join(Extra),
        help="; ".join(f"{extra}: {extra.meaning}" for extra in Extra) + ". May be repeated.",
    ),
]

FormatOption = Annotated[
    str, typer.Option("--format", metavar="|".join(FORMATS), show_default="by the suffix of -o, else docx")
]
OutputOption = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", show_default="annex.<format>", help="- for stdout.")
]


def annex(
    as_of: AsOfOption,
    kind: KindOption = SCHEDULE,
    product: ProductOption = None,
    zone: ZoneOption = "",
    wanted: FormatOption = "",
    output: OutputOption = "",
    language: LanguageOption = "",
    extras: ExtrasOption = None,
    customer: CustomerOption = "",
    every: AllCustomersOption = False,
    template: TemplateOption = None,
    fresh: FreshTemplateOption = None,
    strict: StrictOption = False,
    only: OnlyOption = "",
    condition: HoldingOption = None,
    no_condition: NotHoldingOption = None,
    revision: RevisionOption = None,
    database: DatabaseOption = "",
    sheet: SheetOption = SHEET,
    worksheet: WorksheetOption = "",
    policy: PolicyOption = POLICY,
) -> None:
    """Write the schedule of sub-processors or another annex.

    The schedule names the sub-processors, and what was announced; nobody else in the register.

    Example: vendors annex --product mail --zone eu --lang de -o anhang.pdf

    Example: vendors annex --kind all --format pdf -o annexes
    """
    from vendor_registry.cli.documents.packing import refuse_incomplete, write_documents, write_packs
    from vendor_registry.cli.opening import chosen, has_ledger, open_revision, repository_of, with_revisions
    from vendor_registry.use_cases.selection.scope import Asked

    asked = chosen("kind of annex", kind, {one: one for one in (SCHEDULE, *KINDS, ALL)})
    form = form_called(wanted, "" if asked == ALL else output, FORMATS, "docx")
    form = with_template(form, template)
    parts = [chosen("part of this document", name, {extra.value: extra for extra in Extra}) for name in extras or ()]
    repository = repository_of(sheet, policy, database, worksheet)
    case = with_revisions(open_revision(revision, repository, as_of), repository, revision)
    if (customer or every) and has_ledger(repository):
        from vendor_registry.use_cases.ledger.objections import with_objections

        case = with_objections(case, repository.ledger)
    about = Asked(products=tuple(product or ()), zone=zone, customer=customer, language=language, only=only)
    about = replace(about, holding=tuple(condition or ()), not_holding=tuple(no_condition or ()))
    if strict:
        refuse_incomplete(case, asked, about)
    (write_packs if every else write_documents)(case, form, asked, output, parts, about)
