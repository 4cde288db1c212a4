"""Data of one zone does not get into another, over any number of hands."""

from collections.abc import Iterator
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.case.places import Lies
from vendor_registry.flows.proofs.find import prove
from vendor_registry.model.findings.finding import Finding, Outcome
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.crossing_sentences import mend, message, place_cell, related, settled_by, shared
from vendor_registry.rules.shared.crossings import Crossing, Direction, crossings, sources
from vendor_registry.rules.shared.near_misses import nearest
from vendor_registry.rules.shared.policy_rules import looks_at_nothing, parameters, verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Isolation:
    """Two zones or more that are kept apart both ways, or one way only."""

    data: tuple[str, ...] = ()  # categories, with all that lies under them; none named: all personal data
    between: tuple[str, ...] = ()  # data regions or jurisdictions
    from_: str = ""  # or: data at home here ...
    to: str = ""  # ... must not get here

    def directions(self) -> tuple[Direction, ...]:
        zones = [zone.removeprefix("zone:") for zone in self.between]
        both = [Direction(home, away) for home in zones for away in zones if home != away]
        one_way = Direction(self.from_.removeprefix("zone:"), self.to.removeprefix("zone:"))
        return (*both, *([one_way] if one_way.home and one_way.to else []))

    def categories(self, known: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key.removeprefix("data:") for key in self.data) or known


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each home, node and shortest chain (docs/decisions/0005-labels.md)."""
    wanted = parameters(spec, Isolation)
    directions, data = wanted.directions(), wanted.categories(case.reach.network.categories.keys)
    found = crossings(case, directions, data)
    findings = [*_empty(case, spec, directions, data), *(one for c in found for one in _findings(case, spec, c, data))]
    examined = "; ".join(_examined(case, direction, data, found) for direction in directions)
    return RULE.outcome(spec, findings, examined, "" if findings else nearest(case, directions, data))


def _findings(case: Case, spec: RuleSpec, crossing: Crossing, data: tuple[str, ...]) -> Iterator[Finding]:
    doubtful = not crossing.sure
    for proof in prove(case.reach, crossing.sink.key, data, (crossing.home,), doubtful=doubtful, more=case.paths):
        told = mend(case, crossing, proof)
        yield Finding(
            rule=spec.id,
            verdict=verdict(spec, sure=crossing.sure and proof.sure),
            cell=place_cell(crossing),
            message=message(case, crossing, proof),
            mend=told,
            law=RULE.law,
            data=proof.data,
            source=proof.source,
            sink=proof.sink,
            home=crossing.home,
            witness=proof.witness,
            more_witnesses=proof.more,
            routes=proof.routes,
            on_every_route=proof.on_every_route,
            cut=proof.cut,
            related=related(case, crossing, proof),
            shared=shared(crossing, proof, told),
            settled_by=settled_by(case, crossing, proof),
        )


def _examined(case: Case, direction: Direction, data: tuple[str, ...], found: list[Crossing]) -> str:
    start = len(sources(case, direction, data))
    ends = len(case.places.residents(direction.to).positions)
    reached = sum(crossing.direction == direction for crossing in found)
    parties = f"{counted(start, 'sender')}, {counted(ends, 'recipient')}"
    return f"{direction.home} to {direction.to}: {parties}, {reached} reached"


def _empty(case: Case, spec: RuleSpec, directions: tuple[Direction, ...], data: tuple[str, ...]) -> Iterator[Finding]:
    """A rule that looks at nothing is kept by nobody: each word of it that matches nothing is told."""
    network = case.reach.network
    unknown = [key for key in data if not network.categories.under((key,))]
    zones = dict.fromkeys(zone for direction in directions for zone in (direction.home, direction.to))
    nowhere = [zone for zone in zones if not case.places.residents(zone).positions and not _is_home(case, zone)]
    for what, words in (("no category of the taxonomy is", unknown), ("no system or vendor lies in", nowhere)):
        for word in words:
            yield looks_at_nothing(spec, f"{what} {word}.")
    if not directions:
        yield looks_at_nothing(spec, 'it names no two zones: write between = ["eu", "us"], or from and to.')
    elif not unknown and not nowhere and not any(sources(case, direction, data) for direction in directions):
        homes = ", ".join(dict.fromkeys(direction.home for direction in directions))
        yield looks_at_nothing(spec, f"no system of {homes} hands on {', '.join(data)}.")


def _is_home(case: Case, zone: str) -> bool:
    return any(case.places.at_home(home, zone) is Lies.SURELY for home in case.reach.network.homes)


RULE = Rule(
    id="isolation",
    title="Data of one zone does not get into another",
    law=("GDPR Art. 28(3)(a)", "GDPR Art. 32(1)(b)", "GDPR Art. 44"),
    check=check,
    parameters=Isolation,
)
