"""Contracts for tests: a company that has said everything, and one that has said nothing."""

from datetime import date
from typing import Any

from tests import make
from vendor_registry.documents.document import Block, Document, Fields, Table
from vendor_registry.documents.pack.kinds import KINDS
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.model.policy.contract import ContractTerms, Measure, MeasureHeading
from vendor_registry.model.policy.party import Company
from vendor_registry.model.policy.policy import Recipient
from vendor_registry.model.register.customer import Customer
from vendor_registry.use_cases.documents.pack import composed

COMPANY = Company(
    name="Acme Mail",
    legal_name="Acme Mail Inc.",
    country="US",
    address="1 Elm Street, Boston",
    contact="Grace Hopper, counsel, privacy@acme.example",
    dpo="Ada Lovelace, dpo@acme.example",
    authority="The Authority",
)
TERMS = ContractTerms(
    docking=True,
    redress_body=False,
    governing_law={"": "Ireland"},
    governing_law_option="1",
    courts={"": "Dublin"},
    subject_matter={"": "the subject"},
    nature={"": "the nature"},
    purpose={"": "the purpose"},
    duration={"": "the duration"},
    frequency={"": "the frequency"},
    retention={"": "the retention"},
    sensitive_data={"": "the sensitive data"},
    activities={"": "our activities"},
    registration="HRB 1",
    signatory="Grace Hopper, counsel",
    signed=date(2026, 1, 31),
    uk_law={"": "England and Wales"},
    uk_ending=("importer",),
)
MEASURES = {
    heading.value: Measure(key=heading.value, heading=heading, text={"": f"measure {heading.value}"})
    for heading in MeasureHeading
}
CUSTOMER = Customer(
    key="shop",
    name="Shop",
    legal_name="Shop GmbH",
    country="DE",
    address="1 Market, Bonn",
    contact="Max Shop, director",
    notice_address="max@shop.example",
    file="c.csv",
    line=2,
)
AUTHORITIES = Recipient(
    key="authorities",
    name={"": "Authorities"},
    who={"": "Courts"},
    when={"": "On an order"},
    basis={"": "Art. 6(1)(c)"},
)
ROW = make.engagement("cloud", vendor="Cloudy", region="US", country="US")


def contract(language: str = "en", *rows: Any, customer: Customer | None = None, **policy: Any) -> Contract:
    case = make.case(*(rows or (ROW,)), **policy)
    return Contract(case, Scope(customer=customer), Names(case.policy, phrases(language)))


def complete(language: str = "en", *rows: Any, **policy: Any) -> Contract:
    """Nothing is missing but what only the customer can sign."""
    said: dict[str, Any] = {"company": COMPANY, "contract": TERMS, "measures": MEASURES}
    return contract(language, *rows, **({"customer": CUSTOMER} | said | policy))


def paper(kind: str, of: Contract) -> Paper:
    return composed(KINDS[kind], of)


def labels(document: Document) -> list[str]:
    """Labels of fields, in their order."""
    return [label for block in document.blocks if isinstance(block, Fields) for label, _ in block.fields]


def told(document: Document, label: str) -> list[str]:
    """What stands behind a label, wherever it stands."""
    fields = [one for block in document.blocks if isinstance(block, Fields) for one in block.fields]
    return ["\n".join("".join(run.text for run in line) for line in cell) for name, cell in fields if name == label]


def words(blocks: tuple[Block, ...]) -> str:
    """Everything that tables say."""
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    return "\n".join(run.text for row in rows for cell in row.cells for line in cell for run in line)
