"""The checks of step 4, one function each: why an instrument, as claimed, does not carry the disclosure.

Each answers nothing where it finds no fault, a note with the reason where the instrument is of no help, and a doubt
where a fact that decides is not known.
"""

from collections.abc import Callable

from vendor_registry.law.procedure.steps import Weighed
from vendor_registry.law.question import NAME_OF_PAIR, Question
from vendor_registry.law.tables.lookup import as_old_as_its_law, clauses, mechanism, of_basis
from vendor_registry.law.tables.rows import Mechanism
from vendor_registry.model.findings.transfer import Doubt, Note
from vendor_registry.model.register.claim import Claim

EU_CLAUSES = "scc_2021_914"
MODULE_OF_PAIR = {"C2C": 1, "C2P": 2, "P2P": 3, "P2C": 4}


def _no_tool(question: Question, claim: Claim, row: Mechanism) -> Weighed | None:
    return (
        fails("not-a-mechanism", f"{row.name_en} is no transfer tool ({row.article})") if row.basis == "none" else None
    )


def _in_time(question: Question, claim: Claim, row: Mechanism) -> Weighed | None:
    day = question.day
    if row.valid_from and day < row.valid_from:
        if as_old_as_its_law(row):
            text = f"the tables have no row for it on {day}, only from {row.valid_from}; before that: {row.old_law}"
            return fails("no-row-for-day", text)
        return fails("mechanism-not-yet", f"on {day} it does not exist yet; it can be used from {row.valid_from}")
    last = row.unclear_until or row.valid_to
    if last is None or day <= last:
        return None
    return fails("mechanism-dead", f"it could be used until {row.valid_to}, and the day asked is {day}")


def _running(question: Question, claim: Claim, row: Mechanism) -> Weighed | None:
    if claim.signed and question.day < claim.signed:
        return fails("mechanism-not-yet", f"it was signed or approved only on {claim.signed}, after {question.day}")
    if claim.until and claim.until < question.day:
        return fails("mechanism-ended", f"it ended on {claim.until}, before {question.day}")
    return None


def _for_these_roles(question: Question, claim: Claim, row: Mechanism) -> Weighed | None:
    if not row.roles or question.pair in row.roles:
        return None
    made_for = " or ".join(NAME_OF_PAIR[pair] for pair in sorted(row.roles))
    right = _right_one(question, row)
    instead = f"; the right one is {right}" if right else f", for which there was nothing of the kind on {question.day}"
    return fails("wrong-module", f"it is for {made_for}, and here it goes from {NAME_OF_PAIR[question.pair]}{instead}")


def _signed_before_the_end(question: Question, claim: Claim, row: Mechanism) -> Weighed | None:
    """No new contracts after a day; older ones run on for a while with unchanged processing (2021/914 Art. 4(4))."""
    if row.new_contracts_until is None or question.day <= row.new_contracts_until:
        return None
    if claim.signed is None:
        return doubtful(
            f"it counts only if it was signed by {row.new_contracts_until}, and no day of signature is stated", row
        )
    if row.new_contracts_until < claim.signed:
        text = f"it was signed on {claim.signed}, and no new contracts could be made after {row.new_contracts_until}"
        return fails("signed-too-late", text)
    return None


def _clearly_in_force(question: Question, claim: Claim, row: Mechanism) -> Weighed | None:
    """SCC 2002/16 are not named in 2021/914 Art. 4(4): from 27 September 2021 to 27 December 2022 nothing is clear."""
    if row.valid_to is None or question.day <= row.valid_to:
        return None
    return doubtful(f"the law does not say clearly whether it still counts after {row.valid_to}", row, Doubt.LAW)


def _importer_outside_the_gdpr(question: Question, claim: Claim, row: Mechanism) -> Weighed | None:
    if question.regime != "eu" or not row.id.startswith(EU_CLAUSES) or question.importer_under_gdpr is False:
        return None
    known = "is" if question.importer_under_gdpr else "may be"
    return doubtful(
        f"the importer {known} itself under the GDPR by Art. 3(2); 2021/914 is for importers that are not (Art. 1(1), "
        "recital 7), and the set announced for the others is not adopted",
        row,
        Doubt.RECIPIENT,
    )


def _approved(question: Question, claim: Claim, row: Mechanism) -> Weighed | None:
    if not row.requires_approval or question.approvals_given:
        return None
    if not claim.reference:
        return doubtful("it needs an approval by name, and no reference of one is stated", row)
    approved = claim.signed or question.day
    if row.first_approval and approved < row.first_approval:
        return fails("mechanism-not-yet", f"nothing of its kind was approved before {row.first_approval}")
    return None


CHECKS: tuple[Callable[[Question, Claim, Mechanism], Weighed | None], ...] = (
    _no_tool,
    _in_time,
    _running,
    _for_these_roles,
    _signed_before_the_end,
    _clearly_in_force,
    _importer_outside_the_gdpr,
    _approved,
)


def _right_one(question: Question, row: Mechanism) -> str:
    """What can be signed for these roles on the day: the other rules of the same kind, a module of the same set."""
    rules = (one for one in of_basis(question.regime, row.basis) if row.basis == "bcr" and question.pair in one.roles)
    other = next(rules, None)
    if other:
        return other.name_en
    fitting = [one for one in clauses(question.regime) if can_be_signed(one, question)]
    kin = mechanism(f"{row.id[:-1]}{MODULE_OF_PAIR.get(question.pair)}", question.regime)
    return kin.name_en if kin in fitting and kin else next((one.name_en for one in fitting), "")


def can_be_signed(row: Mechanism, question: Question) -> bool:
    """Whether anybody can agree on these clauses for these roles on the day; those that stand by themselves."""
    open_to_all = not row.requires_approval and row.id != "uk_addendum"
    in_time = row.holds(question.day) and (row.new_contracts_until is None or question.day <= row.new_contracts_until)
    return open_to_all and in_time and (not row.roles or question.pair in row.roles)


def fails(code: str, reason: str) -> Weighed:
    return Weighed(said=f"{reason}.", notes=(Note(code, reason),))


def doubtful(reason: str, row: Mechanism, settles: Doubt = Doubt.AGREEMENT) -> Weighed:
    return Weighed(said=f"{reason}.", doubt=reason, settles=settles, citation=row.source)
