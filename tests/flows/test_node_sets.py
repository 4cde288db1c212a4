"""Sets of nodes as bytes are sets."""

from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.flows.node_sets import NodeSet, node_set

SOME = st.sets(st.integers(0, 299))


@given(SOME, SOME)
def test_what_two_sets_share_comes_in_order(left: set[int], right: set[int]) -> None:
    assert list(node_set(300, left).shared(node_set(300, right))) == sorted(left & right)


def test_a_set_without_members_shares_nothing() -> None:
    assert list(node_set(3, ()).shared(node_set(3, (0, 1, 2)))) == []
    assert list(NodeSet().shared(b"")) == []
