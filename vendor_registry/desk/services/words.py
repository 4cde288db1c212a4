"""What may stand in the cells of a form: the words that the policy has, and the keys that findings name."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from vendor_registry.documents.parts.phrases import languages
from vendor_registry.intake.customers import NONE
from vendor_registry.model.findings.report import Report
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.engagement import DeIdentified, Role
from vendor_registry.rules.catalogue import RULES
from vendor_registry.rules.judge import rules_of

_MOST = 200  # of what is offered; who looks for more writes it


class Words(NamedTuple):
    """The words for one column."""

    words: tuple[str, ...] = ()
    several: bool = False  # whether more than one may stand there, with ; between


def words_of(sheet: str, policy: Policy | None, report: Report | None) -> Mapping[str, Words]:
    """By column of the register, of `customers` or of `waivers`; nothing while the policy cannot be understood."""
    if policy is None:
        return {}
    if sheet == "customers":
        return _customers(policy)
    return _waivers(policy, report) if sheet == "waivers" else _register(policy)


def _register(policy: Policy) -> Mapping[str, Words]:
    return {
        "service": _one(policy.services),
        "products": _some((*policy.products, ALL)),
        "zone": _one((*policy.zones, ALL)),
        "role": _one(Role),
        "affiliate": _one(("yes", "no")),
        "de_identified": _one(filter(None, DeIdentified)),
        "condition": _some(policy.conditions),
        "data_subjects": _some(policy.data_subjects),
        "data": _some(policy.data),
    }


def _customers(policy: Policy) -> Mapping[str, Words]:
    rules = (*(rule.id for rule in RULES if rule.standing), *(spec.id for spec in policy.rules))
    return {
        "products": _some((*policy.products, ALL)),
        "zone": _one((*policy.zones, ALL)),
        "conditions": _some((*policy.conditions, NONE)),
        "language": _one(dict.fromkeys((*policy.languages, *languages()))),
        "days": _one(("calendar", "business")),
        "commitments": _some((*(f"zone {key} only" for key in policy.zones), *sorted(rules))),
    }


def _waivers(policy: Policy, report: Report | None) -> Mapping[str, Words]:
    """The rules that can be waived, those with findings first; who hands over and receives where there is a finding."""
    rules = sorted({spec.id for _, spec in rules_of(policy)})
    outcomes = [one for one in report.outcomes if one.rule in rules] if report else []
    found = [finding for one in outcomes for finding in one.findings]
    broken = sorted(one.rule for one in outcomes if one.findings)
    return {
        "rule": _one(dict.fromkeys((*broken, *rules))),
        "from": _one(sorted({one.source for one in found if one.source})),
        "to": _one(sorted({one.sink for one in found if one.sink})),
        "data": _some(policy.data),
    }


def _one(words: Iterable[str]) -> Words:
    return Words(tuple(map(str, words))[:_MOST])


def _some(words: Iterable[str]) -> Words:
    return Words(tuple(words)[:_MOST], several=True)
