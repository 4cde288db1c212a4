"""The tables of the UK International Data Transfer Addendum (B1.0) and Agreement (IDTA, A1.0).

Both were issued by the Information Commissioner under section 119A of the Data Protection Act 2018, in force since
21 March 2022. The parties use one of the two.
"""

from collections.abc import Iterator

from vendor_registry.documents.document import (
    Block,
    Cell,
    Column,
    Fields,
    Heading,
    Paragraph,
    Row,
    Style,
    Table,
    cell,
    line,
)
from vendor_registry.documents.pack.scc import choices
from vendor_registry.documents.parts import clauses, parties
from vendor_registry.documents.parts.contract import Contract, Paper

_MODULES = {"module": 18, "operation": 14, "clause_7": 16, "clause_11": 16, "clause_9": 20, "combined": 16}
_TRANSFERRED = {"data": "data", "special": "sensitive", "subjects": "subjects", "purpose": "purpose"}
_SECURITY = ("transmission", "storage", "processing", "organisational", "technical", "updates")


def paper(contract: Contract) -> Paper:
    """The Addendum's Tables 1 to 4, then the four tables of the agreement."""
    return contract.paper(contract.say("uk.title"), _blocks(contract), lettered=True)


def _blocks(contract: Contract) -> Iterator[Block]:
    say = contract.say
    yield Paragraph(line(say("uk.act", scope=contract.covered)))
    yield Heading(say("uk.addendum"))
    yield Heading(say("uk.table_1"), 2)
    yield from _parties(contract)
    yield Heading(say("uk.table_2"), 2)
    yield _modules(contract)
    yield Heading(say("uk.table_3"), 2)
    yield _appendix(contract)
    yield Heading(say("uk.table_4"), 2)
    yield Fields(say("uk.table_4"), (_ending(contract, "uk.ending"),))
    yield Heading(say("uk.idta"))
    yield from _agreement(contract)


def _parties(contract: Contract) -> Iterator[Block]:
    terms, say = contract.terms, contract.say
    signed = contract.names.day(terms.signed) if terms.signed else ""
    yield Fields(say("uk.start"), (contract.field("uk.start", signed, "[contract] signed"),))
    for key, ours in (("uk.exporter", contract.sends_back), ("uk.importer", not contract.sends_back)):
        yield Heading(say(key), 3)
        yield Fields(say(key), tuple(_party(contract, ours=ours)), narrow=True)


def _party(contract: Contract, *, ours: bool) -> Iterator[tuple[str, Cell]]:
    terms, them = contract.terms, contract.customer
    name, address, contact = parties.known(contract, ours=ours)
    yield contract.field("uk.legal_name", *name)
    yield contract.field(
        "uk.trading_name", contract.case.policy.company.name if ours else them.name if them else "", ""
    )
    yield contract.field("uk.address", *address)
    yield contract.field("uk.registration", *((terms.registration, "[contract] registration") if ours else ("", "")))
    yield contract.field("uk.contact", *contact)
    yield contract.field("uk.signature", *((terms.signatory, "[contract] signatory") if ours else ("", "")))


def _modules(contract: Contract) -> Table:
    """Table 2: which modules, and what is chosen in each."""
    say, told = contract.say, dict(choices(contract).fields)
    missing = cell(say("uk.none"), "")
    rows = []
    for one in ("1", "2", "3", "4"):
        used = one in contract.modules
        values = [told.get(say(f"scc.clause_{number}"), missing) if used else missing for number in ("7", "11", "9")]
        operation = say("uk.yes" if used else "uk.no")
        combined = say("uk.by_parties") if used and one == "4" else say("uk.none")
        rows.append(Row((cell(say(f"scc.module_{one}"), ""), cell(operation, ""), *values, cell(combined, ""))))
    columns = tuple(Column(say(f"uk.{key}"), wide) for key, wide in _MODULES.items())
    return Table(say("uk.table_2"), columns, tuple(rows))


def _appendix(contract: Contract) -> Fields:
    """Table 3: where the information of the Appendix stands, of the annexes that it has."""
    say = contract.say
    keys = ("annex_1a", "annex_1b", *(f"annex_{number}" for number in _annexes(contract)))
    return Fields(say("uk.table_3"), tuple((say(f"uk.{key}"), cell(say(f"uk.see_{key}"), "")) for key in keys))


def _annexes(contract: Contract) -> tuple[str, ...]:
    """Which annexes the Appendix has beside the first: measures but in Module Four, a list in Two and Three."""
    measures = () if contract.modules == ("4",) else ("2",)
    return (*measures, "3") if {"2", "3"}.intersection(contract.modules) else measures


def _ending(contract: Contract, key: str) -> tuple[str, Cell]:
    said = contract.names.phrases.series(contract.say(f"uk.{one}_ends") for one in contract.terms.uk_ending)
    return contract.field(key, said, "[contract] uk_ending")


def _agreement(contract: Contract) -> Iterator[Block]:
    """The four tables of the agreement: the parties as above, the transfer, the data, the measures."""
    say, company = contract.say, contract.case.policy.company
    yield Paragraph(line(say("uk.idta_lead")))
    yield Heading(say("uk.idta_1"), 2)
    contact = "" if contract.sends_back else company.contact
    entry = "" if contract.sends_back else "[company] contact"
    yield Fields(
        say("uk.idta_1"),
        ((say("uk.table_1"), cell(say("uk.idta_1_told"), "")), contract.field("uk.idta_contact", contact, entry)),
    )
    yield Heading(say("uk.idta_2"), 2)
    yield Fields(say("uk.idta_2"), tuple(_details(contract)))
    yield Heading(say("uk.idta_3"), 2)
    told = ((key, clauses.told(contract, of)) for key, of in _TRANSFERRED.items())
    yield Fields(say("uk.idta_3"), tuple(contract.field(f"uk.idta_{key}", *said) for key, said in told))
    yield Heading(say("uk.idta_4"), 2)
    secured = cell(say("uk.see_annex_2"), "") if "2" in _annexes(contract) else _by_parties(contract)
    yield Fields(say("uk.idta_4"), tuple((say(f"uk.idta_{key}"), secured) for key in _SECURITY))


def _details(contract: Contract) -> Iterator[tuple[str, Cell]]:
    """Table 2. What neither the register nor the policy can know is for the parties."""
    say, terms = contract.say, contract.terms
    by_parties, listed = _by_parties(contract), "3" in _annexes(contract)
    law = contract.text(terms.uk_law)
    yield contract.field("uk.idta_law", law, "[contract] uk_law")
    yield contract.field("uk.idta_claims", law, "[contract] uk_law")
    yield contract.field("uk.idta_exporter", parties.role(contract, importing=False), "[company] role")
    yield contract.field("uk.idta_importer", parties.role(contract, importing=True), "[company] role")
    yield say("uk.idta_gdpr"), by_parties
    yield contract.field("uk.idta_linked", contract.text(terms.subject_matter), "[contract] subject_matter")
    yield contract.field("uk.idta_term", contract.text(terms.duration), "[contract] duration")
    yield say("uk.idta_ending_early"), by_parties
    yield _ending(contract, "uk.idta_ending")
    yield say("uk.idta_further"), cell(say("uk.idta_further_told"), "") if listed else by_parties
    yield say("uk.idta_restrictions"), by_parties
    yield say("uk.idta_review"), cell(say("uk.idta_review_told"), "") if listed else by_parties


def _by_parties(contract: Contract) -> Cell:
    return (line(contract.say("uk.by_parties"), Style.MISSING),)
