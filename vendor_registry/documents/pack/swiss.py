"""What the clauses of Decision (EU) 2021/914 need to carry transfers under Swiss law.

Source: Federal Data Protection and Information Commissioner, "The transfer of personal data to a country with an
inadequate level of data protection based on recognised standard contractual clauses and model contracts",
27 August 2021.
"""

from collections.abc import Iterator
from datetime import date

from vendor_registry.documents.document import Block, Column, Heading, Paragraph, Row, Style, Table, cell, line
from vendor_registry.documents.parts.contract import Contract, Paper

_NEW_ACT = date(2023, 9, 1)  # the revised FADP is in force: no legal persons any more
_COLUMNS = {"point": 24, "only": 38, "both": 38}
_POINTS = ("authority", "law", "courts", "member_state", "references", "legal_persons")


def paper(contract: Contract) -> Paper:
    """The adaptations for transfers under the FADP alone, and under the FADP and the GDPR."""
    return contract.paper(contract.say("swiss.title"), _blocks(contract))


def _blocks(contract: Contract) -> Iterator[Block]:
    say = contract.say
    yield Paragraph(line(say("swiss.act", scope=contract.covered)))
    yield Heading(say("swiss.points"))
    columns = tuple(Column(say(f"swiss.{key}"), wide) for key, wide in _COLUMNS.items())
    yield Table(say("swiss.points"), columns, tuple(_rows(contract)))


def _rows(contract: Contract) -> Iterator[Row]:
    say, terms = contract.say, contract.terms
    known = {
        "authority": contract.value(
            say("scc.authority_id"), contract.case.policy.company.authority, "[company] authority"
        ),
        "law": contract.value(say("scc.clause_17"), contract.text(terms.governing_law), "[contract] governing_law"),
        "courts": contract.value(say("scc.clause_18"), contract.text(terms.courts), "[contract] courts"),
    }
    for key in _POINTS:
        if key == "legal_persons" and contract.case.as_of >= _NEW_ACT:
            continue
        both = (*cell(say(f"swiss.{key}_both"), ""), *known.get(key, ()))
        yield Row(((line(say(f"swiss.{key}"), Style.STRONG),), cell(say(f"swiss.{key}_only"), ""), both))
