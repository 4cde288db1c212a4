"""The records of Art. 30: each letter in each language; nobody in the register is passed over."""

from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest

from tests import make
from tests.documents.pack.contracts import AUTHORITIES, COMPANY, CUSTOMER, ROW, complete, contract, labels, told, words
from tests.documents.sample import drawing
from vendor_registry.documents.document import Document, Heading
from vendor_registry.documents.formats.as_markdown import as_markdown
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.documents.records.kinds import AS
from vendor_registry.model.policy.policy import Purpose
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.engagement import Role

BILLING = Purpose(
    key="billing",
    name={"": "Billing"},
    legal_basis={"": "Contract"},
    data_subjects=("customers",),
    data=("payment",),
    services=("payments",),
    retention={"": "ten years"},
)
CONTACT = Purpose(
    key="news",
    name={"": "News"},
    legal_basis={"": "Consent"},
    data_subjects=("customers",),
    data=("contact",),
    retention={"": "one year"},
)
PAY = make.engagement("pay", vendor="Payless", service="payments", role=Role.PROCESSOR, data=("payment",), region="US")
NEWS = make.engagement("news", vendor="Newsy", service="support", role=Role.PROCESSOR, data=("contact.email",))
OTHER = make.engagement("other", vendor="Whoknows", service="support", role=Role.RECIPIENT, data=None)
SAID: dict[str, Any] = {
    "purposes": {"billing": BILLING, "news": CONTACT},
    "recipients": {"authorities": AUTHORITIES},
    "company": replace(COMPANY, representative="Rep, Dublin"),
}


def record(capacity: str, of: Contract) -> Paper:
    made: Paper = import_module(AS[capacity]).paper(of)
    return made


def under(document: Document, heading: str) -> Document:
    """The part of a document below a heading."""
    start = document.blocks.index(Heading(heading)) + 1
    ends = (number for number, one in enumerate(document.blocks) if number >= start and isinstance(one, Heading))
    return replace(document, blocks=document.blocks[start : next(ends, len(document.blocks))])


@pytest.mark.parametrize("language", languages())
def test_each_letter_of_a_controllers_record_is_there(language: str) -> None:
    document = record("controller", complete(language, PAY, **SAID)).document
    say = phrases(language).say
    for key in ("representative", "dpo"):
        assert say(f"records.{key}") in labels(document)
    for key in ("purpose", "basis", "subjects", "data", "recipients", "transfers", "limits"):
        assert labels(document).count(say(f"records.{key}")) == 2, f"one for each purpose: {key}"
    assert Heading(say("records.measures")) in document.blocks


@pytest.mark.parametrize("language", languages())
def test_each_letter_of_a_processors_record_is_there(language: str) -> None:
    document = record("processor", complete(language, ROW, **SAID)).document
    say = phrases(language).say
    for key in ("processing", "transfers_c", "further"):
        assert labels(document).count(say(f"records.{key}")) == 1, "one for each product"
    for key in ("controllers", "measures_d", "processor_a"):
        assert Heading(say(f"records.{key}")) in document.blocks
    assert "Shop GmbH" in words(document.blocks)


@pytest.mark.parametrize("capacity", AS)
def test_who_has_said_everything_has_nothing_to_complete(capacity: str) -> None:
    assert record(capacity, complete("en", ROW, PAY, **SAID)).blanks == ()


@pytest.mark.parametrize("capacity", AS)
def test_who_has_said_nothing_is_told_so(capacity: str) -> None:
    entries = {blank.entry for blank in record(capacity, contract()).blanks}
    assert entries >= {"[company] dpo", "[measures.KEY]"}
    assert "To be completed: Measures" in as_markdown(record(capacity, contract()).document).decode()
    assert ("[purposes.KEY]" if capacity == "controller" else "customers.csv") in entries


def test_a_purpose_has_the_services_that_it_names_and_else_those_with_its_data() -> None:
    document = record("controller", complete("en", PAY, NEWS, OTHER, **SAID)).document
    recipients = phrases("en").say("records.recipients")
    assert told(under(document, "Billing"), recipients) == ["Payments (processor): Payless"]
    assert told(under(document, "News"), recipients) == ["Support (processor): Newsy"]


@pytest.mark.parametrize("capacity", AS)
def test_the_picture_that_is_handed_in_ends_the_record(capacity: str) -> None:
    picture = drawing("all", "flows")
    made: Paper = import_module(AS[capacity]).paper(complete("en", ROW, PAY, **SAID), [picture])
    assert made.document.blocks[-2:] == (Heading("Diagram of the data flows"), picture)


def test_each_record_shows_those_whom_it_names() -> None:
    of = complete("en", ROW, PAY, **SAID)
    shown = {capacity: [one.key for one in import_module(AS[capacity]).rows(of)] for capacity in AS}
    assert shown == {"controller": ["pay"], "processor": ["cloud"]}


def test_who_fits_no_purpose_is_named_in_a_section_of_its_own() -> None:
    document = record("controller", complete("en", PAY, NEWS, OTHER, **SAID)).document
    rest = under(document, phrases("en").say("records.unplaced"))
    assert told(rest, phrases("en").say("records.recipients")) == ["Support (recipient): Whoknows"]


def test_transfers_stand_with_their_country_and_ground() -> None:
    document = record("controller", complete("en", PAY, **SAID)).document
    [said] = told(under(document, "Billing"), phrases("en").say("records.transfers"))
    assert said == "United States:\nNo ground stated (Payless)"


def test_what_is_promised_at_the_end_of_a_contract_is_no_time_limit_of_a_purpose() -> None:
    """Whoever visits a website has no contract: nobody has said how long their data is kept."""
    open_yet = {"purposes": {"billing": replace(BILLING, retention={})}, "notice": NoticeTerms(deletion_days=90)}
    document = record("controller", complete("en", PAY, **SAID | open_yet)).document
    [said] = told(under(document, "Billing"), phrases("en").say("records.limits"))
    assert said.startswith("To be completed")


def test_time_limits_are_those_of_the_purpose_and_of_vendors() -> None:
    document = record("controller", complete("en", replace(PAY, retention="90 days"), **SAID)).document
    [said] = told(under(document, "Billing"), phrases("en").say("records.limits"))
    assert said == "ten years\nPayless: 90 days"


def test_sub_processors_are_recipients_of_the_processors_record_only() -> None:
    of = complete("en", ROW, PAY, **SAID)
    controller, processor = record("controller", of).document, record("processor", of).document
    assert "Cloudy" not in str(controller.blocks)
    assert "Cloudy" in str(processor.blocks)
    assert "Payless" not in str(processor.blocks)


def test_joint_controllers_are_named_with_their_contact() -> None:
    joint = make.engagement("joint", vendor="Together", role=Role.JOINT_CONTROLLER)
    document = record("controller", complete("en", joint, **SAID)).document
    assert "Cloudy" not in str(document.blocks)
    assert told(document, "Joint controllers") == [
        "Joint GmbH – 1 Main Street, Berlin – Ada Example, DPO, dpo@example.com"
    ]


def test_inside_the_union_no_representative_is_needed() -> None:
    inside = replace(COMPANY, country="DE")
    document = record("controller", complete("en", PAY, **(SAID | {"company": inside}))).document
    assert told(document, "Representative in the Union") == ["Not needed: established in the Union"]
    assert CUSTOMER.name not in str(document.blocks), "a record of our own purposes names no customer"
