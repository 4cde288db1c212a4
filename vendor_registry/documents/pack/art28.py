"""The annexes to the clauses between controllers and processors (Implementing Decision (EU) 2021/915; Art. 28(7))."""

from collections.abc import Iterator

from vendor_registry.documents.document import Block, Fields, Heading, Paragraph, line
from vendor_registry.documents.parts import clauses, parties
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.documents.parts.entries import Entries
from vendor_registry.documents.parts.received import by_importer

_DESCRIPTION = ("subjects", "data", "sensitive", "nature", "purpose", "duration", "sub_processing")


def paper(contract: Contract) -> Paper:
    """Annexes I to IV; the clauses are no tool for transfers, which the document says (Clause 1(f))."""
    return contract.paper(contract.say("art28.title"), _blocks(contract), lettered=True)


def _blocks(contract: Contract) -> Iterator[Block]:
    say = contract.say
    yield Paragraph(line(say("art28.act", scope=contract.covered)))
    yield Heading(say("scc.choices"))
    docking = contract.terms.docking
    told = "" if docking is None else say("scc.included" if docking else "scc.left_out")
    yield Fields(
        say("scc.choices"),
        (
            contract.field("art28.clause_5", told, "[contract] docking"),
            contract.field("art28.clause_7", contract.authorisation, contract.authorisation_entry),
        ),
    )
    yield Heading(say("art28.annex_1"))
    for party in (parties.controller(contract), parties.processor(contract)):
        yield Heading(party.name, 2)
        yield party
    yield Heading(say("art28.annex_2"))
    yield clauses.description(contract, _DESCRIPTION, "art28")
    yield Heading(say("art28.annex_3"))
    yield from clauses.measures(contract, say("art28.annex_3"))
    yield Heading(say("art28.annex_4"))
    yield Paragraph(line(contract.listed_as))
    entries = Entries(contract.names, by_importer(contract.case), dated=contract.selection.dated)
    yield from clauses.sub_processors(contract, entries, say("art28.annex_4"))
