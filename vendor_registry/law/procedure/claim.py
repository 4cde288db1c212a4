"""Step 4: what one claim of the sheet is worth on the day."""

from dataclasses import replace

from vendor_registry.law.procedure.adequacy import PIPEDA, reaches
from vendor_registry.law.procedure.checks import EU_CLAUSES
from vendor_registry.law.procedure.clause_sets import Meaning, meaning
from vendor_registry.law.procedure.instrument import weigh
from vendor_registry.law.procedure.steps import Ground, Weighed
from vendor_registry.law.question import NAME_OF_PAIR, NOTHING, Question
from vendor_registry.law.tables.forms import form
from vendor_registry.law.tables.lookup import condition, decisions, mechanism
from vendor_registry.law.tables.programmes import programmes
from vendor_registry.law.tables.zones import REGIMES
from vendor_registry.model.findings.transfer import Doubt, Note, TransferVerdict
from vendor_registry.model.register.claim import Claim, ClaimKind

AREAS = frozenset({"intra_eea", "uk_transition", "uk_bridge"})
"""Claims that there is no transfer, since both sides are inside one area."""
_LAW_OF_REGIME = {"eu": "EU law", "uk": "UK law", "ch": "Swiss law"}


def by_claim(question: Question, claim: Claim, without: frozenset[str]) -> Weighed:
    """A ground, a doubt, or the reason why the claim is of no help."""
    if claim.kind is ClaimKind.MEASURE:
        text = f'"{claim.written}" is a supplementary measure; it protects data, but carries no transfer (EDPB 01/2020)'
        return _no_help("measure-not-mechanism", text)
    if claim.instrument == NOTHING:
        return Weighed(said=f'Claim "{claim.written}": says that nothing is in place.')
    if claim.kind is ClaimKind.OTHER:
        return _no_help("not-a-mechanism", f'"{claim.written}" is no transfer tool (GDPR Art. 44 to 49)')
    if claim.instrument in AREAS:
        where = question.importer_country or "the country of the importer"
        text = f'"{claim.written}" says that there is no transfer, but {where} is not known to be inside the area'
        return _no_help("does-not-fit", text)
    if claim.instrument in {"adequacy", PIPEDA} or claim.instrument in programmes():
        return _by_decision(question, claim)
    return _by_tool(question, claim, without)


def _by_decision(question: Question, claim: Claim) -> Weighed:
    """Adequacy was looked at in the step before; here only why such a claim was of no help."""
    where, day = question.importer_country or "a country that is not stated", question.day
    if claim.instrument in {"adequacy", PIPEDA}:
        kinds = {condition(row.condition).kind for row in decisions(question.regime, where) if row.holds(day)}
        if "pipeda" in kinds or (kinds - {"ignored"} and claim.instrument == "adequacy"):
            return Weighed(said=f'Claim "{claim.written}": judged with the decisions above.')
        return _no_help("does-not-fit", f'"{claim.written}" is claimed, but no such decision covers {where} on {day}')
    row = mechanism(claim.instrument, question.regime)
    if row is None:
        law = _LAW_OF_REGIME[question.regime]
        text = f'"{claim.written}" is a programme of another regime and does not help under {law}'
        return _no_help("wrong-regime", text)
    if row.valid_from and day < row.valid_from:
        return _no_help(
            "mechanism-not-yet", f'"{claim.written}": {row.name_en} can be relied on only from {row.valid_from}'
        )
    if row.valid_to and row.valid_to < day:
        return _no_help(
            "mechanism-dead", f'"{claim.written}": {row.name_en} could be relied on until {row.valid_to} ({row.note})'
        )
    if not reaches(question.regime, where, claim.instrument):
        return _no_help("does-not-fit", f'"{claim.written}" reaches no importer in {where}')
    return Weighed(said=f'Claim "{claim.written}": judged as a certificate with the decisions above.')


def _by_tool(question: Question, claim: Claim, without: frozenset[str]) -> Weighed:
    meant = meaning(question, claim)
    weighed = [weigh(question, claim, row, without) for row in meant.rows]
    if not weighed:
        return _unknown_here(question, claim, meant)
    grounds = [one.ground for one in weighed if one.ground]
    if claim.instrument == "art49" and grounds:
        doubt = "which of the exceptions of Art. 49(1) is meant is not stated, and each has conditions of its own"
        said = f'Claim "{claim.written}": {doubt}.'
        return Weighed(said=said, doubt=doubt, settles=Doubt.CLAIM, citation=grounds[0].citation)
    certain = len(grounds) == len(weighed) and not meant.foreign
    if grounds and (certain or meant.lenient):
        holding = next(one for one in weighed if one.ground)
        return _assuming(holding, grounds[0], meant)
    if grounds or (meant.foreign and any(one.doubt for one in weighed)):
        return _undecided(claim, weighed, meant)
    return next((one for one in weighed if one.doubt), weighed[0])


def _assuming(holding: Weighed, ground: Ground, meant: Meaning) -> Weighed:
    if not meant.assumed:
        return holding
    said = f"{holding.said} Assumed: {'; '.join(note.text for note in meant.assumed)}."
    weaker = replace(ground, verdict=TransferVerdict.COVERED_WITH_WARNING)
    return replace(holding, said=said, ground=weaker, notes=(*holding.notes, *meant.assumed))


def _undecided(claim: Claim, weighed: list[Weighed], meant: Meaning) -> Weighed:
    names = [row.name_en for row in (*meant.rows, *meant.foreign)]
    doubt = f'"{claim.written}" may mean {" or ".join(names)}; which one decides, and it is not stated'
    citation = next((one.ground.citation for one in weighed if one.ground), "")
    return Weighed(said=f"Claim {doubt}.", doubt=doubt, settles=Doubt.CLAIM, citation=citation)


def _unknown_here(question: Question, claim: Claim, meant: Meaning) -> Weighed:
    """No row of the regime fits the claim at all."""
    words, law = f'"{claim.written}"', _LAW_OF_REGIME[question.regime]
    plain = claim.instrument == EU_CLAUSES or (claim.instrument == "scc" and meant.foreign != ())
    if plain and question.regime == "uk":
        if any(one.instrument == "uk_addendum" for one in question.claims):
            return Weighed(said=f"Claim {words}: looked at beneath the UK Addendum.")
        text = f"{words}: EU clauses alone are not valid under UK law without the UK Addendum; or use the IDTA"
        return _no_help("wrong-regime", text)
    if plain:
        return _no_help("wrong-regime", f"{words} is recognised under {law} only with the Swiss adaptations")
    if _elsewhere(question, claim):
        return _no_help("wrong-regime", f"{words} is an instrument of another regime, not of {law}")
    when = f"signed on {claim.signed}" if claim.signed else f"on {question.day}"
    roles = NAME_OF_PAIR.get(question.pair, question.pair)
    return _no_help("mechanism-not-yet", f"{words}: {when}, {law} has no such instrument from {roles}")


def _elsewhere(question: Question, claim: Claim) -> bool:
    """Whether it is of another law: because it says so ("UK SCC", "UK BCR"), or as only that one has a row for it."""
    named = form(claim.instrument)
    if named and named.regime not in {"eu", question.regime}:
        return True
    names = (claim.instrument, f"{claim.instrument}_m{claim.module or 1}")
    return any(mechanism(name, regime) for name in names for regime in REGIMES)


def _no_help(code: str, text: str) -> Weighed:
    return Weighed(said=f"Claim {text}.", notes=(Note(code, text),))
