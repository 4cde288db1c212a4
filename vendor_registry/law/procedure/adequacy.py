"""Step 3: is there a decision that the importer's country, or this importer in it, protects data well enough?"""

from collections.abc import Iterator

from vendor_registry.law.procedure.area import under_old_law
from vendor_registry.law.procedure.steps import Ground, Weighed
from vendor_registry.law.procedure.without import stands
from vendor_registry.law.question import Certificate, Question
from vendor_registry.law.tables.lookup import article, condition, decisions, remarks
from vendor_registry.law.tables.rows import LATER_INVALID, Adequacy, Condition
from vendor_registry.model.findings.transfer import Doubt, Note, TransferVerdict

PIPEDA = "adequacy_pipeda"  # claims the decision on Canada and says that the importer is subject to that act


def by_adequacy(question: Question, without: frozenset[str]) -> tuple[Weighed, ...]:
    """What each decision on the country says on the day, the latest first; one step that says so where none does."""
    rows = decisions(question.regime, question.importer_country)
    weighed = tuple(step for row in rows for step in _weigh(question, row, without))
    if weighed:
        return weighed
    where = question.importer_country or "a country that is not stated"
    return (
        Weighed(said=f"Adequacy: no decision of regime {question.regime} on {where} is in force on {question.day}."),
    )


def reaches(regime: str, country: str, programme: str) -> bool:
    """Whether any decision on a country, whatever its days, asks for a certificate of this programme."""
    return any(condition(row.condition).programme == programme for row in decisions(regime, country))


def _weigh(question: Question, row: Adequacy, without: frozenset[str]) -> Iterator[Weighed]:
    needs = condition(row.condition)
    title = f"Adequacy: {row.title}{row.mark} on {row.country}"
    if needs.kind == "ignored":
        return
    if not stands(row, without):
        yield Weighed(said=f"{title} is taken away in this what-if.")
    elif row.holds(question.day):
        yield _KINDS[needs.kind](question, row, needs)
    elif needs.indicative and row.valid_from and question.day < row.valid_from:
        yield _before_the_list(question, row, title)
    elif row.valid_from and question.day < row.valid_from:
        yield Weighed(said=f"{title} is in force only from {row.valid_from}.")
    else:
        yield Weighed(said=f"{title} was in force until {row.valid_to}.")


def _before_the_list(question: Question, row: Adequacy, title: str) -> Weighed:
    if condition(row.condition).kind == "pipeda" and question.pipeda is False:
        return _out_of_reach(title, row, "which is not subject to PIPEDA")
    doubt = f"the indicative list of the FDPIC before {row.valid_from} is not in the tables"
    return Weighed(said=f"{title}: {doubt}.", doubt=doubt, settles=Doubt.LIST, citation=row.source)


def _in_full(question: Question, row: Adequacy, needs: Condition) -> Weighed:
    return Weighed(
        said=f"{_begins(row)}, {row.scope}: holds.", ground=_ground(question, row, needs), notes=_scope(row, needs)
    )


def _with_certificate(question: Question, row: Adequacy, needs: Condition) -> Weighed:
    held = [one for one in question.known_certificates if one.programme == needs.programme]
    said = f"{_begins(row)}; {needs.text}"
    certificate = next((one for one in held if one.holds(question.day)), None)
    if certificate:
        ground = _ground(question, row, needs, certificate)
        notes = (*_open_end(certificate), *_limited(ground))
        return Weighed(said=f"{said}: {_period(certificate)}, holds.", ground=ground, notes=notes)
    undated = any(one.holds(question.day) is None for one in held)
    unnamed = not held and question.certificates is None and _claimed(question, "adequacy")
    if undated or unnamed:
        doubt = f"{needs.text}; from which day it is, is not stated"
        said = f"{said}: not stated from which day."
        return Weighed(said=said, doubt=doubt, settles=Doubt.CERTIFICATE, citation=row.source)
    if held:
        periods = "; ".join(_period(one) for one in held)
        text = f"the certificate of the importer ({periods}) does not cover {question.day}"
        return Weighed(said=f"{said}: {text}.", notes=(Note("certificate-does-not-cover", text),))
    text = f"no certificate of the importer is stated; {needs.text}"
    claimed = _claimed(question, needs.programme) or _claimed(question, "adequacy")
    return Weighed(said=f"{said}: none is stated.", notes=(Note("certificate-missing", text),) if claimed else ())


