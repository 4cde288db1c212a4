"""What people are told of a chain."""

from dataclasses import replace

from tests.reports import sample
from vendor_registry.model.findings.finding import Hop
from vendor_registry.reports.parts.chain_words import carried, claimed, path, routes


def test_a_chain_is_told_from_its_start_to_its_sink() -> None:
    assert path(sample.BROKEN.witness) == "platform-eu -> desk -> lake"
    assert path(()) == ""


def test_a_hop_without_categories_carries_anything() -> None:
    assert carried(Hop(sample.FIRST, ("contact", "content"))) == "contact, content"
    assert carried(Hop(sample.FIRST, ())) == "data that is not named"


def test_claims_are_told_as_written() -> None:
    assert claimed(Hop(sample.flow("a", "b", 2, "DPF", "SCC M3"), ())) == "DPF, SCC M3"


def test_routes_name_what_all_share_and_the_least_that_would_change() -> None:
    assert routes(sample.BROKEN) == ("all take platform-eu -> desk, desk -> lake; smallest cut: desk -> lake")
    assert routes(replace(sample.BROKEN, routes=None)) == ""
    assert routes(replace(sample.BROKEN, witness=(), cut=(), on_every_route=(), routes=0)) == "", "it starts there"
