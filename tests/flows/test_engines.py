"""Two engines, one semantics."""

import random
import sys
from itertools import pairwise

import pytest

from tests.flows.graphs import graph_of
from tests.rules.random_cases import random_case
from vendor_registry.flows.network import Network, network
from vendor_registry.flows.search import arrays, engine, worklist
from vendor_registry.flows.search.labels import Spread
from vendor_registry.flows.search.starts import own_starts


def same(numbered: Network, one: Spread, other: Spread) -> bool:
    nodes = range(len(numbered.keys))
    holders = [numbered.with_every_home(bits) for bits in (1, 2, 5, numbered.categories.everything)]
    return (
        [one.at(node) for node in nodes] == [other.at(node) for node in nodes]
        and [list(one.arrivals(node)) for node in nodes] == [list(other.arrivals(node)) for node in nodes]
        and [one.holders(labels) for labels in holders] == [other.holders(labels) for labels in holders]
        and one.categories_at() == other.categories_at()
    )


def both(numbered: Network) -> tuple[Spread, Spread]:
    seeds = own_starts(numbered).may
    return worklist.spread(numbered, numbered.may, seeds), arrays.spread(numbered, numbered.may, seeds)


@pytest.mark.parametrize("few", [0, 48], ids=["every step at once", "small steps by flow"])
def test_both_engines_give_the_same_labels_over_the_same_number_of_flows(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrays, "FEW", few)
    for seed in range(300):
        numbered = random_case(seed).reach.network
        assert same(numbered, *both(numbered)), seed


def large(seed: int, nodes: int, flows: int, categories: int, zones: int) -> Network:
    """A graph with more labels than fit into one machine word."""
    dice = random.Random(seed)
    taxonomy = [f"c{n}" for n in range(categories)]
    systems = {f"s{n}": f"z{n % zones}" for n in range(nodes // 10)}
    keys = [*systems, *(f"v{n}" for n in range(nodes - len(systems)))]
    chosen = [
        (dice.choice(keys), dice.choice(keys), tuple(dice.sample(taxonomy, dice.randint(1, 5)))) for _ in range(flows)
    ]
    return network(graph_of(chosen, systems), taxonomy)


@pytest.mark.parametrize(("categories", "zones"), [(16, 10), (64, 3), (70, 4), (130, 2)])
def test_labels_may_fill_any_number_of_machine_words(categories: int, zones: int) -> None:
    numbered = large(1, 300, 2000, categories, zones)
    assert same(numbered, *both(numbered))


def test_a_chain_of_twenty_thousand_hands_ends() -> None:
    """Each step has one flow: as slow as it gets for arrays."""
    keys = ["s", *(f"v{n:05}" for n in range(20_000))]
    chain = [(one, other, ("content",)) for one, other in pairwise(keys)]
    numbered = network(graph_of(chain, {"s": "eu"}), ["content"])
    _, spread = both(numbered)
    assert spread.arrivals(numbered.number["v19999"])[0][0] == 20_000


def test_the_size_of_the_graph_chooses_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    numbered = large(2, 100, 400, 6, 2)
    seeds = own_starts(numbered).sure
    assert isinstance(engine.spread(numbered, numbered.sure, seeds), worklist.WorklistSpread)
    monkeypatch.setattr(engine, "ARRAYS_FROM", 100)
    assert isinstance(engine.spread(numbered, numbered.sure, seeds), arrays.ArraySpread)
    assert "numpy" in sys.modules
