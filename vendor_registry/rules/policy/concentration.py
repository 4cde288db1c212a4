"""No vendor, group of companies or country stands behind more than an agreed share."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.selectors import Selector
from vendor_registry.model.findings.finding import Finding, Outcome
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.coverage import covered, each, leaves
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.policy_rules import Chosen, chosen, looks_at_nothing, parameters, verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Concentration:
    """How large a share may lie behind one party."""

    measure: Literal["products", "data"]  # share of our products, or of the narrowest categories of the policy
    by: Literal["vendor", "group", "country"]
    at_most: int  # per cent
    where: Selector | None = None  # engagements that count; left out: all


class Share(NamedTuple):
    """What stands behind one party."""

    rows: tuple[Engagement, ...]  # by key
    sure: frozenset[str]
    may: frozenset[str]  # if blank cells are filled in the worst way


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each party with a larger share."""
    wanted = parameters(spec, Concentration)
    rows = chosen(case, spec, "where", wanted.where)
    whole = frozenset(case.policy.products) if wanted.measure == "products" else leaves(case.policy.data)
    if not whole:
        reason = f"the policy declares no {wanted.measure}."
        return RULE.outcome(spec, [looks_at_nothing(spec, reason, "measure")], "nothing")
    shares = _shares(case, rows, wanted, whole)
    findings = [one for party, share in shares.items() for one in _finding(spec, party, share, whole)]
    largest = max(shares, key=lambda party: (len(shares[party].may), party), default="")
    nearest = f"{largest} with {_percent(len(shares[largest].may), len(whole))}" if largest else ""
    examined = f"{counted(len(shares), wanted.by, _MANY[wanted.by])}, {len(whole)} {wanted.measure}"
    return RULE.outcome(spec, [*rows.findings, *findings], examined, nearest)


def _shares(case: Case, rows: Chosen, wanted: Concentration, whole: frozenset[str]) -> dict[str, Share]:
    together: dict[str, list[Engagement]] = {}
    for key in rows.all:
        one = case.registry.by_key[key]
        together.setdefault(_PARTY[wanted.by](one), []).append(one)
    behind = _products if wanted.measure == "products" else _data
    known = {key: behind(case.registry.by_key[key], whole) for key in rows.all}
    sure = set(rows.sure)
    nothing: frozenset[str] = frozenset()
    return {
        party: Share(
            tuple(group),
            nothing.union(*(known[one.key] or nothing for one in group if one.key in sure)),
            nothing.union(*(whole if (items := known[one.key]) is None else items for one in group)),
        )
        for party, group in sorted(together.items())
    }


def _products(one: Engagement, whole: frozenset[str]) -> frozenset[str] | None:
    return whole & each(one.products, whole)


def _data(one: Engagement, whole: frozenset[str]) -> frozenset[str] | None:
    """The narrowest categories it gets; a wide one is all that lies under it. None where the cell is blank."""
    if one.data is None:
        return None
    return frozenset(key for key in whole if covered(key, one.data))


def _group(one: Engagement) -> str:
    """Affiliates are one group, ours; others are told apart by who stands behind them, so far as the sheet says."""
    return "our own group" if one.affiliate else one.parent or one.legal_name or one.vendor


_PARTY: Mapping[str, Callable[[Engagement], str]] = {
    "vendor": lambda one: one.vendor,
    "group": _group,
    "country": lambda one: one.country,
}
_COLUMN = {"vendor": "vendor", "group": "parent", "country": "country"}
_MANY = {"vendor": "vendors", "group": "groups", "country": "countries"}


def _finding(spec: RuleSpec, party: str, share: Share, whole: frozenset[str]) -> Iterator[Finding]:
    wanted = parameters(spec, Concentration)
    sure = len(share.sure) * 100 > wanted.at_most * len(whole)
    if not sure and len(share.may) * 100 <= wanted.at_most * len(whole):
        return
    items = share.sure if sure else share.may
    stands = f"{party} stands" if sure else f"As far as blank cells let one say, {party} may stand"
    first, *others = share.rows
    blank = tuple(one.cell("data") for one in share.rows if one.data is None)
    yield Finding(
        rule=spec.id,
        verdict=verdict(spec, sure=sure),
        cell=first.cell(_COLUMN[wanted.by]),
        message=f"{stands} behind {len(items)} of {len(whole)} {wanted.measure} "
        f"({_percent(len(items), len(whole))}), and at most {wanted.at_most} % are agreed: {', '.join(sorted(items))}.",
        mend="Engage other parties for some of them, or agree on a larger share in the policy."
        if sure
        else "Fill in the blank cells of these rows.",
        law=RULE.law,
        data=tuple(sorted(items)) if wanted.measure == "data" else (),
        sink=first.key,
        related=tuple(one.cell(_COLUMN[wanted.by]) for one in others),
        settled_by=(blank,) if blank and not sure else (),
    )


def _percent(part: int, whole: int) -> str:
    return f"{part * 100 // whole} %"


RULE = Rule(
    id="concentration",
    title="Not too much stands behind one party",
    law=("GDPR Art. 32(1)(b)", "GDPR Art. 28(1)"),
    check=check,
    parameters=Concentration,
)
