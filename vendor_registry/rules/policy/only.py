"""These categories reach only these third parties, over any number of hands: a closed list."""

from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.case.selectors import Selector
from vendor_registry.model.findings.finding import Outcome
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.arrivals import Arrivals
from vendor_registry.rules.shared.policy_rules import categories, chosen, parameters, unknown_data


@dataclass(frozen=True, kw_only=True, slots=True)
class Only:
    """Who alone may get what. Systems of our own are not asked: they are not third parties."""

    to: Selector  # the third parties that may
    data: tuple[str, ...] = ()  # categories, with all that lies under them; none named: all personal data


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each third party off the list and shortest chain; where a blank decides, a gap."""
    wanted = parameters(spec, Only)
    allowed = chosen(case, spec, "to", wanted.to)
    if allowed.findings and (allowed.misspelt or not case.running):
        return RULE.outcome(spec, allowed.findings, "nothing")  # otherwise the list is empty: nobody may have it
    others = {engagement.key for engagement in case.running} - set(allowed.all)
    arrivals = Arrivals(
        case=case,
        spec=spec,
        reach=case.reach,
        data=categories(case, wanted.data),
        law=RULE.law,
        because="whom the list of those who may have it does not name",
        otherwise="have the recipient approved and name it in the rule",
    )
    findings = (
        *unknown_data(case, spec, arrivals.data),
        *arrivals.findings(others, sure=True),
        *arrivals.findings(allowed.maybe, sure=False),
    )
    may, may_not = f"{len(allowed.sure)} may", counted(len(others), "other third party", "others")
    examined = f"{', '.join(wanted.data) or 'all data'}: {may}, {may_not}, {arrivals.reached(others)} reached"
    return RULE.outcome(spec, findings, examined, arrivals.nearest(others))


RULE = Rule(
    id="only",
    title="These categories reach only these third parties",
    law=("GDPR Art. 5(1)(b) and (c)", "GDPR Art. 25(2)", "GDPR Art. 28(2)"),
    check=check,
    parameters=Only,
)
