"""Factories: the smallest valid engagement, policy and case, with what a test cares about changed."""

from datetime import date
from typing import Any

from vendor_registry.case.case import Case
from vendor_registry.model.policy.party import Company
from vendor_registry.model.policy.policy import Category, DataRegion, Named, Policy, System
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.register.place import UNKNOWN_REGION, Place, Region
from vendor_registry.model.register.registry import Registry

DAY = date(2026, 11, 23)


def region(text: str) -> Region:
    """`"DE; BE"` as a Region; empty: unknown."""
    return Region(tuple(Place(code.strip()) for code in text.split(";") if code.strip())) if text else UNKNOWN_REGION


def engagement(key: str, **changes: Any) -> Engagement:
    """An engagement that is complete and harmless; `region` and `access_from` may be given as text."""
    for column in ("region", "access_from"):
        if isinstance(changes.get(column), str):
            changes[column] = region(changes[column])
    line = changes.pop("line", 2)
    values: dict[str, Any] = {
        "vendor": key.title(),
        "legal_name": f"{key.title()} GmbH",
        "address": "1 Main Street, Berlin",
        "contact": "Ada Example, DPO, dpo@example.com",
        "country": "DE",
        "role": Role.SUB_PROCESSOR,
        "service": "hosting",
        "purpose": "Hosting",
        "products": ("mail",),
        "zone": "eu",
        "data_subjects": ("customers",),
        "data": ("content",),
        "region": region("DE"),
    }
    return Engagement(key=key, file="vendors.csv", line=line, **(values | changes))


def named(*keys: str) -> dict[str, Named]:
    return {key: Named(key=key, name={"": key.title()}) for key in keys}


def policy(**changes: Any) -> Policy:
    """Acme Mail: one product, two data regions, a platform in each, a website without a region."""
    values: dict[str, Any] = {
        "company": Company(name="Acme Mail", legal_name="Acme Mail GmbH", country="DE", address="2 High Road, Berlin"),
        "products": named("mail"),
        "zones": {
            "eu": DataRegion(key="eu", name={"": "EU"}, places=("EEA",)),
            "us": DataRegion(key="us", name={"": "US"}, places=("US",)),
        },
        "services": named("hosting", "support", "payments"),
        "data_subjects": named("customers", "recipients"),
        "data": {
            key: Category(key=key, name={"": key})
            for key in ("content", "content.body", "content.subject", "contact", "contact.email", "payment")
        },
        "notice": NoticeTerms(change_days=30, authorisation="general"),
        "systems": {
            "platform-eu": system("platform-eu", zone="eu", region="DE"),
            "platform-us": system("platform-us", zone="us", region="US"),
        },
    }
    return Policy(file="policy.toml", **(values | changes))


def system(key: str, **changes: Any) -> System:
    if isinstance(changes.get("region"), str):
        changes["region"] = region(changes["region"])
    values: dict[str, Any] = {
        "name": {"": key},
        "products": ("mail",),
        "data_subjects": ("customers",),
        "data": ("content", "contact"),
    }
    return System(key=key, **(values | changes))


def case(*engagements: Engagement, as_of: date = DAY, **policy_changes: Any) -> Case:
    ordered = tuple(sorted(engagements, key=lambda one: one.key))
    return Case(Registry(ordered), policy(**policy_changes), as_of)
