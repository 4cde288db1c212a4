"""Onward transfers (GDPR Art. 44): the importer of an earlier hop hands the data on, bound by the tool of that hop."""

from dataclasses import replace

from vendor_registry.law.lookup import condition, remarks
from vendor_registry.law.procedure import HORIZON_DAYS, judge
from vendor_registry.law.question import Question
from vendor_registry.law.rows import ONWARD, Remark
from vendor_registry.law.tables import tables
from vendor_registry.law.zones import regimes
from vendor_registry.model.claim import Claim, ClaimKind
from vendor_registry.model.transfer import Answer, Note, TransferVerdict

_CONTRACTS = {"dpa", "intra_group_agreement"}  # papers that are no transfer tool, and contracts all the same


def judge_onward(
    question: Question, earlier: Answer, *, without: frozenset[str] = frozenset(), horizon_days: int = HORIZON_DAYS
) -> Answer:
    """The law's answer to a further hop, under the regime the data came from.

    What carries a first transfer carries an onward one as well: an adequate country, safeguards, an exception. Where
    nothing does, the tool of the earlier hop may ask for less: a certificate for a contract; an adequacy decision on a
    country rests on that country's own rules. A missing contract is not covered.
    """
    answer = judge(replace(question, bound=True), without=without, horizon_days=horizon_days)
    tool = _tool(question, earlier)
    told = (Note(ONWARD, tool.text),) if tool else ()
    step = f"Onward: the earlier hop rests on {earlier.ground or 'nothing'}" + (f" ({tool.text})." if tool else ".")
    if answer.verdict.rank > TransferVerdict.COVERED_WITH_WARNING.rank and earlier.basis == "adequacy":
        answer = (
            _by_contract(question, answer, tool) if _asks_for_a_certificate(earlier) else _by_own_law(question, answer)
        )
    restricted = answer.verdict is not TransferVerdict.NOT_RESTRICTED
    return replace(answer, notes=(*answer.notes, *(told if restricted else ())), steps=(step, *answer.steps))


def _tool(question: Question, earlier: Answer) -> Remark | None:
    found = remarks(earlier.ground, question.regime, question.exporter_country, question.day)
    return next((remark for remark in found if remark.code == ONWARD), None)


def _asks_for_a_certificate(earlier: Answer) -> bool:
    rows = [row for row in tables().adequacy if row.ground == earlier.ground]
    return any(condition(row.condition).kind == "certificate" for row in rows)


def _by_contract(question: Question, answer: Answer, tool: Remark | None) -> Answer:
    """Privacy Shield and Data Privacy Framework: any contract that binds the third party to the Principles."""
    contract = next((claim for claim in question.claims if _is_contract(claim, question)), None)
    if contract is None or tool is None:
        return answer
    text = f'"{contract.written}" is taken to bind the third party to the Principles; its content is not looked at'
    return replace(
        answer,
        verdict=TransferVerdict.COVERED_WITH_WARNING,
        basis="onward-contract",
        ground=tool.applies_to,
        claim=contract,
        citation=tool.source,
        notes=(Note("condition-assumed", text),),
        steps=(*answer.steps, f"Onward: {text}."),
    )


def _is_contract(claim: Claim, question: Question) -> bool:
    running = (claim.signed or question.day) <= question.day <= (claim.until or question.day)
    clauses = claim.kind is ClaimKind.MECHANISM and "scc" in claim.instrument
    return running and (clauses or claim.instrument in _CONTRACTS)


def _by_own_law(question: Question, answer: Answer) -> Answer:
    """A decision on a whole country looked at its rules for onward transfers: those decide."""
    own = [regime for regime in regimes(question.exporter_country, question.day) if regime != question.regime]
    if own:
        text = f"the decision on {question.exporter_country} rests on its own rules; regime {own[0]} decides"
        verdict, basis = TransferVerdict.COVERED, "onward-own-law"
    else:
        text = f"the decision on {question.exporter_country} rests on its own rules, which are not in the tables"
        verdict, basis = TransferVerdict.UNKNOWN, "none"
    notes = (Note("onward-own-law", text),)
    return replace(answer, verdict=verdict, basis=basis, notes=notes, steps=(*answer.steps, f"Onward: {text}."))
