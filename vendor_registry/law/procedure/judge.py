"""May data go? The procedure of Chapter V (and of its UK and Swiss counterparts), step by step, on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from vendor_registry.law.procedure.adequacy import by_adequacy
from vendor_registry.law.procedure.area import bound, general_rule, one_entity, own_area
from vendor_registry.law.procedure.claim import AREAS, by_claim
from vendor_registry.law.procedure.reservations import of_day, of_ground, unnecessary
from vendor_registry.law.procedure.steps import Ground, Weighed
from vendor_registry.law.question import NOTHING, Question
from vendor_registry.model.findings.transfer import Answer, Note, TransferVerdict
from vendor_registry.model.register.claim import Claim, ClaimKind

_RANK_OF_BASIS = {"adequacy": 0, "derogation": 2}  # Art. 46 in the absence of Art. 45, Art. 49 in the absence of both
_SAYS_NONE_IS_NEEDED = AREAS | {"adequacy"}


@lru_cache(maxsize=65536)
def judge(question: Question, *, without: frozenset[str] = frozenset(), horizon_days: int | None = None) -> Answer:
    """The law's answer to one question, as it stood on the day asked.

    Adequacy comes first, then the claims in their order, a derogation last; the first that holds is the ground, the
    others are fallbacks. Where nothing holds, a fact that decides and is not known makes the answer unknown.
    `without` takes grounds away ("decision:2023/1795", "mechanism:scc"); `horizon_days` is how early an
    end is told, of a ground or of a certificate; None: 180 days, of a certificate 60.
    """
    start = bound(question)
    if start.doubt:
        return _without_ground(question, (start,))
    alone = one_entity(question)
    if alone:
        return _answer(question, (start, alone), without, horizon_days)
    area = own_area(question)
    if area.ground:
        return _answer(question, (start, area), without, horizon_days)
    steps = (
        start,
        area,
        *by_adequacy(question, without),
        *(by_claim(question, claim, without) for claim in question.claims),
    )
    return _answer(question, steps, without, horizon_days)


def _answer(
    question: Question, steps: tuple[Weighed, ...], without: frozenset[str], horizon_days: int | None
) -> Answer:
    grounds = _in_order(step.ground for step in steps if step.ground)
    if not grounds:
        return _without_ground(question, steps)
    ground, fallbacks = grounds[0], _fallbacks(grounds)
    notes = [*_told(steps, ground)]
    if ground.verdict is TransferVerdict.NOT_RESTRICTED:
        notes += unnecessary(_needless(question), _WHY_NONE[ground.basis])
    notes += [*of_ground(question, ground, fallbacks, without, horizon_days), *of_day(question)]
    return Answer(
        verdict=ground.verdict,
        basis=ground.basis,
        ground=ground.row,
        claim=ground.claim,
        citation=ground.citation,
        until=min((day for day in (ground.until, ground.certificate_until) if day), default=None),
        notes=tuple(dict.fromkeys(notes)),
        fallbacks=tuple(fallbacks),
        steps=(*(step.said for step in steps), f"Answer: {ground.verdict} by {ground.row} ({ground.citation})."),
    )


def _in_order(found: Iterable[Ground]) -> list[Ground]:
    """Art. 46 in the absence of Art. 45, Art. 49 in the absence of both; else as claimed.

    What nobody can have approved yet is the ground only where nothing else covers without a warning.
    """
    grounds = sorted(found, key=lambda ground: _RANK_OF_BASIS.get(ground.basis, 1))
    if grounds and grounds[0].premature:
        sure = (one for one in grounds if one.verdict is TransferVerdict.COVERED and not one.premature)
        first = next(sure, grounds[0])
        grounds = [first, *(one for one in grounds if one is not first)]
    return grounds


def _told(steps: tuple[Weighed, ...], ground: Ground) -> Iterator[Note]:
    """What the steps say beside a ground: of the ground itself, of claims that are of no help, of what is left open."""
    for step in steps:
        if step.ground in {None, ground}:
            # a cell may name the tools of several regimes, which is no mistake where one of them holds
            yield from (
                replace(note, code="other-regime") if note.code == "wrong-regime" else note for note in step.notes
            )
        if step.doubt:
            yield Note("left-open", step.doubt)


_WHY_NONE = {
    "same-entity": "nothing leaves the legal entity",
    "data-subject": "the data goes to the person it is about",
    "intra-EEA": "both are inside the area in which data moves freely",
    "domestic": "both are in the same country",
    "uk-transition": "in the transition period the UK counted as a member State",
    "uk-bridge": "in the bridging period sending data to the UK was no transfer",
}


def _needless(question: Question) -> tuple[Claim, ...]:
    """Claims of an instrument; those that say themselves that none is needed are right."""
    return tuple(
        claim
        for claim in question.claims
        if claim.kind is ClaimKind.MECHANISM and claim.instrument not in _SAYS_NONE_IS_NEEDED
    )


def _fallbacks(grounds: list[Ground]) -> dict[Claim, Ground]:
    """Further claims that would hold, in their order, each with the ground it is."""
    found: dict[Claim, Ground] = {}
    for other in grounds[1:]:
        if other.claim and other.claim != grounds[0].claim:
            found.setdefault(other.claim, other)
    return found


def _without_ground(question: Question, steps: tuple[Weighed, ...]) -> Answer:
    """Nothing carries it: unknown where a doubt is left, else not covered."""
    doubts = [step for step in steps if step.doubt]
    verdict = TransferVerdict.UNKNOWN if doubts else TransferVerdict.NOT_COVERED
    notes = [note for step in steps for note in step.notes]
    if not doubts and all(claim.instrument == NOTHING for claim in question.claims):
        notes.append(Note("nothing-claimed", "no mechanism is claimed, and no adequacy decision reaches the importer"))
    notes += [Note("deciding-fact-unknown", step.doubt) for step in doubts]
    citation = "; ".join(dict.fromkeys(step.citation for step in doubts if step.citation)) or general_rule(question)
    why = "; ".join(step.doubt for step in doubts) or "nothing carries it"
    settles = tuple(dict.fromkeys(step.settles for step in doubts if step.settles))
    return Answer(
        verdict=verdict,
        basis="none",
        citation=citation,
        notes=tuple(dict.fromkeys((*notes, *of_day(question)))),
        steps=(*(step.said for step in steps), f"Answer: {verdict}, {why}" + (f" ({citation})." if citation else ".")),
        settles=settles,
    )