def _with_pipeda(question: Question, row: Adequacy, needs: Condition) -> Weighed:
    said = f"{_begins(row)}; {needs.text}"
    subject = (_claimed(question, PIPEDA) or None) if question.pipeda is None else question.pipeda
    if subject is None:
        doubt = 'whether the importer is subject to PIPEDA is not stated; if it is, the claim is "adequacy (PIPEDA)"'
        return Weighed(said=f"{said}: not stated.", doubt=doubt, settles=Doubt.RECIPIENT, citation=row.source)
    if not subject:
        return _out_of_reach(said, row, "which is not subject to PIPEDA")
    return Weighed(said=f"{said}: it is, holds.", ground=_ground(question, row, needs), notes=_scope(row, needs))


def _within_scope(question: Question, row: Adequacy, needs: Condition) -> Weighed:
    said = f"{_begins(row)}; {needs.text}"
    if question.importer_public and needs.public_body == "no":
        return _out_of_reach(said, row, "which is a public body")
    if question.importer_public is None or question.importer_public:
        known = "is" if question.importer_public else "may be"
        doubt = f"whether the decision reaches this importer, which {known} a public body"
        said = f"{said}: not settled for public bodies."
        return Weighed(said=said, doubt=doubt, settles=Doubt.RECIPIENT, citation=row.source)
    note = Note("condition-assumed", f"{needs.text}; this is assumed of a private company ({row.scope})")
    return Weighed(
        said=f"{said}: assumed of a private company, holds.", ground=_ground(question, row, needs), notes=(note,)
    )


def _out_of_reach(said: str, row: Adequacy, why: str) -> Weighed:
    text = f"{row.title} does not reach this importer, {why}"
    return Weighed(said=f"{said}: {text}.", notes=(Note("out-of-reach", text),))


_KINDS = {"none": _in_full, "certificate": _with_certificate, "pipeda": _with_pipeda, "scope": _within_scope}


def _ground(question: Question, row: Adequacy, needs: Condition, certificate: Certificate | None = None) -> Ground:
    remarked = remarks(row.ground, row.regime, question.exporter_country, question.day)
    hindsight = any(remark.code == LATER_INVALID for remark in remarked)
    named = {needs.programme or "adequacy", "adequacy", PIPEDA if needs.kind == "pipeda" else ""}
    claim = next((claim for claim in question.claims if claim.instrument in named), None)
    weak = needs.indicative or (certificate and claim and claim.scope)
    return Ground(
        verdict=TransferVerdict.COVERED_WITH_WARNING if weak else TransferVerdict.COVERED,
        basis="adequacy",
        row=row.ground,
        citation=_citation(question, row),
        until=None if hindsight else row.valid_to,
        claim=claim,
        programme=needs.programme,
        certificate_until=certificate.valid_to if certificate else None,
        unverified=row.unverified,
    )


def _citation(question: Question, row: Adequacy) -> str:
    """The decision, and the provision that gave it force on the day: before the GDPR that of the Directive."""
    old = article("eu", "DPD", "adequacy", question.day) if question.regime == "eu" else None
    if old is None or not under_old_law(question):
        return row.source
    return f"{row.source.partition('; ')[0]}; {old.text}"


def _scope(row: Adequacy, needs: Condition) -> tuple[Note, ...]:
    if needs.indicative:
        return (Note("indicative-list", "the list of the FDPIC was only indicative; the exporter stayed responsible"),)
    plain = row.scope == "full" or row.scope.startswith("full (EEA") or needs.kind != "none"
    return () if plain else (Note("scope", f"the decision covers: {row.scope}"),)


def _open_end(certificate: Certificate) -> tuple[Note, ...]:
    if certificate.valid_to is not None:
        return ()
    return (
        Note("condition-assumed", "no last day of the certificate is stated; it is assumed to be renewed every year"),
    )


_LIMITED = {
    "hr": "data of the exporter's own staff, in the context of employment",
    "non_hr": "other data than that of the exporter's own staff, in the context of employment",
}


def _limited(ground: Ground) -> tuple[Note, ...]:
    """A certificate names the data it covers, and what else goes is not carried by it (2023/1795, Annex I, III.9)."""
    if ground.claim is None or not ground.claim.scope:
        return ()
    text = f'"{ground.claim.written}" is said to cover only {_LIMITED[ground.claim.scope]}; anything else needs more'
    return (Note("certificate-limited", text),)


def _claimed(question: Question, instrument: str) -> bool:
    return any(claim.instrument == instrument for claim in question.claims)


def _begins(row: Adequacy) -> str:
    return f"Adequacy: {row.title}{row.mark} on {row.country}, in force since {row.valid_from}"


def _period(certificate: Certificate) -> str:
    start = certificate.valid_from or "a day that is not stated"
    return f"certified from {start}" + (f" to {certificate.valid_to}" if certificate.valid_to else "")
