"""The graph by numbers: which flows join two nodes, and what is left of them where something may not pass."""

from tests.flows.graphs import graph_of
from vendor_registry.flows.network import Barred, Network, network

C, P = ("content",), ("contact",)
ARROWS = [("s", "a", C), ("s", "b", C), ("s", "b", P), ("s", "c", None), ("b", "c", C)]


def numbered() -> Network:
    return network(graph_of(ARROWS, {"s": "eu"}), ["content", "content.body", "contact"])


def test_flows_that_run_side_by_side_are_all_found() -> None:
    one = numbered()
    ends = [[(flow.source, flow.target) for flow in one.flows(one.between("s", key))] for key in "abc"]
    assert ends == [[("s", "a")], [("s", "b"), ("s", "b")], [("s", "c")]]


def test_between_nodes_that_nothing_joins_there_is_nothing() -> None:
    one = numbered()
    assert [list(one.between(*ends)) for ends in (("a", "b"), ("c", "s"), ("s", "z"), ("z", "s"))] == [[]] * 4


def test_what_is_barred_passes_none_of_the_flows_between_two_nodes_and_all_others() -> None:
    """content may not go from s to b, nor from s to c, whose cell is blank."""
    before = numbered()
    after = before.barring([Barred("s", "b", C), Barred("s", "c", C), Barred("z", "b", C)])
    content, contact = before.categories.under(C), before.categories.under(P)
    assert [after.sure[flow] for flow in after.between("s", "b")] == [0, contact]
    assert [after.may[flow] for flow in after.between("s", "c")] == [contact]
    assert [after.sure[flow] for pair in (("s", "a"), ("b", "c")) for flow in after.between(*pair)] == [content] * 2
    assert after.written == before.written
    assert before.sure == numbered().sure
