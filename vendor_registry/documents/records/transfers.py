"""The register of transfers to third countries (GDPR Chapter V, Art. 30(1)(e); EDPB 01/2020, step 1)."""

from collections.abc import Iterator

from vendor_registry.case.reviews import last_done
from vendor_registry.documents.document import Block, Cell, Column, Heading, Paragraph, Style, Table, cell, line
from vendor_registry.documents.parts import restricted
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.documents.parts.restricted import Laws, Restricted

_COLUMNS = {
    "exporter": 14, "importer": 13, "how": 11, "ground": 24, "agreed": 10, "assessed": 9, "measures": 11, "end": 10,
    "without": 15,
}  # fmt: skip


def paper(contract: Contract) -> Paper:
    """Every restricted transfer: who to whom, on which ground, until when, and what would carry it else."""
    return contract.paper(contract.say("transfers.title"), _blocks(contract))


def _blocks(contract: Contract) -> Iterator[Block]:
    say = contract.say
    yield Paragraph(line(say("transfers.lead", day=contract.names.day(contract.case.as_of))))
    found = restricted.transfers_of(contract)
    if not found:
        yield Paragraph(line(say("transfers.none")))
    columns = tuple(Column(say(f"transfers.{key}"), wide) for key, wide in _COLUMNS.items())
    by_country: dict[str, list[Restricted]] = {}
    for one in found:
        by_country.setdefault(restricted.country(contract, one), []).append(one)
    unknown, order = say("transfers.unknown_country"), contract.names.phrases.order
    for country, group in sorted(by_country.items(), key=lambda one: (one[0] == unknown, order(one[0]))):
        yield Heading(country)
        yield Table(country, columns, restricted.stacked(_row(contract, laws) for laws in restricted.by_flow(group)))


def _row(contract: Contract, laws: Laws) -> tuple[Cell, ...]:
    names, missing, row = contract.names, contract.say("document.missing"), laws[0].engagement
    assessed = last_done(contract.case, row, "tia") if row else None
    answers = [one.transfer.answer for one in laws]
    signed = sorted({answer.claim.signed for answer in answers if answer.claim and answer.claim.signed})
    fixed = {answer.until for answer in answers} | {answer.claim.until for answer in answers if answer.claim}
    ends = sorted(day for day in fixed if day)
    open_end = contract.say("transfers.no_end") if any(answer.ground for answer in answers) else ""
    return (
        (line(restricted.exporter(contract, laws[0]), Style.STRONG),),
        restricted.importer(contract, laws[0]),
        restricted.way(contract, laws[0]),
        restricted.grounds(contract, laws),
        cell("\n".join(map(names.short_day, signed)), missing),
        cell(names.short_day(assessed) if assessed else "", missing),
        cell(names.said(row, "measures") if row else "", missing),
        cell("\n".join(map(names.short_day, ends)) or open_end, missing),
        restricted.instead(contract, laws),
    )
