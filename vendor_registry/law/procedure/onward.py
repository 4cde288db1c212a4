"""Onward transfers (GDPR Art. 44): the importer of an earlier hop hands the data on, bound by the tool of that hop."""

from dataclasses import replace
from functools import cache

from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.question import Question
from vendor_registry.law.tables.lookup import condition, remarks
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import ONWARD, Remark
from vendor_registry.law.tables.zones import regimes
from vendor_registry.model.findings.transfer import Answer, Doubt, Note, TransferVerdict
from vendor_registry.model.register.claim import Claim, ClaimKind

_AGAIN = "onward:"  # before the ground of the earlier hop, where it is the ground of the further one
_OWN_LAW = "onward-own-law"
_CONTRACTS = {"dpa", "intra_group_agreement"}  # papers that are no transfer tool, and contracts all the same


def judge_onward(
    question: Question, earlier: Answer, *, without: frozenset[str] = frozenset(), horizon_days: int | None = None
) -> Answer:
    """The law's answer to a further hop, under the regime the data came from.

    What carries a first transfer carries an onward one as well: an adequate country, safeguards, an exception. Where
    nothing does, the tool of the earlier hop may ask for less: a certificate for a contract; an adequacy decision on a
    country rests on that country's own rules. A missing contract is not covered. An earlier hop that itself rests on
    nothing, or on nobody knows what, gives no tool: the further hop is judged by itself, and that is told.
    """
    answer = judge(
        question if question.bound else replace(question, bound=True), without=without, horizon_days=horizon_days
    )
    if not answer.restricted:
        return answer
    if earlier.verdict.rank > TransferVerdict.COVERED_WITH_WARNING.rank:
        return _by_itself(answer, earlier)
    ground = earlier.ground.removeprefix(_AGAIN)
    tool = _tool(question, ground)
    step = f"Onward: the transfer before it rests on {ground or earlier.basis}" + (
        f" ({tool.text}{tool.mark})." if tool else "."
    )
    if answer.verdict.rank > TransferVerdict.COVERED_WITH_WARNING.rank:
        if _asks_for_a_certificate(ground):
            answer = _by_contract(question, answer, tool)
        elif earlier.basis in {"adequacy", _OWN_LAW}:
            answer = _by_own_law(question, answer, earlier)
    told = (Note(ONWARD, f"{tool.text}{tool.mark}"),) if tool else ()
    return replace(answer, earlier=ground, notes=(*answer.notes, *told), steps=(step, *answer.steps))


def _by_itself(answer: Answer, earlier: Answer) -> Answer:
    state = "rests on nothing" if earlier.verdict is TransferVerdict.NOT_COVERED else "may rest on nothing"
    text = f"the transfer before it {state}, so this one is judged by itself"
    return replace(
        answer, notes=(*answer.notes, Note("earlier-hop-open", text)), steps=(f"Onward: {text}.", *answer.steps)
    )


def _tool(question: Question, ground: str) -> Remark | None:
    found = remarks(ground, question.regime, question.exporter_country, question.day)
    return next((remark for remark in found if remark.code == ONWARD), None)


@cache
def _asks_for_a_certificate(ground: str) -> bool:
    rows = [row for row in tables().adequacy if row.ground == ground]
    return any(condition(row.condition).kind == "certificate" for row in rows)


def _by_contract(question: Question, answer: Answer, tool: Remark | None) -> Answer:
    """Data Privacy Framework: any contract that binds the third party to the Principles; so at every further hop."""
    contract = next((claim for claim in question.claims if _is_contract(claim, question)), None)
    if contract is None or tool is None:
        return answer
    text = f'"{contract.written}" is taken to bind the third party to the Principles; its content is not looked at'
    return replace(
        answer,
        verdict=TransferVerdict.COVERED_WITH_WARNING,
        basis="onward-contract",
        ground=f"{_AGAIN}{tool.applies_to}",
        claim=contract,
        citation=tool.source,
        notes=(Note("onward-contract", text),),
        steps=(*answer.steps, f"Onward: {text}."),
    )


def _is_contract(claim: Claim, question: Question) -> bool:
    running = (claim.signed or question.day) <= question.day <= (claim.until or question.day)
    clauses = claim.kind is ClaimKind.MECHANISM and "scc" in claim.instrument
    return running and (clauses or claim.instrument in _CONTRACTS)


def _by_own_law(question: Question, answer: Answer, earlier: Answer) -> Answer:
    """A decision on a whole country looked at its rules for onward transfers: those decide, of that country only."""
    own = [regime for regime in regimes(question.exporter_country, question.day) if regime != question.regime]
    where = question.exporter_country if earlier.basis == "adequacy" else "the country before"
    rests = f"the decision on {where} rests on the rules of that country for onward transfers"
    if own and earlier.basis == "adequacy":
        text, verdict, basis = f"{rests}; regime {own[0]} decides", TransferVerdict.COVERED, _OWN_LAW
        answer = replace(answer, ground=f"{_AGAIN}{earlier.ground}", citation=earlier.citation)
    else:
        text, verdict, basis = f"{rests}, which are not in the tables", TransferVerdict.UNKNOWN, "none"
    return replace(
        answer,
        verdict=verdict,
        basis=basis,
        notes=(Note(_OWN_LAW, text),),
        steps=(*answer.steps, f"Onward: {text}."),
        settles=(Doubt.FOREIGN_LAW,) if verdict is TransferVerdict.UNKNOWN else (),
    )
