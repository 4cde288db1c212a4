"""Whoever a product's data reaches stands in its annex, and whoever stands there is reached."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vendor_registry.case.case import Case
from vendor_registry.case.selectors import Selector
from vendor_registry.flows.network import Barred
from vendor_registry.flows.reach import Reach
from vendor_registry.model.findings.finding import Finding, Outcome, Shared
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.coverage import among, each
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.register.flow import Flow
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.arrivals import Arrivals
from vendor_registry.rules.shared.policy_rules import (
    Chosen,
    categories,
    chosen,
    looks_at_nothing,
    parameters,
    unknown_data,
    verdict,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Disclosed:
    """Which data must not reach anybody who is not named to customers."""

    data: tuple[str, ...] = ()  # categories that customers entrust to the product; none named: all personal data
    products: tuple[str, ...] = ()  # none named: all of the policy
    besides: Selector | None = None  # recipients that need not be in an annex


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each product, party and shortest chain, and one for each party that is listed in vain.

    The annex of a product lists the sub-processors in force whose `products` name it.
    """
    wanted = parameters(spec, Disclosed)
    besides = chosen(case, spec, "besides", wanted.besides) if wanted.besides else Chosen((), ())
    products = wanted.products or tuple(case.policy.products)
    strange = [one for one in products if one not in case.policy.products]
    findings = [
        *besides.findings,
        *(looks_at_nothing(spec, f"there is no product {one}.", "products") for one in strange),
    ]
    findings += unknown_data(case, spec, categories(case, wanted.data))
    listed = 0
    for product in (one for one in products if one not in strange):
        annex = [one for one in case.running if one.role is Role.SUB_PROCESSOR and one.serves(product)]
        listed += len(annex)
        findings += _of_product(case, spec, product, annex, besides)
    examined = f"{counted(len(products) - len(strange), 'product')}, {counted(listed, 'entry', 'entries')} of annexes"
    return RULE.outcome(spec, findings, examined)


def _of_product(
    case: Case, spec: RuleSpec, product: str, annex: list[Engagement], besides: Chosen
) -> Iterator[Finding]:
    systems = [key for key, system in case.policy.systems.items() if among(product, system.products)]
    reach = case.reach.starting_at(systems).barring(_of_other_products(case, product))
    named = {one.key for one in annex} | set(besides.sure)
    unnamed = {one.key for one in case.running} - named
    for key in sorted(unnamed):
        one = case.registry.by_key[key]
        arrivals = Arrivals(
            case=case,
            spec=spec,
            reach=reach,
            data=categories(case, parameters(spec, Disclosed).data),
            law=RULE.law,
            because=f"whom the annex of {product} does not name",
            detail=_why_not(one),
            otherwise="have it disclosed: correct its role or its products",
        )
        found = arrivals.findings([key], sure=key not in besides.maybe)
        yield from (replace(finding, cell=one.cell(_column(one))) for finding in found)
    yield from (_in_vain(spec, product, one, reach) for one in annex if not reach.data_at(one.key, surely=True))


def _of_other_products(case: Case, product: str) -> Iterator[Barred]:
    """Flows that serve other products only.

    A system of two products hands to a vendor of one of them the data of that one: the row says so.
    """
    everything = case.reach.network.categories.keys
    for flow in case.graph.flows:
        served = _products(case, flow.target)
        if flow.target in case.registry.by_key and product not in served and _shares(case, flow, served):
            yield Barred(flow.source, flow.target, everything)


def _shares(case: Case, flow: Flow, served: frozenset[str]) -> bool:
    return not served.isdisjoint(_products(case, flow.source))


def _products(case: Case, key: str) -> frozenset[str]:
    """The products that a system or an engagement serves."""
    one = case.registry.by_key.get(key) or case.policy.systems.get(key)
    written = one.products if one else ()
    return each(written, case.policy.products)


def _column(one: Engagement) -> str:
    return "role" if one.role is not Role.SUB_PROCESSOR else "products"


def _why_not(one: Engagement) -> str:
    return f"its {_column(one)} is {one.role if one.role is not Role.SUB_PROCESSOR else '; '.join(one.products)}"


def _in_vain(spec: RuleSpec, product: str, one: Engagement, reach: Reach) -> Finding:
    perhaps = reach.data_at(one.key, surely=False)
    doubt = (
        f"blank cells decide whether any data of the product reaches them ({', '.join(perhaps)})"
        if perhaps
        else "no data of the product reaches them"
    )
    sentence = f"The annex of {product} names these vendors, but {doubt}."
    mend = (
        "Fill in data here and in the rows that hand to it."
        if perhaps
        else "Correct its products or receives_from, or end the engagement."
    )
    return Finding(
        rule=spec.id,
        verdict=verdict(spec, sure=not perhaps),
        cell=one.cell("data" if perhaps else "products"),
        message=f"The annex of {product} names {one.vendor} ({one.key}), but {doubt.replace('them', 'it')}.",
        mend=mend,
        law=RULE.law,
        sink=one.key,
        shared=Shared(sentence, mend, f"{one.vendor} ({one.key})"),
        settled_by=((one.cell("data"),),) if perhaps and one.data is None else (),
    )


RULE = Rule(
    id="disclosed",
    title="Whoever a product's data reaches is in its annex, and the other way round",
    law=("GDPR Art. 28(2)", "SCC 2021/914 Clause 9(a) and Annex III", "SCC 2021/915 Clause 7.7 and Annex IV"),
    check=check,
    parameters=Disclosed,
)
