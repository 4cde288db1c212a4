"""The shortest chain, its ties, its routes and its cut."""

import pytest

from tests.flows.graphs import Arrow, reach_of
from vendor_registry.flows.network import Barred
from vendor_registry.flows.proofs.find import prove
from vendor_registry.flows.proofs.proof import Proof
from vendor_registry.flows.proofs.witness import shortest
from vendor_registry.flows.reach import Reach

C = ("content",)


def proved(arrows: list[Arrow], sink: str, data: tuple[str, ...] = C, **systems: str) -> Proof:
    [proof] = prove(reach_of(arrows, **(systems or {"s": "eu"})), sink, data, ("eu",))
    return proof


def chain(proof: Proof) -> list[str]:
    return [proof.source, *(hop.flow.target for hop in proof.witness)]


def test_the_chain_with_the_fewest_flows_is_told() -> None:
    arrows: list[Arrow] = [("s", "a", C), ("a", "b", C), ("b", "z", C), ("s", "y", C), ("y", "z", C)]
    assert chain(proved(arrows, "z")) == ["s", "y", "z"]


def test_of_two_chains_alike_the_first_by_node_keys_is_told() -> None:
    """s1 comes before s2, whatever stands between; and of one start the earliest second node."""
    arrows: list[Arrow] = [("s2", "a", C), ("a", "z", C), ("s1", "y", C), ("y", "z", C), ("s1", "x", C), ("x", "z", C)]
    assert chain(proved(arrows, "z", s1="eu", s2="eu")) == ["s1", "x", "z"]


def test_of_two_flows_alike_the_first_by_row_key_is_told() -> None:
    """Row keys here are the places in the list, as text: 2, 3, 4."""
    arrows: list[Arrow] = [("a", "z", C), ("s", "a", C), ("a", "z", C)]
    assert [hop.flow.key for hop in proved(arrows, "z").witness] == ["3", "2"]


def test_a_shorter_chain_of_another_home_does_not_count() -> None:
    arrows: list[Arrow] = [("us", "z", C), ("s", "a", C), ("a", "z", C)]
    assert chain(proved(arrows, "z", s="eu", us="us")) == ["s", "a", "z"]


def test_data_goes_round_a_ring_and_comes_out() -> None:
    arrows: list[Arrow] = [("s", "a", C), ("a", "b", C), ("b", "c", C), ("c", "a", C), ("c", "z", C)]
    proof = proved(arrows, "z")
    assert chain(proof) == ["s", "a", "b", "c", "z"]
    assert len(proof.on_every_route) == 4


def test_each_category_must_travel_the_whole_chain() -> None:
    """body gets to a, subject from a on: together they would make a chain, but nothing travels all of it."""
    arrows: list[Arrow] = [("s", "a", ("content.body",)), ("a", "z", ("content.subject",)), ("s", "z", ("contact",))]
    reach = reach_of(arrows, s="eu")
    assert [proof.source for proof in prove(reach, "z", C, ("eu",))] == ["a"]  # as an undeclared source only


def test_a_detour_does_not_hide_that_two_routes_share_no_flow() -> None:
    """The shortest chain s-a-b-z uses the middle of both disjoint routes: taking it greedily would count one."""
    arrows: list[Arrow] = [("s", "a", C), ("a", "b", C), ("b", "z", C), ("s", "c1", C), ("c1", "c2", C), ("c2", "b", C)]
    arrows += [("a", "d1", C), ("d1", "d2", C), ("d2", "z", C)]
    proof = proved(arrows, "z")
    assert (chain(proof), proof.routes, len(proof.cut)) == (["s", "a", "b", "z"], 2, 2)


def test_the_cut_is_the_one_nearest_the_sink() -> None:
    arrows: list[Arrow] = [("s", "a", C), ("a", "b", C), ("b", "z", C)]
    assert [(flow.source, flow.target) for flow in proved(arrows, "z").cut] == [("b", "z")]


def test_flows_on_every_route_come_in_the_order_of_the_data() -> None:
    """s-a, then two ways to d, then d-z."""
    arrows: list[Arrow] = [("s", "a", C), ("a", "b", C), ("a", "c", C), ("b", "d", C), ("c", "d", C), ("d", "z", C)]
    assert [(flow.source, flow.target) for flow in proved(arrows, "z").on_every_route] == [("s", "a"), ("d", "z")]


def test_routes_count_what_a_blank_may_let_pass() -> None:
    arrows: list[Arrow] = [("s", "z", C), ("s", "a", None), ("a", "z", None)]
    proof = proved(arrows, "z")
    assert (proof.sure, chain(proof), proof.routes, len(proof.cut)) == (True, ["s", "z"], 2, 2)


def test_a_hub_with_thousands_of_ways_is_counted() -> None:
    arrows: list[Arrow] = [("s", f"v{n}", C) for n in range(2000)]
    proof = proved([*arrows, *((f"v{n}", "z", C) for n in range(2000))], "z")
    assert (proof.routes, len(proof.cut), proof.on_every_route) == (2000, 2000, ())


def test_further_chains_share_no_flow_with_the_first_nor_with_each_other() -> None:
    arrows: list[Arrow] = [("s", "z", C), ("s", "a", C), ("a", "z", C), ("s", "b", C), ("b", "c", C), ("c", "z", C)]
    reach = reach_of(arrows, s="eu")
    for asked, told in ((0, []), (1, [["a", "z"]]), (5, [["a", "z"], ["b", "c", "z"]])):
        [proof] = prove(reach, "z", C, ("eu",), more=asked)
        assert [[hop.flow.target for hop in one] for one in proof.more] == told


def test_what_is_barred_moves_no_further_and_starts_all_the_same() -> None:
    reach = reach_of([("s", "a", ("content", "contact")), ("a", "z", ("content", "contact"))], s="eu")
    barred = reach.barring([Barred("s", "a", ("content.body",))])
    assert covered(reach, "z") - covered(barred, "z") == {"content.body"}
    assert barred.undeclared == ()


def covered(reach: Reach, key: str) -> set[str]:
    labels = reach.sure.at(reach.network.number[key])
    return set(reach.network.categories.each(reach.network.whichever_home(labels)))


def test_only_what_starts_at_some_nodes_may_be_asked_for() -> None:
    reach = reach_of([("s", "a", C), ("t", "b", C)], s="eu", t="eu")
    assert reach.starting_at(["t", "nobody"]).data_at("a", surely=True) == ()
    assert reach.starting_at(["t"]).data_at("b", surely=True) == C


def test_a_chain_to_where_nothing_gets_is_a_mistake_of_the_caller() -> None:
    reach = reach_of([("s", "a", C), ("b", "c", ("contact",))], s="eu")
    assert prove(reach, "c", C, ("eu",)) == ()
    with pytest.raises(ValueError, match="does not reach"):
        shortest(reach, reach.network.number["c"], reach.network.categories.own(C), ("eu",), sure=True)
