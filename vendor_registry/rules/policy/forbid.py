"""These recipients never get these categories, over any number of hands."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vendor_registry.case.case import Case
from vendor_registry.case.selectors import Selector
from vendor_registry.model.findings.finding import Finding, Outcome
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.arrivals import Arrivals
from vendor_registry.rules.shared.policy_rules import (
    EVERYONE,
    Chosen,
    categories,
    chosen,
    parameters,
    unknown_data,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Forbid:
    """Who must not get what."""

    to: Selector  # recipients: third parties, and systems of our own that others hand data to
    data: tuple[str, ...] = ()  # categories, with all that lies under them; none named: all personal data
    from_: Selector | None = None  # where the data starts; left out: anywhere


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each forbidden recipient and shortest chain."""
    wanted = parameters(spec, Forbid)
    sinks = chosen(case, spec, "to", wanted.to, EVERYONE)
    arrivals = Arrivals(
        case=case,
        spec=spec,
        reach=case.reach,
        data=categories(case, wanted.data),
        law=RULE.law,
        because="who must not get it",
        otherwise="end the engagement",
    )
    if wanted.from_:
        sources = chosen(case, spec, "from", wanted.from_, EVERYONE)
        findings = [*sources.findings, *_from(arrivals, sources, sinks)]
        arrivals = replace(arrivals, reach=case.reach.starting_at(sources.all))
    else:
        findings = [*_arriving(arrivals, sinks)]
    recipients = counted(len(sinks.all), "recipient")
    examined = f"{', '.join(wanted.data) or 'all data'}: {recipients}, {arrivals.reached(sinks.all)} reached"
    unknown = unknown_data(case, spec, arrivals.data)
    return RULE.outcome(spec, [*unknown, *sinks.findings, *findings], examined, arrivals.nearest(sinks.all))


def _arriving(arrivals: Arrivals, sinks: Chosen) -> Iterator[Finding]:
    yield from arrivals.findings(sinks.sure, sure=True)
    yield from arrivals.findings(sinks.maybe, sure=False)


def _from(arrivals: Arrivals, sources: Chosen, sinks: Chosen) -> Iterator[Finding]:
    """What comes from the sources that are surely meant; then what only comes from those a blank decides."""
    reach = arrivals.reach
    proved = [*_arriving(replace(arrivals, reach=reach.starting_at(sources.sure)), sinks)]
    told = {finding.sink for finding in proved}
    perhaps = replace(arrivals, reach=reach.starting_at(sources.maybe))
    yield from proved
    yield from perhaps.findings(set(sinks.all) - told, sure=False)


RULE = Rule(
    id="forbid",
    title="These recipients never get these categories",
    law=("GDPR Art. 5(1)(c)", "GDPR Art. 25(2)", "GDPR Art. 28(3)(a)"),
    check=check,
    parameters=Forbid,
)
