"""Onward transfers: a further hop is judged by the tool of the earlier one (GDPR Art. 44; SCC Clauses 8.7, 8.8, 9)."""

from datetime import date

import pytest

from tests.law.asking import question
from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.procedure.onward import judge_onward
from vendor_registry.law.question import Question
from vendor_registry.model.findings.transfer import Answer

PROCESSORS = {"exporter_role": "processor", "importer_role": "sub-processor"}
BY_CLAUSES = judge(question("SCC M2 (2022-01-01)", importer_country="US"))
BY_DPF = judge(question("DPF (2023-09-01)", importer_country="US"))
BY_PRIVACY_SHIELD = judge(question("Privacy Shield (2017-01-01)", importer_country="US", day=date(2019, 1, 1)))
TO_JAPAN = judge(question(importer_country="JP"))
TO_THE_UK = judge(question(importer_country="GB"))


def onward(mechanism: str, importer: str = "IN", exporter: str = "US") -> Question:
    return question(mechanism, exporter_country=exporter, importer_country=importer, **PROCESSORS)


@pytest.mark.parametrize(
    ("earlier", "asked", "expected"),
    [
        # SCC Clauses 8.8 and 9: an adequate country, safeguards, or bound by the clauses; nothing less
        (BY_CLAUSES, onward(""), "not_covered none"),
        (BY_CLAUSES, onward("", importer="JP"), "covered adequacy"),
        (BY_CLAUSES, onward("SCC M3 (2022-06-01)"), "covered scc"),
        (BY_CLAUSES, onward("SCC M2 (2022-06-01)"), "not_covered none"),
        (BY_CLAUSES, onward("DPA signed"), "not_covered none"),
        (BY_CLAUSES, onward("", importer="FR"), "not_restricted intra-EEA"),
        (BY_CLAUSES, onward("", importer="US"), "not_covered none"),  # another company in the same third country
        # Data Privacy Framework: a contract is needed
        (BY_DPF, onward(""), "not_covered none"),
        (BY_DPF, onward("DPA signed (2024-01-01)"), "covered_with_warning onward-contract"),
        (BY_DPF, onward("DPA signed (2024-07-01)"), "not_covered none"),
        (BY_DPF, onward("SCC M2 (2024-01-01)"), "covered_with_warning onward-contract"),
        (BY_DPF, onward("SCC M3 (2024-01-01)"), "covered scc"),
        (BY_DPF, onward("Data encryption"), "not_covered none"),
        # an adequate country: its own rules decide
        (TO_JAPAN, onward("", exporter="JP"), "unknown none"),
        (TO_JAPAN, onward("SCC M3 (2022-06-01)", exporter="JP"), "covered scc"),
        (TO_THE_UK, onward("IDTA", exporter="GB"), "covered onward-own-law"),
    ],
)
def test_a_further_hop_is_judged_by_the_tool_of_the_earlier_one(
    earlier: Answer, asked: Question, expected: str
) -> None:
    """Germany to the first importer, and on to the second."""
    answer = judge_onward(asked, earlier)
    assert f"{answer.verdict} {answer.basis}" == expected


def test_what_the_tool_asks_for_is_told() -> None:
    """The clause, from knowledge, in notes and steps."""
    answer = judge_onward(onward("SCC M3 (2022-06-01)"), BY_CLAUSES)
    assert "Clauses 8.8 and 9" in next(note.text for note in answer.notes if note.code == "onward")
    assert answer.steps[0].startswith("Onward: the transfer before it rests on mechanism:scc_2021_914_m2 (Clauses 8.8")


def test_nothing_is_told_where_the_data_comes_home() -> None:
    """Back into the EEA."""
    assert judge_onward(onward("", importer="FR"), BY_CLAUSES).notes == ()


def test_a_certificate_whose_principles_are_not_in_the_tables_asks_for_what_any_transfer_needs() -> None:
    """Privacy Shield: not looked at, so nothing less than a ground counts."""
    assert judge_onward(onward("DPA signed"), BY_PRIVACY_SHIELD).verdict == "not_covered"


def test_an_earlier_hop_that_nothing_carries_gives_no_tool() -> None:
    """The second hop needs its own ground."""
    earlier = judge(question("", importer_country="US"))
    answer = judge_onward(onward(""), earlier)
    told = "the transfer before it rests on nothing, so this one is judged by itself"
    assert (answer.verdict, answer.steps[0]) == ("not_covered", f"Onward: {told}.")
    assert answer.has("earlier-hop-open")


def test_the_ground_of_a_further_hop_is_the_earlier_one_and_its_law() -> None:
    """A contract under the Principles, and again a contract; an adequate country, and then nobody knows."""
    contract = judge_onward(onward("DPA signed"), BY_DPF)
    assert contract.ground == "onward:decision:(EU) 2023/1795"
    assert contract.citation.startswith("Implementing Decision (EU) 2023/1795 Annex I")
    assert judge_onward(onward("DPA signed", exporter="IN", importer="PH"), contract).ground == contract.ground
    by_own_law = judge_onward(onward("IDTA", exporter="GB"), TO_THE_UK)
    assert by_own_law.ground == "onward:decision:(EU) 2021/1772"
    further = judge_onward(onward("", exporter="IN", importer="PH"), by_own_law)
    assert (further.verdict, further.notes[-1].code) == ("unknown", "onward-own-law")
