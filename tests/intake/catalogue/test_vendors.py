"""The catalogue: facts with sources, each of which a sheet understands."""

from datetime import date

import pytest

from tests import make
from vendor_registry.intake.catalogue.vendors import ALSO, facts_of, known, probable_vendor
from vendor_registry.intake.columns import BY_HEADER


def test_some_sixty_vendors_are_known() -> None:
    assert len(known()) >= 60


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


def test_a_vendor_is_found_by_every_name() -> None:
    """The published name, the company, a short form, whatever the capitals; a slip is told, nothing is guessed."""
    assert facts_of("aws") == facts_of("Amazon Web Services, Inc.") == facts_of("AMAZON WEB SERVICES")
    assert facts_of("Strip") == ()
    assert probable_vendor("Strip") == "Stripe"
    assert probable_vendor("nobody at all") == ""
