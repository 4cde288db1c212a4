"""What carries the transfers of one engagement, in words."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests import make
from tests.documents.parts.saying import ENGLISH, FLOW, GERMAN, NONE_NEEDED, SCC, TO_INDIA, said, transfer
from vendor_registry.documents.document import line
from vendor_registry.documents.parts.grounds import grounds
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.findings.transfer import Doubt, Note, TransferVerdict, Way
from vendor_registry.model.register.claim import Claim, ClaimKind


def test_that_nothing_leaves_the_area_is_said_once_and_asks_for_no_mechanism() -> None:
    assert said(NONE_NEEDED, NONE_NEEDED) == ["Inside the European Economic Area, so no transfer to a third country"]
    [german] = said(NONE_NEEDED, names=GERMAN)
    assert german == "Innerhalb des Europäischen Wirtschaftsraums, daher keine Übermittlung in ein Drittland"


@pytest.mark.parametrize(
    ("about", "sentence"),
    [
        ({"regime": "uk"}, "Inside the United Kingdom, so no transfer to a third country"),
        ({"regime": "ch"}, "Inside Switzerland, so no transfer to a third country"),
        ({"basis": "same-entity"}, "Same legal entity as the sender, so no transfer"),
        (
            {"basis": "uk-transition"},
            "Between the European Union and the United Kingdom in the transition period of the Withdrawal Agreement, "
            "so no transfer to a third country",
        ),
        (
            {"basis": "uk-bridge"},
            "To the United Kingdom in the interim period of Article 782 of the Trade and Cooperation Agreement, "
            "so no transfer to a third country",
        ),
    ],
)
def test_why_nothing_is_transferred(about: dict[str, Any], sentence: str) -> None:
    assert said(transfer("GB", TransferVerdict.NOT_RESTRICTED, **about)) == [sentence]


def test_where_no_law_is_known_to_bind_the_sender_it_is_not_said_that_nothing_is_transferred() -> None:
    [told] = said()
    assert told.endswith("on transfers is known to bind")
    assert "no transfer" not in told.casefold()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Mechanism: DPF (1 Sept 2023 – 1 Sept 2026); SCC M3 (15 Jan 2022); EU law"),
        ("es", "Instrumento: DPF (1 sept 2023 – 1 sept 2026); SCC M3 (15 ene 2022); EU law (inglés)"),
    ],
)
def test_a_mechanism_is_told_in_the_words_of_the_sheet_with_days_of_the_language(language: str, told: str) -> None:
    """Words in another language say so; abbreviations are of none."""
    dpf = Claim("DPF (2023-09-01 to 2026-09-01)", "dpf", signed=date(2023, 9, 1), until=date(2026, 9, 1))
    scc = Claim("SCC M3 (2022-01-15)", "scc_2021_914", module=3, signed=date(2022, 1, 15))
    mechanism, names = (dpf, scc, Claim("EU law", "eu_law")), Names(make.policy(), phrases(language))
    assert said(transfer("US", TransferVerdict.COVERED, claim=dpf), names=names, mechanism=mechanism)[0] == told


@pytest.mark.parametrize("claims", [(), (SCC,)], ids=["blank", "clauses"])
def test_spanish_lets_one_clause_or_several_ask_for_a_ground(claims: tuple[Claim, ...]) -> None:
    """Module One has one clause on onward transfers: "exigido por la cláusula", not "que exigen la cláusula"."""
    names, flow = Names(make.policy(), phrases("es")), replace(FLOW, claims=claims)
    brought: dict[str, Any] = {"ways": (Way.ONWARD,), "earlier": "mechanism:scc_2021_914_m1", "flow": flow}
    told = said(transfer("IN", TransferVerdict.NOT_COVERED, **brought), names=names)[1]
    assert "el fundamento exigido por la cláusula 8.7 de las cláusulas tipo" in told


@pytest.mark.parametrize("names", [ENGLISH, GERMAN], ids=["en", "de"])
def test_what_is_not_established_is_never_no_transfer(names: Names) -> None:
    """Nobody knows whether the law binds: no seat, or no data region; with and without clauses for the case it does."""
    seat = transfer("US", TransferVerdict.UNKNOWN, ways=(), sure=False)
    inside = transfer("FR", TransferVerdict.NOT_RESTRICTED, ways=(), sure=False)
    home = transfer("US", TransferVerdict.UNKNOWN, ways=(Way.HOME,), sure=False)
    by_seat, by_home = names.phrases.say("ground.unknown_seat"), names.phrases.say("ground.unknown_home")
    assert said(seat, inside, names=names)[-1] == by_seat
    assert said(inside, names=names) == [by_seat]
    assert said(home, names=names)[-1] == by_home
    assert said(home, seat, names=names)[-1] == by_seat
    territory = transfer("US", TransferVerdict.UNKNOWN, ways=(Way.ESTABLISHMENT,), sure=False)
    assert said(territory, names=names)[-1] == names.phrases.say("ground.unknown_territory")
    clauses = transfer("US", TransferVerdict.COVERED, "mechanism:scc_2021_914_m3", claim=SCC, ways=(), sure=False)
    told = said(clauses, seat, names=names, mechanism=(SCC,))
    assert told[1] == by_seat
    assert told[2].startswith(names.phrases.say("ground.if_transfer", ground=names.country("US")))


def test_what_is_assumed_of_the_clauses_is_not_told_as_agreed() -> None:
    """The sheet says SCC, and neither which set nor which module."""
    loose = transfer("US", TransferVerdict.COVERED_WITH_WARNING, "mechanism:scc_2021_914_m3", claim=SCC)
    assumed = replace(loose, answer=replace(loose.answer, notes=(Note("module-assumed", "the module is not stated"),)))
    assert not said(loose)[-1].endswith(")")
    assert said(assumed)[-1].endswith(
        "processor to processor (assumed; the set of clauses or the module is not stated)"
    )


def test_where_one_transfer_is_sure_the_rest_is_told_apart() -> None:
    sure = transfer("US", TransferVerdict.COVERED, "mechanism:scc_2021_914_m3", claim=SCC)
    seat = transfer("US", TransferVerdict.UNKNOWN, ways=(), sure=False)
    assert said(sure, seat, mechanism=(SCC,))[-1].startswith(
        "For the rest, whether this is a transfer is not established"
    )


def test_onward_within_the_third_country_names_the_clauses_that_brought_the_data() -> None:
    """Clauses 8.8 and 9 of 2021/914 (Modules Two and Three), 8.7 (Module One): with a ground, and without."""
    brought: dict[str, Any] = {"ways": (Way.ONWARD,), "exporter_country": "US", "earlier": "mechanism:scc_2021_914_m3"}
    agreed = transfer("US", TransferVerdict.COVERED, "mechanism:scc_2021_914_m3", claim=SCC, **brought)
    assert said(agreed)[1] == (
        "Onward within this country: United States – EU SCC 2021/914, Module Three: processor to processor, under "
        "Clauses 8.8 and 9 of the clauses of Decision (EU) 2021/914 that brought the data"
    )
    nothing = transfer("US", TransferVerdict.NOT_COVERED, **brought)
    assert said(nothing)[1] == (
        "Onward within this country: United States – no ground, which Clauses 8.8 and 9 of the clauses of Decision "
        "(EU) 2021/914 that brought the data ask for"
    )
    elsewhere = transfer("IN", TransferVerdict.NOT_COVERED, **brought | {"earlier": "mechanism:scc_2021_914_m1"})
    assert said(elsewhere)[1].startswith("Onward to this country: India – no ground, which Clause 8.7 of")
    certified = transfer("US", TransferVerdict.NOT_COVERED, **brought | {"earlier": "decision:(EU) 2023/1795"})
    assert said(certified)[1] == "Onward within this country: United States – no ground"
    assert "Klauseln 8.8 und 9" in said(nothing, names=GERMAN)[1]


@pytest.mark.parametrize(
    ("language", "told", "onward"),
    [
        ("en", "no ground stated", "no ground stated, which Clauses 8.8 and 9 of"),
        ("de", "keine Grundlage angegeben", "keine Grundlage angegeben, wie sie Klauseln 8.8 und 9"),
        ("fr", "aucun fondement indiqué", "aucun fondement indiqué, alors qu’il en faut un selon les clauses 8.8 et 9"),
        ("es", "no consta ningún fundamento", "no consta el fundamento exigido por las cláusulas 8.8 y 9"),
    ],
)
def test_a_blank_mechanism_is_not_told_as_if_there_were_none(language: str, told: str, onward: str) -> None:
    """A blank cell says nothing; that nothing is agreed is said where the cell says so."""
    names, flow = Names(make.policy(), phrases(language)), replace(FLOW, claims=())
    blank = transfer("IN", TransferVerdict.NOT_COVERED, flow=flow)
    assert said(blank, names=names)[1].endswith(f" – {told}")
    passed_on: dict[str, Any] = {"ways": (Way.ONWARD,), "earlier": "mechanism:scc_2021_914_m3", "flow": flow}
    assert f" – {onward}" in said(transfer("IN", TransferVerdict.NOT_COVERED, **passed_on), names=names)[1]
    none = (Claim("none", "none"),)
    denied = transfer("IN", TransferVerdict.NOT_COVERED, flow=replace(FLOW, claims=none))
    assert said(denied, mechanism=none)[1] == "India – no ground"


@pytest.mark.parametrize("names", [ENGLISH, GERMAN], ids=["en", "de"])
@pytest.mark.parametrize("doubt", list(Doubt))
def test_an_answer_that_is_not_known_says_what_would_settle_it(doubt: Doubt, names: Names) -> None:
    told = said(transfer("US", TransferVerdict.UNKNOWN, settles=(doubt,)), names=names)[1]
    assert told.endswith(names.phrases.say("ground.unknown", settles=names.phrases.say(f"settles.{doubt}")))


def test_of_two_things_that_are_not_known_only_the_first_begins_with_a_capital() -> None:
    """In German, after the colon."""
    both = transfer("US", TransferVerdict.UNKNOWN, settles=(Doubt.BINDING, Doubt.CLAIM))
    assert said(both, names=GERMAN)[1].endswith(
        "nicht festgestellt: Es ist nicht angegeben, ob das Recht für den Absender gilt; "
        "es ist nicht angegeben, welches Instrument gemeint ist"
    )


def test_an_engagement_that_no_flow_leads_to_has_no_answer() -> None:
    assert grounds(None, ENGLISH) == (line(ENGLISH.phrases.say("ground.no_flow")),)


def test_of_several_answers_for_one_country_the_worst_counts() -> None:
    unknown = transfer("US", TransferVerdict.UNKNOWN, settles=(Doubt.CLAIM,))
    lines = said(TO_INDIA, transfer("IN", TransferVerdict.NOT_COVERED), unknown)
    assert lines[1:] == [
        "India – no ground",
        "United States – ground not established, since it is not stated which instrument is meant",
    ]


def test_a_restricted_transfer_names_the_country_and_the_instrument_that_holds() -> None:
    assert said(NONE_NEEDED, TO_INDIA, mechanism=(SCC,)) == [
        "Mechanism: SCC M3 (2021-10-01)",
        "India – EU SCC 2021/914, Module Three: processor to processor",
    ]
    assert "Indien – EU-Standardvertragsklauseln 2021/914, Modul drei" in said(TO_INDIA, names=GERMAN)[1]


def test_a_blank_mechanism_of_a_restricted_transfer_is_said_to_be_blank() -> None:
    assert said(TO_INDIA)[0] == "Mechanism: not stated"


def test_a_stated_none_is_told_in_words_where_a_mechanism_is_needed() -> None:
    nothing = (Claim("none", "none"),)
    assert said(TO_INDIA, mechanism=nothing)[0] == "Mechanism: none agreed"
    assert said(TO_INDIA, mechanism=nothing, names=GERMAN)[0] == "Instrument: keines vereinbart"
    assert said(NONE_NEEDED, mechanism=nothing) == [
        "Inside the European Economic Area, so no transfer to a third country"
    ]


def test_that_data_stay_in_the_eea_is_said_once_but_kept_where_it_is_contradicted() -> None:
    stays = (Claim("EU law", "intra_eea"),)
    assert said(NONE_NEEDED, mechanism=stays) == [
        "Inside the European Economic Area, so no transfer to a third country"
    ]
    assert said(TO_INDIA, mechanism=stays)[0] == "Mechanism: EU law"


def test_a_measure_in_the_cell_of_the_mechanism_is_told_as_a_measure() -> None:
    claims = (SCC, Claim("encryption", "encryption", kind=ClaimKind.MEASURE))
    lines = said(TO_INDIA, mechanism=claims, measures=("minimisation",))
    assert (lines[0], lines[-1]) == ("Mechanism: SCC M3 (2021-10-01)", "Measures: minimisation; encryption")


def test_no_ground_and_an_open_question_are_never_a_ground() -> None:
    assert said(transfer("IN", TransferVerdict.NOT_COVERED, "mechanism:scc_2021_914_m3"))[1] == "India – no ground"
    unknown = transfer("", TransferVerdict.UNKNOWN, settles=(Doubt.COUNTRY,))
    assert said(unknown)[1] == "Ground not established, since the country of the recipient is not stated"


def test_countries_are_told_apart_and_repeated_answers_are_not() -> None:
    lines = said(TO_INDIA, TO_INDIA, transfer("BR", TransferVerdict.NOT_COVERED))
    assert lines[1:] == ["Brazil – no ground", "India – EU SCC 2021/914, Module Three: processor to processor"]


def test_regimes_are_named_only_where_several_apply() -> None:
    british = transfer("IN", TransferVerdict.NOT_COVERED, regime="uk")
    assert said(TO_INDIA, british)[1:] == [
        "India, EU law – EU SCC 2021/914, Module Three: processor to processor",
        "India, UK law – no ground",
    ]


def test_measures_come_last_even_where_nothing_is_transferred() -> None:
    assert said(NONE_NEEDED, measures=("encryption", "minimisation"))[-1] == "Measures: encryption; minimisation"
