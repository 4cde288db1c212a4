"""Which rows of law a claim may mean, where its words do not name one: "SCC", "BCR", "SCC 2021/914" without module.

Which set of clauses it can be follows from the day of signature, or from the day asked where that is not stated;
the module follows from the two roles. Whatever was assumed is said.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vendor_registry.law.procedure.checks import EU_CLAUSES, MODULE_OF_PAIR
from vendor_registry.law.question import NAME_OF_PAIR, Question
from vendor_registry.law.tables.forms import form
from vendor_registry.law.tables.lookup import clauses, mechanism
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import Mechanism
from vendor_registry.model.findings.transfer import Note
from vendor_registry.model.register.claim import Claim

SWISS_CLAUSES = "ch_scc_2021_914"
BINDING_RULES = {"bcr", "bcr_c", "bcr_p"}


class Meaning(NamedTuple):
    """The rows a claim may mean, and what was assumed to get there."""

    rows: tuple[Mechanism, ...] = ()
    foreign: tuple[Mechanism, ...] = ()  # rows of the EU it may mean, which as they are carry nothing under this regime
    assumed: tuple[Note, ...] = ()
    lenient: bool = False  # one row that holds is enough: the claim is taken to mean what can hold on the day


def meaning(question: Question, claim: Claim) -> Meaning:
    """The rows that a claim may mean under the regime of a question; none: the regime knows nothing of the kind."""
    named = form(claim.instrument)
    if named and named.instrument in BINDING_RULES:
        mine = question.regime if named.regime == "eu" else named.regime  # "BCR" are those of the law that asks
        return _rules(question, named.instrument) if mine == question.regime else Meaning()
    if claim.instrument in {"scc", "uk_scc"}:
        return _unnamed_set(question, claim)
    if claim.instrument in {EU_CLAUSES, SWISS_CLAUSES}:
        return _named_set(question, claim)
    if claim.instrument == "art49":
        return Meaning(rows=_family("art49_", question))
    row = mechanism(claim.instrument, question.regime)
    return Meaning(rows=(row,), assumed=_module_beneath(question, row)) if row else Meaning()


def _rules(question: Question, instrument: str) -> Meaning:
    """Binding corporate rules under the law of the question; which kind, where the claim does not say it."""
    row = mechanism(instrument, question.regime)
    if row:
        return Meaning(rows=(row,))
    rows = _family("bcr_", question)
    fitting = [row for row in rows if not row.roles or question.pair in row.roles]
    note = Note("set-assumed", f"which kind of binding corporate rules is not stated; the roles want {_or(fitting)}")
    return Meaning(rows=rows, assumed=(note,) if len(fitting) < len(rows) else (), lenient=True)


def _module_beneath(question: Question, row: Mechanism) -> tuple[Note, ...]:
    """The UK Addendum is added to EU SCC; where their module is not stated, it is taken to be the right one."""
    stated = {one.module for one in question.claims if one.instrument in {"scc", EU_CLAUSES}}
    right = mechanism(f"{EU_CLAUSES}_m{MODULE_OF_PAIR.get(question.pair)}", "eu")
    if row.id != "uk_addendum" or right is None or None not in stated or int(right.id[-1]) in stated:
        return ()
    return (_assumed_module(question, right),)


def _family(prefix: str, question: Question) -> tuple[Mechanism, ...]:
    return tuple(row for row in tables().mechanisms if row.regime == question.regime and row.id.startswith(prefix))


def _named_set(question: Question, claim: Claim) -> Meaning:
    """SCC 2021/914, plain or with the Swiss adaptations; the module as stated, else as the roles want it."""
    module = claim.module or _module_beside(question, claim)
    row = mechanism(f"{claim.instrument}_m{module or MODULE_OF_PAIR.get(question.pair)}", question.regime)
    assumed = () if module or row is None else (_assumed_module(question, row),)
    return Meaning(rows=(row,) if row else (), assumed=assumed)


def _module_beside(question: Question, claim: Claim) -> int | None:
    """Swiss adaptations are made to the EU SCC claimed beside them: their module is the module."""
    if claim.instrument != SWISS_CLAUSES:
        return None
    modules = [one.module for one in question.claims if one.instrument in {"scc", EU_CLAUSES} and one.module]
    right = MODULE_OF_PAIR.get(question.pair)
    return right if right in modules else next(iter(modules), None)


def _unnamed_set(question: Question, claim: Claim) -> Meaning:
    rows = tuple(row for row in clauses(question.regime) if _may_be(row, question, claim))
    foreign: tuple[Mechanism, ...] = ()
    if question.regime != "eu" and claim.instrument == "scc":
        ours = (row for row in clauses("eu") if row.id.startswith(EU_CLAUSES))
        foreign = tuple(row for row in ours if _may_be(row, question, claim))
    undated = claim.signed is None and not claim.module
    assumed = [_assumed_module(question, row) for row in rows if row.requires_module and not claim.module][:1]
    if len(rows) > 1 or (rows and undated):
        assumed.append(_assumed_set(question, claim, rows))
    return Meaning(rows=rows, foreign=foreign, assumed=tuple(assumed), lenient=undated and not foreign)


def _may_be(row: Mechanism, question: Question, claim: Claim) -> bool:
    """Whether the words, the day of signature and the roles leave room for this row."""
    if claim.module:
        return row.id.endswith(f"{EU_CLAUSES}_m{claim.module}")
    british = claim.instrument == "uk_scc"
    if row.requires_approval or row.id == "uk_addendum" or (british and question.regime != "uk"):
        return False
    if row.id == "uk_idta" and not british:
        return False
    if row.roles and question.pair not in row.roles:
        return False
    if claim.signed is None and row.holds(question.day):
        return True  # an old contract may still run
    return _open_for_signature(row, claim.signed or question.day)


def _open_for_signature(row: Mechanism, day: date) -> bool:
    last = row.new_contracts_until or row.valid_to
    return (row.valid_from is None or row.valid_from <= day) and (last is None or day <= last)


def _assumed_module(question: Question, row: Mechanism) -> Note:
    roles = NAME_OF_PAIR.get(question.pair, question.pair)
    module = row.name_en.partition(", ")[2].partition(":")[0]
    return Note("module-assumed", f"the module is not stated; from {roles} it is {module}")


def _assumed_set(question: Question, claim: Claim, rows: tuple[Mechanism, ...]) -> Note:
    names = " or ".join(dict.fromkeys(row.name_en.partition(", Module")[0] for row in rows)) or "none"
    missing = "which set of clauses is meant is not stated" + ("" if claim.signed else ", nor the day of signature")
    when = f"signed on {claim.signed}" if claim.signed else f"on {question.day}"
    return Note("set-assumed", f"{missing}; {when} it is taken to be {names}")


def _or(rows: Iterable[Mechanism]) -> str:
    return " or ".join(row.name_en for row in rows) or "none"
