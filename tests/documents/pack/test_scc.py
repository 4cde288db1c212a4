"""The Appendix to the clauses of Decision (EU) 2021/914: each field of Annexes I to III is there and filled."""

from dataclasses import replace
from typing import Any

import pytest

from tests import make
from tests.documents.pack.contracts import COMPANY, CUSTOMER, ROW, TERMS, complete, contract, labels, paper, told, words
from vendor_registry.documents.document import Heading, Paragraph
from vendor_registry.documents.formats.as_markdown import as_markdown
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.model.policy.contract import MeasureHeading
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.engagement import Role

FIELDS = (
    "clause_7 clause_9 clause_11 clause_17 clause_18 officers activities role signature subjects data sensitive "
    "frequency nature purpose retention sub_processing authority_id"
).split()


@pytest.mark.parametrize("language", languages())
def test_each_field_of_the_act_is_there_in_its_own_words(language: str) -> None:
    found, say = labels(paper("scc", complete(language)).document), phrases(language).say
    for key in FIELDS:
        assert say(f"scc.{key}") in found, key
    for key in ("name", "address", "contact"):
        assert found.count(say(f"pack.{key}")) == 2, key


def test_who_has_said_everything_has_nothing_to_complete() -> None:
    assert paper("scc", complete()).blanks == ()


def test_what_is_missing_is_seen_in_the_document_and_told_with_its_entry() -> None:
    made = paper("scc", contract("en", make.engagement("cloud", contact="")))
    entries = {blank.entry for blank in made.blanks}
    assert entries >= {"[contract] governing_law", "[contract] docking", "[company] contact", "cloud [contact]"}
    assert told(made.document, "Clause 17, governing law") == ["To be completed: Clause 17, governing law"]
    assert told(made.document, "Name")[0] == "To be completed by the customer"


@pytest.mark.parametrize("name", ["governing_law", "courts", "nature", "frequency", "sensitive_data", "signatory"])
def test_each_entry_that_is_taken_away_is_missed(name: str) -> None:
    emptied: Any = "" if name == "signatory" else {}
    made = paper("scc", complete(contract=replace(TERMS, **{name: emptied})))
    assert f"[contract] {name}" in {blank.entry for blank in made.blanks}


def test_customers_send_to_a_processor_as_controllers_or_processors() -> None:
    document = paper("scc", complete()).document
    assert told(document, "Modules") == [
        "Module Two: controller to processor; Module Three: processor to processor",
    ]
    assert told(document, "Name") == ["Shop GmbH", "Acme Mail Inc."]
    assert told(document, "Role (controller/processor)")[1] == "processor"


def test_a_controller_needs_module_one_and_no_list_of_sub_processors() -> None:
    document = paper("scc", complete(company=replace(COMPANY, role="controller"))).document
    assert told(document, "Modules") == ["Module One: controller to controller"]
    assert Heading("ANNEX III – LIST OF SUB-PROCESSORS") not in document.blocks
    assert not told(document, "Clause 9(a), use of sub-processors")


def test_a_processor_in_the_area_sends_data_back_to_a_controller_outside() -> None:
    of = complete(company=replace(COMPANY, country="DE"), customer=replace(CUSTOMER, country="BR"))
    document = paper("scc", of).document
    assert told(document, "Modules") == ["Module Four: processor to controller"]
    assert told(document, "Name") == ["Acme Mail Inc.", "Shop GmbH"]
    assert not told(document, phrases("en").say("scc.authority_id")), "Annex I.C is for Modules One to Three"
    assert Heading(phrases("en").say("scc.annex_2")) not in document.blocks


@pytest.mark.parametrize("language", languages())
def test_module_four_speaks_of_nothing_that_is_for_the_others_alone(language: str) -> None:
    """No option in Clause 17; neither Annex II nor III, so that no word leads there."""
    say = phrases(language).say
    sent_back = complete(language, company=replace(COMPANY, country="DE"), customer=replace(CUSTOMER, country="BR"))
    appendix = paper("scc", sent_back).document
    assert told(appendix, say("scc.clause_17")) == ["Ireland"]
    assert not told(appendix, say("scc.sub_processing"))
    tables, said = paper("uk", sent_back).document, words(paper("uk", sent_back).document.blocks)
    assert not told(tables, say("uk.annex_2"))
    assert say("uk.see_annex_2") not in said
    for key in ("further", "review", "storage"):
        assert told(tables, say(f"uk.idta_{key}")) == [say("uk.by_parties")]
    assert "III" not in words(appendix.blocks)


