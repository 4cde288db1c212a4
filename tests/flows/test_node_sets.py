"""Sets of nodes as bytes are sets."""

from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.flows.node_sets import in_both, node_set

SOME = st.sets(st.integers(0, 299))


@given(SOME, SOME)
def test_what_is_in_both_comes_in_order(left: set[int], right: set[int]) -> None:
    assert list(in_both(node_set(300, left), node_set(300, right))) == sorted(left & right)


def test_a_set_without_members_shares_nothing() -> None:
    assert list(in_both(node_set(3, ()), node_set(3, (0, 1, 2)))) == []
    assert list(in_both(b"", b"")) == []
