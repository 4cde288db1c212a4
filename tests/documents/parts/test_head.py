"""Who a list is from, and what it covers."""

from datetime import date
from typing import Any

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.documents.document import Block, Fields
from vendor_registry.documents.parts.head import company, scope
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.documents.parts.selection import select
from vendor_registry.model.policy.party import Company
from vendor_registry.model.policy.terms import NoticeTerms
from vendor_registry.model.register.customer import Customer


def said(blocks: tuple[Block, ...]) -> dict[str, str]:
    [fields] = [block for block in blocks if isinstance(block, Fields)]
    return {label: " / ".join("".join(run.text for run in part) for part in value) for label, value in fields.fields}


def covered(case: Case, wanted: Scope, changed: date | None = None) -> dict[str, str]:
    return said(scope(case, Names(case.policy, phrases("en")), wanted, select(case, wanted), changed))


def names(**policy: Any) -> Names:
    return Names(make.policy(**policy), phrases("en"))


def test_the_company_block_never_leaves_a_blank() -> None:
    firm = Company(name="Acme", country="DE")
    assert said(company(make.case(company=firm), names())) == {
        "Name": "Acme",
        "Legal name": "not stated",
        "Address": "not stated",
        "Seat": "Germany",
        "Contact person’s name, position and contact details": "not stated",
        "Data protection officer": "not stated",
        "Competent supervisory authority": "not stated",
        "Role (controller/processor)": "processor",
    }


def test_a_representative_is_asked_of_companies_outside_the_union_and_of_an_unknown_seat() -> None:
    label = "Representative in the European Union"
    for country, shown in {"NO": False, "FR": False, "US": True, "GB": True, "": True}.items():
        assert (label in said(company(make.case(company=Company(name="Acme", country=country)), names()))) is shown
    named = Company(name="Acme", country="FR", representative="Jo")
    assert said(company(make.case(company=named), names()))[label] == "Jo"


def test_a_role_that_the_wording_does_not_know_stands_as_written() -> None:
    odd = Company(name="Acme", role="trustee")
    assert said(company(make.case(company=odd), names()))["Role (controller/processor)"] == "trustee"


def test_the_scope_says_what_it_covers_and_how_many_rows_to_expect() -> None:
    case = make.case(
        make.engagement("rack"),
        make.engagement("cloud", engaged_by=("rack",)),
        notice=NoticeTerms(change_days=30, objection_business_days=10, authorisation="general"),
    )
    assert covered(case, Scope(), date(2026, 10, 20)) == {
        "Products": "All: Mail",
        "Data regions": "All: EU; US",
        "As of": "23 November 2026",
        "Last changed": "20 October 2026",
        "Authorisation of sub-processors": "General written authorisation (Art. 28(2) GDPR)",
        "Notice of changes": "30 days before a change takes effect",
        "Time to object": "10 business days",
        "Sub-processors listed": "1",
        "Further processors engaged by them": "1",
        "Engaged since": "not stated",
    }


def test_nobody_objects_to_what_waits_for_an_authorisation() -> None:
    terms = NoticeTerms(change_days=30, objection_business_days=10, authorisation="specific")
    fields = covered(make.case(make.engagement("rack"), notice=terms), Scope())
    assert fields["Authorisation of sub-processors"] == "Prior specific authorisation (Art. 28(2) GDPR)"
    assert "Time to object" not in fields


@pytest.mark.parametrize(
    ("agreed", "notice", "objection"),
    [
        ({}, "30 days", "10 business days"),
        ({"objection_days": 14}, "30 days", "14 days"),
        ({"notice_days": 20, "objection_days": 14, "days": "business"}, "20 business days", "14 business days"),
        ({"days": "calendar"}, "30 days", "10 days"),
    ],
)
def test_days_of_a_customer_are_told_as_they_are_counted(agreed: dict[str, Any], notice: str, objection: str) -> None:
    """What a letter to the customer counts, its annex says."""
    case = make.case(notice=NoticeTerms(change_days=30, objection_business_days=10))
    fields = covered(case, Scope(customer=Customer(key="acme", name="Acme", file="customers.csv", line=2, **agreed)))
    told = (fields["Notice of changes"], fields["Time to object"])
    assert told == (f"{notice} before a change takes effect", objection)


@pytest.mark.parametrize("terms", [NoticeTerms(change_days=0), NoticeTerms()])
def test_a_filter_is_named_and_terms_that_are_not_set_are_not_promised(terms: NoticeTerms) -> None:
    case = make.case(notice=terms)
    fields = covered(case, Scope(products=("mail",), zone="us"))
    assert (fields["Products"], fields["Data regions"]) == ("Mail", "US")
    assert (fields["Notice of changes"], fields["Time to object"]) == ("not stated", "not stated")


def test_what_is_announced_and_what_an_excerpt_selects_are_told_where_there_is_such_a_thing() -> None:
    coming = make.engagement("new", since=date(2026, 12, 20), notified=date(2026, 11, 20))
    plain = covered(make.case(coming, make.engagement("a")), Scope())
    excerpt = covered(make.case(make.engagement("a")), Scope(selector="vendor:A", chosen=frozenset("a")))
    assert (plain["Announced"], plain["Sub-processors listed"]) == ("1", "1")
    assert "Excerpt, by this selection" not in plain
    assert excerpt["Excerpt, by this selection"] == "vendor:A"
    assert "Announced" not in excerpt


def test_a_list_whose_dates_tell_nothing_does_not_say_when_it_last_changed() -> None:
    assert covered(make.case(make.engagement("a")), Scope())["Last changed"] == "not stated"
