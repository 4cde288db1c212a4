"""What many flows are asked at once is what each would be asked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import make
from vendor_registry.case.parties import one_entity
from vendor_registry.case.questions import same_entities

NAMES = st.sampled_from(["", "Acme Mail GmbH", "ACME MAIL GmbH.", "Bolt Ltd", "bolt ltd"])
SEATS = st.sampled_from(["", "DE", "US"])


@given(st.lists(st.tuples(NAMES, SEATS), min_size=2, max_size=5))
@settings(deadline=None)
def test_both_ends_are_one_entity_of_many_flows_as_of_one(parties: list[tuple[str, str]]) -> None:
    """The company itself is Acme Mail GmbH; each party hands data to the next, the first gets it from our system."""
    rows = [
        make.engagement(f"v{at}", legal_name=name, country=seat, receives_from=(f"v{at - 1}",) if at else ())
        for at, (name, seat) in enumerate(parties)
    ]
    case = make.case(*rows)
    nodes = case.graph.nodes
    expected = [one_entity(case, nodes[flow.source], nodes[flow.target]) for flow in case.graph.flows]
    assert list(map(bool, same_entities(case))) == expected
