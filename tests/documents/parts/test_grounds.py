"""What carries an engagement's transfers, in words."""

from typing import Any

from tests import make
from vendor_registry.documents.document import line
from vendor_registry.documents.parts.grounds import claimed, grounds, measures
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.law.tables.read import tables
from vendor_registry.model.claim import Claim, ClaimKind
from vendor_registry.model.flow import Flow
from vendor_registry.model.origin import NOWHERE
from vendor_registry.model.transfer import Answer, Transfer, TransferVerdict

ENGLISH, GERMAN = Names(make.policy(), phrases("en")), Names(make.policy(), phrases("de"))
FLOW = Flow(source="platform-eu", target="acme", key="acme", data=("content",), cell=NOWHERE)
SCC = Claim("SCC M3 (2021-10-01)", "scc_2021_914", module=3)


def transfer(
    country: str,
    verdict: TransferVerdict,
    ground: str = "",
    regime: str = "eu",
    citation: str = "",
    claim: Claim | None = None,
) -> Transfer:
    return Transfer(
        flow=FLOW,
        regime=regime,
        exporter_country="DE",
        importer_country=country,
        via="region",
        answer=Answer(verdict=verdict, basis="", ground=ground, citation=citation, claim=claim),
    )


def said(*transfers: Transfer, names: Names = ENGLISH, **engagement: Any) -> list[str]:
    row = make.engagement("acme", **engagement)
    cell = (*claimed(row, transfers, names), *grounds(transfers, names), *measures(row, names))
    return ["".join(run.text for run in part) for part in cell]


NONE_NEEDED = transfer("FR", TransferVerdict.NOT_RESTRICTED)
TO_INDIA = transfer("IN", TransferVerdict.COVERED, "mechanism:scc_2021_914_m3")


def test_no_transfer_is_said_once_and_asks_for_no_mechanism() -> None:
    assert said(NONE_NEEDED, NONE_NEEDED) == ["No transfer to a third country"]
    assert said(NONE_NEEDED, names=GERMAN) == ["Keine Übermittlung in ein Drittland"]


def test_where_no_law_binds_the_exporter_nothing_leaves_its_area() -> None:
    assert said() == ["No transfer out of the EEA, the United Kingdom or Switzerland"]


def test_an_engagement_that_no_flow_leads_to_has_no_answer() -> None:
    assert grounds(None, ENGLISH) == (line("ground not established"),)


def test_of_several_answers_for_one_country_the_worst_counts() -> None:
    lines = said(TO_INDIA, transfer("IN", TransferVerdict.NOT_COVERED), transfer("US", TransferVerdict.UNKNOWN))
    assert lines[1:] == ["India – no ground", "United States – ground not established"]


def test_a_restricted_transfer_names_the_country_and_the_instrument_that_holds() -> None:
    assert said(NONE_NEEDED, TO_INDIA, mechanism=(SCC,)) == [
        "Mechanism: SCC M3 (2021-10-01)",
        "India – EU SCC 2021/914, Module Three: processor to processor",
    ]
    assert "Indien – EU-Standardvertragsklauseln 2021/914, Modul drei" in said(TO_INDIA, names=GERMAN)[1]


def test_an_adequacy_decision_is_named_by_its_number() -> None:
    answer = transfer("US", TransferVerdict.COVERED_WITH_WARNING, "decision:(EU) 2023/1795")
    assert said(answer)[1] == "United States – adequacy decision (EU) 2023/1795"


def test_a_blank_mechanism_of_a_restricted_transfer_is_said_to_be_blank() -> None:
    assert said(TO_INDIA)[0] == "Mechanism: not stated"


def test_a_stated_none_is_told_in_words_where_a_mechanism_is_needed() -> None:
    nothing = (Claim("none", "none"),)
    assert said(TO_INDIA, mechanism=nothing)[0] == "Mechanism: none agreed"
    assert said(TO_INDIA, mechanism=nothing, names=GERMAN)[0] == "Instrument: keines vereinbart"
    assert said(NONE_NEEDED, mechanism=nothing) == ["No transfer to a third country"]


def test_that_data_stay_in_the_eea_is_said_once_but_kept_where_it_is_contradicted() -> None:
    stays = (Claim("EU law", "intra_eea"),)
    assert said(NONE_NEEDED, mechanism=stays) == ["No transfer to a third country"]
    assert said(TO_INDIA, mechanism=stays)[0] == "Mechanism: EU law"


def test_a_measure_in_the_cell_of_the_mechanism_is_told_as_a_measure() -> None:
    claims = (SCC, Claim("encryption", "encryption", kind=ClaimKind.MEASURE))
    lines = said(TO_INDIA, mechanism=claims, measures=("minimisation",))
    assert (lines[0], lines[-1]) == ("Mechanism: SCC M3 (2021-10-01)", "Measures: minimisation; encryption")


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


def test_no_ground_and_an_open_question_are_never_a_ground() -> None:
    assert said(transfer("IN", TransferVerdict.NOT_COVERED, "mechanism:scc_2021_914_m3"))[1] == "India – no ground"
    unknown = transfer("", TransferVerdict.UNKNOWN)
    assert said(unknown)[1] == "country not stated – ground not established"


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


def test_a_ground_that_no_table_knows_is_cited_as_the_law_cites_it() -> None:
    assert said(transfer("IN", TransferVerdict.COVERED, "new:thing", citation="Art. 46(9)"))[1] == "India – Art. 46(9)"


def test_every_instrument_of_the_law_has_a_name_in_both_languages() -> None:
    for row in tables().mechanisms:
        answer = transfer("IN", TransferVerdict.COVERED, row.ground, regime=row.regime)
        assert said(answer)[1] == f"India – {row.name_en}"
        assert said(answer, names=GERMAN)[1] == f"Indien – {row.name_de}"
