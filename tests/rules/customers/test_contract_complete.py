"""What a contract with a customer asks for stands in the policy."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tests import make
from tests.documents.pack.contracts import COMPANY, MEASURES, TERMS
from vendor_registry.case.case import Case
from vendor_registry.documents.pack.kinds import KINDS
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.policy.contract import ContractTerms
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.customers.contract_complete import check
from vendor_registry.use_cases.documents.pack import paper
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.selection.scope import Asked

SPEC = RuleSpec(id="contract-complete", type="contract-complete")
HERE, SEAT = Cell("policy.toml", 40, "contract"), Cell("policy.toml", 5, "company.country")
SIGNED = replace(TERMS, cell=HERE)
ROOT = Path(__file__).parents[3]


def found(**policy: Any) -> tuple[Finding, ...]:
    said: dict[str, Any] = {"company": replace(COMPANY, cell=SEAT), "contract": SIGNED, "measures": MEASURES}
    return check(make.case(make.engagement("a"), **(said | policy)), SPEC).findings


def missing(**policy: Any) -> list[str]:
    return [cell.column for finding in found(**policy) for way in finding.settled_by for cell in way]


def test_a_contract_that_says_everything_is_kept() -> None:
    assert found() == ()


def test_without_a_table_of_a_contract_nothing_is_asked() -> None:
    outcome = check(make.case(make.engagement("a"), contract=ContractTerms()), SPEC)
    assert outcome.findings == ()
    assert outcome.examined == "no [contract] in the policy"


def test_all_that_is_missing_is_one_gap_at_the_first_entry() -> None:
    company = replace(COMPANY, cell=SEAT, address="", authority="")
    [finding] = found(company=company, contract=replace(SIGNED, signatory=""))
    assert finding.verdict is Verdict.GAP
    assert str(finding.cell) == "policy.toml:5 [company.address]"
    assert finding.message == (
        "The clauses ask for company.address, company.authority and contract.signatory; they are blank."
    )


def test_that_something_is_not_chosen_is_no_blank() -> None:
    assert missing(contract=replace(SIGNED, docking=False)) == []
    assert missing(contract=replace(SIGNED, docking=None)) == ["contract.docking"]


def test_how_sub_processors_are_authorised_and_how_long_before_is_asked_for() -> None:
    """Clause 9(a) of 2021/914 and Clause 7.7(a) of 2021/915 leave both to the parties."""
    assert missing(notice=NoticeTerms()) == ["notice.authorisation", "notice.change_days"]


def test_a_promise_to_delete_says_how_long_data_is_kept() -> None:
    silent = replace(SIGNED, retention={})
    assert missing(contract=silent) == ["contract.retention"]
    assert missing(contract=silent, notice=NoticeTerms(deletion_days=30, authorisation="general", change_days=30)) == []


def test_measures_are_asked_for_and_one_that_helps_the_controller() -> None:
    alone = {key: measure for key, measure in MEASURES.items() if key != "assistance"}
    assert missing(measures={}) == ["measures"]
    assert missing(measures=alone) == ["measures.KEY.heading"]


def test_of_the_real_register_it_finds_what_the_documents_leave_to_be_completed() -> None:
    loaded = load(ROOT / "data" / "vendors.csv", ROOT / "data" / "policy.toml")
    case = Case(loaded.registry, loaded.policy, date(2023, 1, 16))
    told = {cell.column for finding in check(case, SPEC).findings for way in finding.settled_by for cell in way}
    blanks = {blank.entry for kind in ("scc", "art28") for blank in paper(case, KINDS[kind], Asked()).blanks}
    ours = {blank.replace("[", "").replace("] ", ".") for blank in blanks if blank.startswith("[co")}
    assert told == ours
    assert ours
