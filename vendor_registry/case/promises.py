"""What was promised to whom about changes, by the policy to all, by a contract to a customer; and who objected."""

from collections.abc import Iterator

from vendor_registry.case.case import Case
from vendor_registry.law.periods.terms import Terms
from vendor_registry.model.ledger.notice import Objection
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.folding import folded


def terms(policy: Policy, customer: Customer | None = None) -> Terms:
    """The terms of a customer, and where its row is blank those of the policy; None: what all are promised.

    The holidays are those of the country in which it acts, its own (Regulation 1182/71, Article 2(1)); where that is
    not known, those of the company's country.
    """
    promised, country = policy.notice, policy.company.country
    if customer is None:
        return Terms(
            notice_days=promised.days,
            objection_days=promised.objection_business_days,
            objection_in="business",
            country=country,
        )
    own = customer.objection_days is not None
    return Terms(
        notice_days=promised.days if customer.notice_days is None else customer.notice_days,
        objection_days=customer.objection_days
        if customer.objection_days is not None
        else promised.objection_business_days,
        notice_in=customer.days or "calendar",
        objection_in=customer.days or ("calendar" if own else "business"),
        country=customer.country or country,
    )


def objected(case: Case, customer: Customer) -> frozenset[str]:
    """The engagements, by key, that are in force for other customers only: this one objected in time and nobody has
    decided, or it was decided in its favour (Art. 28(2); SCC 2021/914 Clause 9(a)).

    Where an objection is about engagements of which the register has none any more, all of the vendor are meant.
    """
    theirs = [one for one in case.objections if one.customer == customer.key and one.holds]
    return frozenset(key for one in theirs for key in _meant(case, one))


def _meant(case: Case, objection: Objection) -> Iterator[str]:
    named = [key for key in objection.engagements if key in case.registry.by_key]
    vendor = folded(objection.vendor)
    yield from named or (one.key for one in case.registry.engagements if folded(one.vendor) == vendor)
