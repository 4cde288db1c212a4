"""The other documents of a contract: 2021/915, United Kingdom, Switzerland, recipients."""

from dataclasses import replace
from datetime import date

import pytest

from tests import make
from tests.documents.pack.contracts import AUTHORITIES, COMPANY, ROW, complete, contract, labels, paper, told, words
from vendor_registry.documents.document import Heading, Paragraph
from vendor_registry.documents.pack.kinds import KINDS
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.model.policy.policy import Named
from vendor_registry.model.register.engagement import DeIdentified, Role

ART28 = "clause_5 clause_7 dpo subjects data sensitive nature purpose duration sub_processing".split()
UK = (
    "start legal_name trading_name address registration contact signature annex_1a annex_1b annex_2 annex_3 ending"
).split()
IDTA = "idta_law idta_claims idta_exporter idta_importer idta_linked idta_term idta_further idta_review".split()
SWISS = "authority law courts member_state references".split()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("kind", "section", "keys"), [("art28", "art28", ART28), ("uk", "uk", [*UK, *IDTA])])
def test_each_field_is_there_in_its_own_words(language: str, kind: str, section: str, keys: list[str]) -> None:
    found, say = labels(paper(kind, complete(language)).document), phrases(language).say
    for key in keys:
        assert say(f"{section}.{key}") in found, key


@pytest.mark.parametrize("kind", KINDS)
def test_who_has_said_everything_has_nothing_to_complete(kind: str) -> None:
    assert paper(kind, complete()).blanks == ()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "recipients"])
def test_who_has_said_nothing_is_told_so(kind: str) -> None:
    assert paper(kind, contract()).blanks


def test_the_clauses_for_processors_have_no_frequency_and_are_no_tool_for_transfers() -> None:
    document = paper("art28", complete()).document
    assert phrases("en").say("scc.frequency") not in labels(document)
    [first, *_] = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert "Clause 1(f)" in first.line[0].text


@pytest.mark.parametrize("language", languages())
def test_switzerland_has_each_adaptation_and_legal_persons_only_under_the_old_act(language: str) -> None:
    say = phrases(language).say
    now = words(paper("ch", complete(language)).document.blocks)
    before = words(paper("ch", complete(language, as_of=date(2023, 8, 31))).document.blocks)
    first = words(paper("ch", complete(language, as_of=date(2023, 9, 1))).document.blocks)
    for key in SWISS:
        assert say(f"swiss.{key}_only") in now, key
        assert say(f"swiss.{key}_both") in now, key
    assert say("swiss.legal_persons") in before
    assert say("swiss.legal_persons") not in first


def test_recipients_of_what_is_anonymised_first_are_not_said_to_get_it_as_it_is() -> None:
    counts = make.engagement("counts", vendor="Counts", de_identified=DeIdentified.ANONYMISED)
    document = paper("recipients", complete("en", ROW, counts)).document
    assert told(document, "Which data") == ["content\nCounts: anonymised before it is handed over"]


def test_recipients_of_whom_nobody_says_what_they_are_for_add_no_empty_line() -> None:
    blank = make.engagement("blank", vendor="Blank", purpose="")
    assert told(paper("recipients", complete("en", ROW, blank)).document, "What for") == ["Hosting"]
    assert told(paper("recipients", complete("en", blank)).document, "What for") == ["not stated"]


def test_recipients_are_told_group_by_group_with_those_who_get_data_on_occasion() -> None:
    pay = make.engagement("pay", vendor="Payless", service="payments", role=Role.CONTROLLER, products=("*",), zone="*")
    behind = make.engagement("deep", vendor="Deep", engaged_by=("cloud",))
    document = paper("recipients", complete("en", ROW, pay, behind, recipients={"authorities": AUTHORITIES})).document
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings[:3] == ["Hosting", "Payments", "On occasion"]
    said = ["".join(run.text for run in one.line) for one in document.blocks if isinstance(one, Paragraph)]
    assert "For Mail: Cloudy; Deep (engaged by Cloudy)" in said
    assert "For all products: Payless" in said
    assert told(document, "Decide for themselves what they do with it") == ["Payless"]
    assert told(document, "Who") == ["Courts"]
    assert any("the following countries: United States" in text for text in said)


@pytest.mark.parametrize("language", languages())
def test_who_gets_data_under_a_condition_only_is_no_recipient_in_any_case(language: str) -> None:
    rows = (make.engagement(key, vendor=key.title(), condition=("ai",)) for key in ("model", "other"))
    of = complete(language, ROW, *rows, conditions={"ai": Named(key="ai", name={"": "AI is on"})})
    blocks = [one for one in paper("recipients", of).document.blocks if isinstance(one, Paragraph)]
    told = phrases(language).say("site.only_if", condition="AI is on")
    [said] = [text for text in ("".join(run.text for run in one.line) for one in blocks) if told in text]
    assert said.endswith(phrases(language).label(f"({told})") + phrases(language).series(["Model", "Other"]))


def test_who_is_not_engaged_on_the_day_is_no_recipient() -> None:
    gone = make.engagement("gone", vendor="Gone", until=date(2020, 1, 1))
    document = paper("recipients", complete("en", ROW, gone)).document
    assert not any(
        "Gone" in run.text for block in document.blocks if isinstance(block, Paragraph) for run in block.line
    )


def test_countries_inside_the_area_are_not_told_as_outside_even_where_nobody_knows_who_sends() -> None:
    """The company's seat is not stated, so that whether anything is a transfer is open."""
    irish = make.engagement("irish", vendor="Irish", country="IE", region="IE")
    of = complete("en", ROW, irish, company=replace(COMPANY, country=""), systems={})
    document = paper("recipients", of).document
    said = ["".join(run.text for run in one.line) for one in document.blocks if isinstance(one, Paragraph)]
    assert not any("Ireland" in text for text in said)
