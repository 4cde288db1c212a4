"""Step 4 for one row: does this instrument, as claimed, carry the disclosure on the day (GDPR Art. 46, 47, 49)?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from vendor_registry.law.checks import CHECKS, EU_CLAUSES, fails
from vendor_registry.law.lookup import clauses
from vendor_registry.law.question import Question
from vendor_registry.law.rows import Mechanism
from vendor_registry.law.weighing import Ground, Weighed
from vendor_registry.law.without import stands
from vendor_registry.model.claim import Claim
from vendor_registry.model.transfer import Note, TransferVerdict


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
    return Weighed(said=f"{title}: holds.", ground=ground, notes=tuple(_reservations(question, row, ground)))


def _titled(step: Weighed, words: str) -> Weighed:
    notes = tuple(Note(note.code, f"{words}: {note.text}") for note in step.notes)
    doubt = f"{words}: {step.doubt}" if step.doubt else ""
    return replace(step, said=f"Claim {words}: {step.said}", notes=notes, doubt=doubt)


def _beneath_the_addendum(question: Question, row: Mechanism, without: frozenset[str]) -> Weighed | None:
    """The UK Addendum adds to the EU SCC; alone, or on the wrong module, it carries nothing."""
    if row.id != "uk_addendum":
        return None
    right = next((one for one in clauses("eu") if one.id.startswith(EU_CLAUSES) and question.pair in one.roles), None)
    beneath = [one for one in question.claims if one.instrument in {"scc", EU_CLAUSES} and _alive(one, question.day)]
    modules = {one.module for one in beneath}
    if right is None or not stands(right, without):
        return fails("wrong-module", "the EU SCC it would be added to are not there for these roles")
    if not beneath:
        return fails("addendum-alone", "it is added to the EU SCC 2021/914, and none are claimed beside it")
    if None not in modules and int(right.id[-1]) not in modules:
        return fails("wrong-module", f"the EU SCC beneath it are of the wrong module; the right one is {right.name_en}")
    return None


def _alive(claim: Claim, day: date) -> bool:
    return (claim.signed is None or claim.signed <= day) and (claim.until is None or day <= claim.until)


def _ground(question: Question, claim: Claim, row: Mechanism) -> Ground:
    grandfathered = row.new_contracts_until is not None and row.new_contracts_until < question.day
    weak = row.basis == "derogation" or grandfathered
    ends = [day for day in (row.valid_to, claim.until) if day]
    return Ground(
        verdict=TransferVerdict.COVERED_WITH_WARNING if weak else TransferVerdict.COVERED,
        basis=row.basis,
        row=row.ground,
        citation=row.source if row.article in row.source else f"{row.source}; {row.article}",
        until=min(ends, default=None),
        claim=claim,
        requires_tia=row.requires_tia,
        unverified=row.unverified,
    )


def _reservations(question: Question, row: Mechanism, ground: Ground) -> Iterator[Note]:
    if row.basis == "derogation":
        yield Note("derogation", f"an exception, read narrowly and never for systematic use ({row.article})")
    elif ground.verdict is TransferVerdict.COVERED_WITH_WARNING:
        text = f"{row.name_en}: an old contract that counts until {row.valid_to} only while the processing is unchanged"
        yield Note("grandfathered", text)
    if row.basis == "bcr":
        yield Note(
            "condition-assumed", "only within one group, and approved by the competent authority: both are assumed"
        )
