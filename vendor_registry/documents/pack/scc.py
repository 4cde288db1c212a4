"""The Appendix to the standard contractual clauses for transfers (Implementing Decision (EU) 2021/914)."""

from collections.abc import Iterator

from vendor_registry.documents.document import Block, Cell, Fields, Heading, Paragraph, line
from vendor_registry.documents.parts import clauses, parties
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.documents.parts.entries import Entries
from vendor_registry.documents.parts.received import by_importer
from vendor_registry.law.tables.zones import countries

_DESCRIPTION = (
    "subjects", "data", "sensitive", "frequency", "nature", "purpose", "retention", "sub_processing"
)  # fmt: skip
_TO_PROCESSORS = {"2", "3"}
_OPTIONS_OF_LAW = {"1", "2", "3"}  # Clause 17 of Module Four has none


def paper(contract: Contract) -> Paper:
    """What the parties choose in the clauses, then Annexes I.A, I.B, I.C, II and III."""
    return contract.paper(contract.say("scc.title"), _blocks(contract), lettered=True)


def _blocks(contract: Contract) -> Iterator[Block]:
    say, to_processors = contract.say, not _TO_PROCESSORS.isdisjoint(contract.modules)
    described = [key for key in _DESCRIPTION if to_processors or key != "sub_processing"]
    yield Paragraph(line(say("scc.act", scope=contract.covered)))
    yield from _between_whom(contract)
    yield Heading(say("scc.choices"))
    yield choices(contract)
    yield Heading(say("scc.annex_1"))
    for heading, block in (
        ("scc.parties", parties.exporter(contract)),
        ("", parties.importer(contract)),
        ("scc.description", clauses.description(contract, described, "scc")),
    ):
        if heading:
            yield Heading(say(heading), 2)
        if block.name != say("scc.description"):
            yield Heading(block.name, 3)
        yield block
    if contract.modules != ("4",):
        yield Heading(say("scc.authority"), 2)
        authority = contract.case.policy.company.authority
        yield Fields(say("scc.authority"), (contract.field("scc.authority_id", authority, "[company] authority"),))
        yield Heading(say("scc.annex_2"))
        yield from clauses.measures(contract, say("scc.annex_2"))
    if to_processors:
        yield Heading(say("scc.annex_3"))
        yield Paragraph(line(contract.listed_as))
        dated = contract.selection.dated
        entries = Entries(contract.names, by_importer(contract.case), dated=dated)
        yield from clauses.sub_processors(contract, entries, say("scc.annex_3"))


def choices(contract: Contract) -> Fields:
    """The modules, and the options of Clauses 7, 9(a), 11(a), 17 and 18."""
    terms, say = contract.terms, contract.say
    optional = terms.governing_law_option and not _OPTIONS_OF_LAW.isdisjoint(contract.modules)
    option = say(f"scc.law_option_{terms.governing_law_option}") if optional else ""
    law = contract.text(terms.governing_law)
    return Fields(
        say("scc.choices"),
        (
            contract.field(
                "scc.modules", contract.names.phrases.series(say(f"scc.module_{one}") for one in contract.modules), ""
            ),
            contract.field("scc.clause_7", _chosen(contract, terms.docking), "[contract] docking"),
            *([_authorisation(contract)] if _TO_PROCESSORS.intersection(contract.modules) else []),
            contract.field("scc.clause_11", _chosen(contract, terms.redress_body), "[contract] redress_body"),
            contract.field(
                "scc.clause_17",
                contract.names.phrases.series(filter(None, (option, law))) if law else "",
                "[contract] governing_law",
            ),
            contract.field("scc.clause_18", contract.text(terms.courts), "[contract] courts"),
        ),
    )


def _authorisation(contract: Contract) -> tuple[str, Cell]:
    """Clause 9(a): which option, and how long before a change; nobody objects to what waits for an authorisation."""
    specific = contract.case.policy.notice.authorisation == "specific"
    told, days = contract.authorisation, "" if specific else contract.objection
    objection = [contract.say("scc.objection", days=days)] if told and days else []
    return contract.field("scc.clause_9", "\n".join([told, *objection]), contract.authorisation_entry)


def _chosen(contract: Contract, chosen: bool | None) -> str:
    return "" if chosen is None else contract.say("scc.included" if chosen else "scc.left_out")


def _between_whom(contract: Contract) -> Iterator[Block]:
    """Where the importer sits in the European Economic Area, or nobody says where, the clauses may have no transfer."""
    company = contract.case.policy.company
    if contract.sends_back:
        return
    if not company.country:
        yield Paragraph(line(contract.say("scc.seat_unknown", company=company.formal_name)))
    elif company.country in countries("EEA", contract.case.as_of):
        yield Paragraph(line(contract.say("scc.inside", company=company.formal_name)))