def test_the_policy_may_say_which_modules() -> None:
    document = paper("scc", complete(contract=replace(TERMS, modules=("3",)))).document
    assert told(document, "Modules") == ["Module Three: processor to processor"]


def test_it_says_where_the_clauses_are_not_needed_between_the_parties() -> None:
    inside = paper("scc", complete(company=replace(COMPANY, country="DE"))).document
    unknown = paper("scc", complete(company=replace(COMPANY, country=""))).document
    outside = paper("scc", complete()).document
    said = [
        [run.text for block in one.blocks if isinstance(block, Paragraph) for run in block.line]
        for one in (inside, unknown, outside)
    ]
    assert any("is established in the European Economic Area" in text for text in said[0])
    assert any("cannot be said whether these clauses are needed" in text for text in said[1])
    assert not any("established" in text for text in said[2])


def test_authorisation_follows_from_the_terms_of_notice() -> None:
    """Nobody objects to what waits for an authorisation."""
    terms = NoticeTerms(authorisation="specific", change_days=14, objection_business_days=10)
    document = paper("scc", complete(notice=terms)).document
    assert told(document, "Clause 9(a), use of sub-processors") == [
        "Option 1, specific prior authorisation; requests are made at least 14 days in advance"
    ]


def test_a_period_that_nobody_promised_is_to_be_completed() -> None:
    for kind, label in (
        ("scc", "Clause 9(a), use of sub-processors"),
        ("art28", "Clause 7.7(a), use of sub-processors"),
    ):
        assert "To be completed" in told(paper(kind, complete(notice=NoticeTerms())).document, label)[0]


def test_an_authorisation_that_nobody_chose_is_to_be_completed() -> None:
    """Nor is the list called the agreed one (Clause 9(a), Option 2)."""
    unsaid = paper("scc", complete(notice=NoticeTerms(change_days=30))).document
    assert "To be completed" in told(unsaid, "Clause 9(a), use of sub-processors")[0]
    text = as_markdown(unsaid).decode()
    assert "agreed list" not in text
    assert "general or specific is not stated" in text


def test_a_customer_with_days_of_its_own_is_promised_those() -> None:
    document = paper("scc", complete(customer=replace(CUSTOMER, notice_days=60))).document
    assert "at least 60 days in advance" in told(document, "Clause 9(a), use of sub-processors")[0]


def test_the_clauses_promise_a_customer_the_time_to_object_that_its_letters_count() -> None:
    def promised(**own: Any) -> list[str]:
        document = paper("scc", complete(customer=replace(CUSTOMER, **own))).document
        [said] = told(document, "Clause 9(a), use of sub-processors")
        return said.splitlines()

    assert promised(objection_days=14)[-1] == "Time to object: 14 days"
    own = promised(notice_days=20, objection_days=14, days="business")
    assert own[0].endswith("at least 20 business days in advance")
    assert own[-1] == "Time to object: 14 business days"


def test_every_measure_stands_under_its_heading() -> None:
    said = words(paper("scc", complete()).document.blocks)
    for heading in MeasureHeading:
        assert f"measure {heading.value}" in said
        assert phrases("en").say(f"measures.{heading.value}") in said


def test_the_list_names_the_sub_processors_and_nobody_else() -> None:
    other = make.engagement("pay", vendor="Payless", role=Role.CONTROLLER)
    said = words(paper("scc", complete("en", ROW, other)).document.blocks)
    assert "Cloudy" in said
    assert "Payless" not in said


@pytest.mark.parametrize("language", languages())
def test_what_ends_the_agreement_is_not_said_of_the_addendum(language: str) -> None:
    say = phrases(language).say
    open_ = paper("uk", complete(language, contract=replace(TERMS, uk_ending=()))).document
    [said] = told(open_, say("uk.idta_ending"))
    assert "IDTA" in said
    assert said != told(open_, say("uk.ending"))[0]
