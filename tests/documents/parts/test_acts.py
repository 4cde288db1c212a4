"""The acts and instruments that a ground rests on, as documents name them."""

from tests.documents.parts.saying import GERMAN, said, transfer
from vendor_registry.law.tables.read import tables
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


def test_a_ground_that_no_table_knows_is_cited_as_the_law_cites_it() -> None:
    assert said(transfer("IN", TransferVerdict.COVERED, "new:thing", citation="Art. 46(9)"))[1] == "India – Art. 46(9)"


def test_every_instrument_of_the_law_has_a_name_in_both_languages() -> None:
    for row in tables().mechanisms:
        answer = transfer("IN", TransferVerdict.COVERED, row.ground, regime=row.regime)
        assert said(answer)[1] == f"India – {row.name_en}"
        assert said(answer, names=GERMAN)[1] == f"Indien – {row.name_de}"
