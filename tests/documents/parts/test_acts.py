"""The acts and instruments that a ground rests on, as documents name them."""

import re
from dataclasses import fields

import pytest

from tests import make
from tests.documents.parts.saying import GERMAN, said, transfer
from vendor_registry.documents.parts.acts import REMARKS, SWISS, effect, statute_name
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import GovernmentAccess
from vendor_registry.model.findings.transfer import TransferVerdict
from vendor_registry.model.register.claim import Claim


def test_an_adequacy_decision_is_named_by_its_number() -> None:
    answer = transfer("US", TransferVerdict.COVERED_WITH_WARNING, "decision:(EU) 2023/1795")
    assert said(answer)[1] == "United States – adequacy decision (EU) 2023/1795"


def test_an_amended_decision_is_told_in_the_language_of_the_document() -> None:
    answer = transfer("GB", TransferVerdict.COVERED, "decision:(EU) 2021/1772 as amended by (EU) 2025/2574")
    assert said(answer)[1] == "United Kingdom – adequacy decision (EU) 2021/1772 as amended by (EU) 2025/2574"
    german = said(answer, names=GERMAN)[1]
    assert german == "Vereinigtes Königreich – Angemessenheitsbeschluss (EU) 2021/1772, geändert durch (EU) 2025/2574"


def test_a_certificate_is_named_beside_the_decision_that_asks_for_it() -> None:
    answer = transfer("US", TransferVerdict.COVERED, "decision:(EU) 2023/1795", claim=Claim("DPF", "dpf"))
    assert said(answer)[1] == "United States – adequacy decision (EU) 2023/1795, EU-U.S. Data Privacy Framework"
    plain = transfer("JP", TransferVerdict.COVERED, "decision:(EU) 2019/419", claim=Claim("adequacy", "adequacy"))
    assert said(plain)[1] == "Japan – adequacy decision (EU) 2019/419"


def test_adequacy_bears_the_name_of_the_law_that_grants_it() -> None:
    british = transfer("DE", TransferVerdict.COVERED, "decision:DPA 2018 Sch. 21 para. 5(1)(a)", regime="uk")
    swiss = transfer("DE", TransferVerdict.COVERED, "decision:DPO Annex 1", regime="ch")
    assert said(british)[1] == "Germany – UK adequacy regulations, DPA 2018 Sch. 21 para. 5(1)(a)"
    assert said(swiss)[1] == "Germany – recognised by Switzerland as adequate, DPO Annex 1"


@pytest.mark.parametrize(
    ("language", "decision", "regime", "told"),
    [
        ("de", "2000/518/EC", "eu", "2000/518/EG"),
        ("fr", "2000/518/EC", "eu", "2000/518/CE"),
        ("es", "2013/65/EU", "eu", "2013/65/UE"),
        ("fr", "(EU) 2021/1772 as amended by (EU) 2025/2574", "eu", "(UE) 2021/1772, modifiée par (UE) 2025/2574"),
        ("de", "DPO Annex 1", "ch", "Anhang 1 DSV"),
        ("fr", "FDPIC list of states (Art. 7 O-FADP 1993)", "ch", "liste des États du PFPDT (art. 7 OLPD 1993)"),
    ],
)
def test_a_decision_is_written_as_its_language_does(language: str, decision: str, regime: str, told: str) -> None:
    answer = transfer("CH", TransferVerdict.COVERED, f"decision:{decision}", regime=regime)
    assert said(answer, names=Names(make.policy(), phrases(language)))[1].endswith(f" {told}")


def test_the_names_and_effects_in_french_set_narrow_spaces_before_their_double_signs() -> None:
    said_in_french = [row.name_fr for row in tables().mechanisms] + [
        row.effect_fr for row in tables().government_access
    ]
    assert [text for text in said_in_french if re.search(r"(?<!\u202f)[;:!?»]|«(?!\u202f)", text)] == []


def test_the_names_of_swiss_lists_are_those_of_the_table() -> None:
    assert set(SWISS) <= {row.decision for row in tables().adequacy if row.regime == "ch"}


def test_a_ground_that_no_table_knows_is_cited_as_the_law_cites_it() -> None:
    assert said(transfer("IN", TransferVerdict.COVERED, "new:thing", citation="Art. 46(9)"))[1] == "India – Art. 46(9)"


def test_every_instrument_of_the_law_has_a_name_in_both_languages() -> None:
    for row in tables().mechanisms:
        answer = transfer("IN", TransferVerdict.COVERED, row.ground, regime=row.regime)
        assert said(answer)[1] == f"India – {row.name_en}"
        assert said(answer, names=GERMAN)[1] == f"Indien – {row.name_de}"


@pytest.mark.parametrize("language", languages())
def test_every_statute_says_what_it_does_in_the_language_of_the_document(language: str) -> None:
    told = [effect(one, language) for one in tables().government_access]
    assert all(told)
    assert not any("knowledge" in one for one in told), "a remark to those who keep the tables"
    english = [effect(one, "en") for one in tables().government_access]
    translated = {one.name.removeprefix("effect_") for one in fields(GovernmentAccess)} - {"en"}
    if language in translated:
        assert not set(told) & set(english)
    else:
        assert told == english


def test_a_remark_on_a_statute_is_told_in_the_language_of_the_document() -> None:
    known = tables().government_access
    english, french = Names(make.policy(), phrases("en")), Names(make.policy(), phrases("fr"))
    assert [statute_name(one, english) for one in known] == [one.statute for one in known]
    [lapsed] = [one for one in known if one.statute.endswith(", lapsed")]
    assert statute_name(lapsed, french) == "FISA Section 702 (50 U.S.C. § 1881a) (expirée)"
    for remark in REMARKS:
        assert any(one.statute.endswith(remark) for one in known), "the table has no such remark any more"
