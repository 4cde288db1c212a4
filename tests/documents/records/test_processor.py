"""The processor's record: what is done per category of customers, and where that goes, country by country."""

from dataclasses import replace
from typing import Any

import pytest

from tests import make
from tests.documents.pack.contracts import COMPANY, CUSTOMER, complete, told, words
from tests.documents.records.test_records import record, under
from vendor_registry.documents.document import Document, Heading
from vendor_registry.documents.parts.contract import Contract
from vendor_registry.documents.parts.customer_categories import CustomerCategory, categories, title
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.policy.policy import Named
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.customer import Customer

SCC = (Claim("SCC M3", "scc_2021_914", module=3),)
TWO = make.named("mail", "chat")
EUROPE = make.engagement(
    "europe", vendor="Euro", zone="eu", receives_from=("platform-eu",), country="US", mechanism=SCC
)
AMERICA = make.engagement(
    "america", vendor="Ameri", zone="us", receives_from=("platform-us",), country="US", region="US"
)
EVERYWHERE = make.engagement(
    "all",
    vendor="All",
    zone="*",
    receives_from=("platform-eu", "platform-us"),
    country="IN",
    region="IN",
    mechanism=SCC,
)
GERMAN = replace(COMPANY, country="DE")
SECTION = "{}: processing on behalf of customers"


def of(*customers: Customer, **policy: Any) -> Contract:
    made = complete("en", EUROPE, AMERICA, EVERYWHERE, **({"customer": None, "company": GERMAN} | policy))
    return replace(made, case=replace(made.case, customers=customers))


def sections(document: Document) -> list[str]:
    ending = SECTION.format("")
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    return [text.removesuffix(ending) for text in headings if text.endswith(ending)]


def customer(key: str, **changes: Any) -> Customer:
    return replace(CUSTOMER, key=key, legal_name=key.capitalize(), **changes)


def test_without_customers_each_product_in_each_data_region_is_a_category() -> None:
    document = record("processor", of(products=TWO)).document
    assert sections(document) == ["Mail – EU", "Chat – EU; Chat – US", "Mail – US"], "nobody does anything for chat"


def test_categories_of_which_the_same_is_so_share_a_section() -> None:
    every = tuple(replace(row, products=("*",)) for row in (EUROPE, AMERICA, EVERYWHERE))
    systems = {
        f"platform-{zone}": make.system(f"platform-{zone}", zone=zone, region=place, products=("mail", "chat"))
        for zone, place in (("eu", "DE"), ("us", "US"))
    }
    made = complete("en", *every, customer=None, company=GERMAN, products=TWO, systems=systems)
    assert sections(record("processor", made).document) == ["Mail; Chat – EU", "Mail; Chat – US"]


def test_customers_make_the_categories_and_each_names_its_own() -> None:
    mail, chat = customer("mailer", products=("mail",), zone="eu"), customer("chatter", products=("mail",), zone="us")
    document = record("processor", of(mail, customer("second", products=("mail",), zone="eu"), chat)).document
    assert sections(document) == ["Mail – EU", "Mail – US"]
    assert "Mailer" in words(document.blocks)
    assert words(document.blocks).count("Mail – EU") == 2


def test_a_category_has_only_its_own_vendors_and_their_transfers_from_its_own_systems() -> None:
    document = record("processor", of()).document
    europe = under(document, SECTION.format("Mail – EU"))
    assert told(europe, "Further processors") == ["Hosting (sub-processor): All; Euro"]
    assert told(europe, "(c) Transfers to third countries, with the ground") == [
        "India:\nEU SCC 2021/914, Module Three: processor to processor (All)\n"
        "United States:\nEU SCC 2021/914, Module Three: processor to processor (Euro)"
    ]
    assert "Ameri" in str(under(document, SECTION.format("Mail – US")).blocks)


def test_a_document_about_one_data_region_has_no_other_category() -> None:
    both = of(customer("one", products=("mail",), zone="eu"), customer("two", products=("mail",), zone="us"))
    narrowed = replace(both, scope=replace(both.scope, zone="us"))
    assert categories(narrowed) == (CustomerCategory(("mail",), "us"),)
    assert categories(replace(of(), scope=replace(of().scope, zone="eu"))) == (CustomerCategory(("mail",), "eu"),)


def test_a_customer_with_everything_is_called_so() -> None:
    assert title([CustomerCategory()], of().names) == "All products – all data regions"
    everything = record("processor", of(customer("acme"), products=TWO)).document
    assert sections(everything) == ["All products – all data regions"], "a heading begins with a capital"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "only if AI is on"),
        ("de", "nur wenn KI an ist"),
        ("fr", "uniquement si\u202f: AI is on"),
        ("es", "solo si AI is on"),
    ],
)
def test_a_condition_is_told_as_the_end_of_only_if(language: str, told: str) -> None:
    conditions = {"ai": Named(key="ai", name={"en": "AI is on", "de": "KI an ist"})}
    names = replace(of().names, policy=make.policy(conditions=conditions), phrases=phrases(language))
    assert told in title([CustomerCategory(conditions=("ai",))], names)


def test_law_that_may_bind_besides_is_told_in_one_line() -> None:
    """Nobody says where the company sits: British and Swiss law may bind it, too."""
    document = record("processor", of(company=replace(GERMAN, country=""))).document
    [said] = told(under(document, SECTION.format("Mail – US")), "(c) Transfers to third countries, with the ground")
    assert said.splitlines()[-1].startswith("Where other law binds the sender as well (UK law; Swiss law)")
    assert "EU law, where applicable to the sender: " in said
    assert "UK adequacy" not in said
