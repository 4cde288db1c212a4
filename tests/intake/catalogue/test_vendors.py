"""The catalogue: facts with sources, each of which a sheet understands."""

from datetime import date

import pytest

from tests import make
from vendor_registry.intake.catalogue.vendors import ALSO, facts_of, known, probable_vendor
from vendor_registry.intake.columns import BY_HEADER


def test_sixty_vendors_and_what_is_wanted_of_them() -> None:
    """The agreement and the list of sub-processors of sixty in all, and where the best known offer to process."""
    assert len(known()) >= 60
    told = [fact.column for vendor in known() for fact in facts_of(vendor)]
    assert min(told.count(column) for column in ("legal_name", "dpa_url", "subprocessors_url")) >= 50
    assert told.count("region") >= 25


@pytest.mark.parametrize("vendor", known())
def test_every_fact_is_understood_and_has_a_source_and_a_day(vendor: str) -> None:
    """Once each; a name stands for one vendor only."""
    facts = facts_of(vendor)
    assert len({fact.column for fact in facts}) == len(facts)
    for fact in facts:
        assert fact.source.startswith("https://")
        assert date.fromisoformat(fact.seen)
        if fact.column == ALSO:
            assert all(facts_of(name) == facts for name in fact.value.split("; "))
        else:
            assert BY_HEADER[fact.column].reader(fact.value, make.policy())
        assert not fact.column.endswith("_url") or fact.value.startswith("https://")


def test_a_vendor_is_found_by_every_name() -> None:
    """The published name, the company, a short form, whatever the capitals; a slip is told, nothing is guessed."""
    assert facts_of("aws") == facts_of("Amazon Web Services, Inc.") == facts_of("AMAZON WEB SERVICES")
    assert facts_of("Strip") == ()
    assert probable_vendor("Strip") == "Stripe"
    assert probable_vendor("nobody at all") == ""


def test_a_legal_name_that_a_parent_shares_is_the_parents() -> None:
    assert facts_of("Salesforce, Inc.") == facts_of("Salesforce")
    assert "Salesforce, Inc." in {fact.value for fact in facts_of("Heroku")}


def test_several_places_on_offer_are_a_choice_and_one_is_none() -> None:
    choices = {vendor: [fact for fact in facts_of(vendor) if fact.is_choice] for vendor in ("Sentry", "Postmark")}
    assert [fact.value for fact in choices["Sentry"]] == ["US (Iowa); DE (Frankfurt)"]
    assert choices["Postmark"] == []
