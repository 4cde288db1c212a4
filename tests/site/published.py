"""Editions to publish: a list that changes once, with texts that would break out."""

from datetime import UTC, date, datetime
from typing import Any

from tests.make import case, engagement
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.policy.party import Company
from vendor_registry.model.register.engagement import Role
from vendor_registry.site.edition import Edition, differing, public

HOSTILE = "Evil </script><script>alert(1)</script> \"&'>"
FIRST, SECOND = datetime(2026, 3, 1, 9, 30, tzinfo=UTC), datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def company(website: str = "https://www.acme.example/about") -> Company:
    return Company(name="Acme Mail", legal_name="Acme Mail GmbH", country="DE", website=website)


def editions(**policy: Any) -> tuple[Edition, Edition]:
    """Cloud stays and gets a new place; Evil is added and later in force; a processor is never listed."""
    given = {"company": company(), **policy}
    crm = engagement("crm", role=Role.PROCESSOR)
    before = public(case(engagement("cloud"), crm, as_of=FIRST.date(), **given))
    evil = engagement(
        "evil",
        vendor=HOSTILE,
        purpose="=1+1 <b>bold</b>",
        contact="Secret Person",
        notes="secret note",
        since=date(2027, 1, 15),
        notified=date(2026, 11, 20),
    )
    after = public(case(engagement("cloud", region="DE; US"), crm, evil, as_of=SECOND.date(), **given))
    one = Edition(number=1, published_at=FIRST, digest="aa", case=before, first=True)
    two = Edition(number=2, published_at=SECOND, digest="bb", case=after, changes=differing(before, after))
    return one, two


def names(edition: Edition, language: str = "en") -> Names:
    return Names(edition.case.policy, phrases(language))
