"""Step 4 for one row: does this instrument, as claimed, carry the disclosure on the day (GDPR Art. 46, 47, 49)?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from vendor_registry.law.procedure.area import general_rule, under_old_law
from vendor_registry.law.procedure.checks import CHECKS, EU_CLAUSES, fails
from vendor_registry.law.procedure.steps import Ground, Weighed
from vendor_registry.law.procedure.without import stands
from vendor_registry.law.question import Question
from vendor_registry.law.tables.lookup import clauses, first_day
from vendor_registry.law.tables.rows import Mechanism
from vendor_registry.model.findings.transfer import Note, TransferVerdict
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.period import within

_APPROVED_BY = {
    "eu": "the competent authority",
    "uk": "the Information Commissioner",
    "ch": "the FDPIC or an authority of a country with adequate protection",
}


def weigh(question: Question, claim: Claim, row: Mechanism, without: frozenset[str]) -> Weighed:
    """The first check that fails says why; where none does, the row is a ground."""
    words = f'"{claim.written}" as {row.name_en}{row.mark}'
    title = f"Claim {words}"
    if not stands(row, without):
        return Weighed(said=f"{title}: taken away in this what-if.")
    for check in CHECKS:
        failed = check(question, claim, row)
        if failed:
            return _titled(failed, words)
    beneath = _beneath_the_addendum(question, row, without)
    if beneath:
        return _titled(beneath, words)
    ground = _ground(question, claim, row)
    return Weighed(said=f"{title}: holds.", ground=ground, notes=tuple(_reservations(question, claim, row, ground)))


def _titled(step: Weighed, words: str) -> Weighed:
    notes = tuple(Note(note.code, f"{words}: {note.text}") for note in step.notes)
    doubt = f"{words}: {step.doubt}" if step.doubt else ""
    return replace(step, said=f"Claim {words}: {step.said}", notes=notes, doubt=doubt)


def _beneath_the_addendum(question: Question, row: Mechanism, without: frozenset[str]) -> Weighed | None:
    """The UK Addendum adds to the EU SCC; alone, or on the wrong module, it carries nothing."""
    if row.id != "uk_addendum":
        return None
    right = next((one for one in clauses("eu") if one.id.startswith(EU_CLAUSES) and question.pair in one.roles), None)
    claimed = [one for one in question.claims if one.instrument in {"scc", EU_CLAUSES}]
    beneath = [one for one in claimed if _alive(one, question.day)]
    modules = {one.module for one in beneath}
    if right is None or not stands(right, without):
        return fails("wrong-module", "the EU SCC it would be added to are not there for these roles")
    if claimed and not beneath:
        words = ", ".join(f'"{one.written}"' for one in claimed)
        return fails("addendum-alone", f"the EU SCC beneath it, {words}, {_when(claimed[0])} and not on {question.day}")
    if not beneath:
        return fails("addendum-alone", "it is added to the EU SCC 2021/914, and none are claimed beside it")
    if None not in modules and int(right.id[-1]) not in modules:
        return fails("wrong-module", f"the EU SCC beneath it are of the wrong module; the right one is {right.name_en}")
    return None


def _alive(claim: Claim, day: date) -> bool:
    return within(day, claim.signed, claim.until)


def _when(claim: Claim) -> str:
    since = f"count from {claim.signed}" if claim.signed else "count"
    return since + (f" until {claim.until}" if claim.until else "")


def _ground(question: Question, claim: Claim, row: Mechanism) -> Ground:
    grandfathered = row.new_contracts_until is not None and row.new_contracts_until < question.day
    weak = row.basis == "derogation" or grandfathered
    ends = [day for day in (row.valid_to, claim.until) if day]
    return Ground(
        verdict=TransferVerdict.COVERED_WITH_WARNING if weak else TransferVerdict.COVERED,
        basis=row.basis,
        row=row.ground,
        citation=_citation(question, row),
        until=min(ends, default=None),
        claim=claim,
        requires_tia=row.requires_tia,
        unverified=row.unverified,
        premature=_premature(question, row),
    )


def _premature(question: Question, row: Mechanism) -> bool:
    return row.first_approval is not None and question.day < row.first_approval


def _citation(question: Question, row: Mechanism) -> str:
    """The act and its provision; for an exporter still under the law before, the provision of that law."""
    act = row.article if _premature(question, row) else row.source
    if not under_old_law(question):
        return _together(act, row.article)
    if row.old_law and row.article in act:  # the act is the later law itself
        return row.old_law
    return _together(act, row.old_law or general_rule(question))


def _together(act: str, provision: str) -> str:
    return act if provision in act else f"{act}; {provision}"


def _reservations(question: Question, claim: Claim, row: Mechanism, ground: Ground) -> Iterator[Note]:
    begun = first_day(row.id)
    if claim.signed and begun and claim.signed < begun:
        text = f'"{claim.written}" is dated {claim.signed}, and {row.name_en} can be used only from {begun}'
        yield Note("signed-before-existing", f"{text}: that day cannot be right, or something else was signed")
    if row.public_only and not question.importer_public:
        yield Note(
            "public-bodies-only", f"{row.name_en}: only between public bodies; that the importer is one is not stated"
        )
    if row.basis == "derogation":
        yield Note("derogation", f"an exception, read narrowly and never for systematic use ({ground.citation})")
    elif ground.verdict is TransferVerdict.COVERED_WITH_WARNING:
        text = f"{row.name_en}: an old contract that counts until {row.valid_to} only while the processing is unchanged"
        yield Note("grandfathered", text)
    if row.basis == "bcr":
        by = _APPROVED_BY[question.regime]
        yield Note("condition-assumed", f"only within one group, and approved by {by}: both are assumed")
