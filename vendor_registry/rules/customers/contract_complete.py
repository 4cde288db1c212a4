"""The policy says what a contract with a customer asks for."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome, Verdict
from vendor_registry.model.policy.contract import MeasureHeading
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.text.counting import listed
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.rule import Rule

_COMPANY = ("legal_name", "address", "contact", "dpo", "authority")  # who signs: Annex I.A and I.C
_CONTRACT = (  # what both sets of clauses leave to the parties
    "docking", "redress_body", "governing_law", "governing_law_option", "courts", "subject_matter", "nature", "purpose",
    "duration", "frequency", "sensitive_data", "activities", "signatory",
)  # fmt: skip


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding that names all entries that are missing; none where the policy has no table of a contract."""
    asked = case.policy.contract.cell is not None
    blank = tuple(_blank(case)) if asked else ()
    return RULE.outcome(
        spec,
        (_finding(blank),) if blank else (),
        "[contract], [company], [measures]" if asked else "no [contract] in the policy",
    )


def _blank(case: Case) -> Iterator[Cell]:
    policy, terms = case.policy, case.policy.contract
    yield from _missing(policy.company, "company", policy.company.cell, _COMPANY)
    contract = terms.cell or policy.company.cell
    yield from _missing(terms, "contract", contract, _CONTRACT)
    yield from _missing(policy.notice, "notice", policy.notice.cell or contract, ("authorisation", "change_days"))
    if not terms.retention and not policy.notice.deletion_days:
        yield replace(contract, column="contract.retention")
    if not policy.measures:
        yield replace(contract, column="measures")
    elif not any(one.heading is MeasureHeading.ASSISTANCE for one in policy.measures.values()):
        yield replace(contract, column="measures.KEY.heading")


def _missing(said: object, table: str, cell: Cell, entries: tuple[str, ...]) -> Iterator[Cell]:
    at = partial(replace, cell)
    yield from (at(column=f"{table}.{entry}") for entry in entries if getattr(said, entry) in ("", None, {}))


def _finding(blank: tuple[Cell, ...]) -> Finding:
    names = listed(cell.column for cell in blank)
    return Finding(
        rule=RULE.id,
        verdict=Verdict.GAP,
        cell=blank[0],
        message=f"The clauses ask for {names}; {'it is' if len(blank) == 1 else 'they are'} blank.",
        mend="Fill in these entries (docs/policy.md); until then the documents say what is to be completed.",
        law=RULE.law,
        related=blank[1:],
        settled_by=(blank,),
    )


RULE = Rule(
    id="contract-complete",
    title="The contract says what its annexes ask for",
    law=("SCC 2021/914 Annexes I and II", "SCC 2021/915 Annexes I to III"),
    check=check,
)
