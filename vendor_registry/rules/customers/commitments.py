"""What single customers were promised beside the policy is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.case.promises import objected
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.place import UNKNOWN_ACCESS, Region
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.rules.rule import Rule

_NAMED = 3  # customers that a sentence names

_Gone = Mapping[str, frozenset[str]]  # by customer the engagements that it objected to, while that holds


@dataclass(frozen=True, slots=True)
class Judged:
    """What the other rules say; a waiver is our decision and binds no customer, so what it sets aside counts."""

    outcomes: tuple[Outcome, ...] = ()


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each row that breaks a promised zone, and for each promised rule that is not kept."""
    judged = spec.parameters if isinstance(spec.parameters, Judged) else Judged()
    findings = (*_zones(case), *_rules(case, judged.outcomes))
    promised = sum(len(customer.commitments) for customer in case.customers)
    return RULE.outcome(
        spec, findings, f"{counted(len(case.customers), 'customer')}, {counted(promised, 'commitment')}"
    )


def _promised(customers: Iterable[Customer], kind: str) -> dict[str, list[Customer]]:
    """Who was promised the same, by the zone or the rule it names."""
    found: dict[str, list[Customer]] = {}
    for customer in customers:
        for word in sorted({getattr(one, kind) for one in customer.commitments} - {""}):
            found.setdefault(word, []).append(customer)
    return found


def _zones(case: Case) -> Iterator[Finding]:
    gone = _gone(case)
    for zone, customers in sorted(_promised(case.customers, "zone").items()):
        for row in case.running:
            if not (theirs := [customer for customer in customers if _has(customer, row, gone)]):
                continue
            if row.region.unknown:
                yield _outside(row, "region", zone, theirs, ())
            for column, places in (("region", row.region), ("access_from", row.access_from)):
                if column == "access_from" and places == UNKNOWN_ACCESS:
                    yield _outside(row, column, zone, theirs, ())
                elif outside := _outside_codes(case, places, zone):
                    yield _outside(row, column, zone, theirs, outside)


def _gone(case: Case) -> _Gone:
    if not case.objections:
        return {}
    return {customer.key: objected(case, customer) for customer in case.customers}


def _has(customer: Customer, row: Engagement, gone: _Gone) -> bool:
    """Whether a row is for a customer, which has not objected to it."""
    return customer.has(row) and row.key not in gone.get(customer.key, ())


def _outside_codes(case: Case, places: Region, zone: str) -> tuple[str, ...]:
    inside = case.places.countries(zone)
    return tuple(code for code in places.codes if not case.places.countries(code) <= inside)


def _outside(row: Engagement, column: str, zone: str, customers: list[Customer], codes: tuple[str, ...]) -> Finding:
    """A row that works outside the zone; without codes, one of which nobody can say where it works."""
    cell, who, party = row.cell(column), _named(customers), f"{row.vendor} ({row.key})"
    does = f"processes in {listed(codes)}" if column == "region" else f"may reach in from {listed(codes)}"
    blank = (
        f"where {party} processes is blank" if column == "region" else f"from where {party} may reach in is not known"
    )
    fact = f"{party} {does}" if codes else blank
    mend = (
        f"Keep {row.vendor} out of what {_them(customers)} gets, by products, zone or condition, or agree otherwise."
        if codes
        else f"Fill in {cell}."
    )
    return Finding(
        rule=RULE.id,
        verdict=Verdict.BROKEN if codes else Verdict.GAP,
        cell=cell,
        message=f'{who} {_was(customers)} promised "zone {zone} only", and {fact}.',
        mend=mend,
        law=RULE.law,
        sink=row.key,
        related=tuple(customer.cell("commitments") for customer in customers[:_NAMED]),
        shared=Shared(f'{who} {_was(customers)} promised "zone {zone} only".', mend, fact),
        settled_by=((cell,),),
    )


def _rules(case: Case, outcomes: Iterable[Outcome]) -> Iterator[Finding]:
    gone = _gone(case)
    by_rule = {outcome.rule: outcome for outcome in outcomes}
    for rule, customers in sorted(_promised(case.customers, "rule").items()):
        open_ones = [one for one in by_rule[rule].findings if one.verdict is not Verdict.WARNING]
        concerned = {customer.key: customer for one in open_ones for customer in _concerned(case, one, customers, gone)}
        theirs = [concerned[key] for key in sorted(concerned)]
        if theirs:
            yield _not_kept(rule, theirs, open_ones)


def _concerned(case: Case, finding: Finding, customers: Iterable[Customer], gone: _Gone) -> Iterator[Customer]:
    """Whose data a finding is about: those who have a row on its way; all, where no row is."""
    keys = (finding.sink, *(hop.flow.target for hop in finding.witness))
    rows = [case.registry.by_key[key] for key in dict.fromkeys(keys) if key in case.registry.by_key]
    return (customer for customer in customers if not rows or any(_has(customer, row, gone) for row in rows))


def _not_kept(rule: str, customers: list[Customer], findings: list[Finding]) -> Finding:
    worst = min((one.verdict for one in findings), key=lambda verdict: verdict.rank)
    not_kept = "is not kept" if worst is Verdict.BROKEN else "cannot be shown to be kept"
    return Finding(
        rule=RULE.id,
        verdict=worst,
        cell=customers[0].cell("commitments"),
        message=(
            f"{_named(customers)} {_was(customers)} promised that {rule} is kept, and it {not_kept}: "
            f"{counted(len(findings), 'finding')}, the first at {findings[0].cell}."
        ),
        mend=f"Settle what {rule} finds; a waiver of ours binds no customer.",
        law=RULE.law,
        sink=rule,
        related=tuple(dict.fromkeys(one.cell for one in findings))[:_NAMED],
        settled_by=tuple(way for one in findings for way in one.settled_by) if len(findings) == 1 else (),
    )


def _named(customers: list[Customer]) -> str:
    names = [customer.name for customer in customers[:_NAMED]]
    more = len(customers) - len(names)
    return listed([*names, *([f"{more} more"] if more else [])])


def _was(customers: list[Customer]) -> str:
    return "was" if len(customers) == 1 else "were"


def _them(customers: list[Customer]) -> str:
    return customers[0].name if len(customers) == 1 else "these customers"


RULE = Rule(
    id="commitments",
    title="What single customers were promised is kept",
    law=("GDPR Art. 28(3)(a)", "SCC 2021/914 Clause 8.1"),
    check=check,
)
