"""The engine against brute force, on thousands of small random graphs."""

import random

import pytest

from tests.rules.oracle import Oracle, Truth, most_disjoint, smallest_cuts
from tests.rules.oracle_labels import Arrow, covers
from tests.rules.random_cases import random_case
from vendor_registry.case.case import Case
from vendor_registry.flows.search import engine
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.flow import Flow
from vendor_registry.rules.policy.isolation import Isolation, check

BATCHES = [range(start, start + 200) for start in range(0, 3000, 200)]
BETWEEN = (("eu", "us"), ("eu", "us"), ("de", "us"), ("eu", "us", "de"))
DATA = (("content",), ("content.body",), ("contact", "content"), ("payment", "contact.email"))


def question(seed: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    dice = random.Random(f"question {seed}")
    return dice.choice(BETWEEN), dice.choice(DATA)


def findings(case: Case, between: tuple[str, ...], data: tuple[str, ...]) -> list[Finding]:
    spec = RuleSpec(id="apart", type="isolation", parameters=Isolation(between=between, data=data))
    return [finding for finding in check(case, spec).findings if finding.sink]


def arrow(flow: Flow) -> Arrow:
    return (flow.source, flow.target, flow.key)


def said(finding: Finding) -> Truth:
    witness = tuple(arrow(hop.flow) for hop in finding.witness)
    return Truth(finding.home, finding.sink, str(finding.verdict), finding.data, witness)


@pytest.mark.parametrize("seeds", BATCHES, ids=str)
def test_the_same_findings_with_the_same_shortest_witness(seeds: range) -> None:
    found = 0
    for seed in seeds:
        case, (between, data) = random_case(seed), question(seed)
        got = [said(finding) for finding in findings(case, between, data)]
        assert len(got) == len(set(got)), seed
        assert set(got) == set(Oracle(case).isolation(between, data)), seed
        found += len(got)
    assert found > len(seeds)  # the graphs are not too tame to tell anything


def test_both_engines_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = range(5000, 5200)
    plain = [findings(random_case(seed), *question(seed)) for seed in seeds]
    monkeypatch.setattr(engine, "ARRAYS_FROM", 0)
    assert [findings(random_case(seed), *question(seed)) for seed in seeds] == plain


@pytest.mark.parametrize("seeds", BATCHES[:5], ids=str)
def test_the_labels_are_those_of_the_oracle(seeds: range) -> None:
    for seed in seeds:
        case = random_case(seed)
        oracle = Oracle(case)
        for node in oracle.alive:
            for surely, labels in ((True, oracle.sure[node]), (False, oracle.may[node])):
                for home in case.reach.network.homes:
                    words = {c for c in case.policy.data if any(covers(label, c) and h == home for label, h in labels)}
                    got = case.reach.data_at(node, (home,), surely=surely)
                    assert {c for c in case.policy.data if any(covers(one, c) for one in got)} == words, seed


@pytest.mark.parametrize("seeds", BATCHES[:10], ids=str)
def test_the_route_count_is_true_and_the_cut_is_the_smallest_nearest_the_sink(seeds: range) -> None:
    checked = 0
    for seed in seeds:
        case, (between, data) = random_case(seed), question(seed)
        oracle = Oracle(case)
        stands_for = oracle.isolation(between, data)
        for finding in findings(case, between, data):
            covered = stands_for[said(finding)]
            if any(starts_there(oracle, finding, category) for category in covered):
                assert finding.cut == finding.on_every_route == (), seed  # no flow is to blame
            else:
                check_cut(oracle, finding, covered, seed)
                checked += 1
    assert checked > len(seeds) / 2


def starts_there(oracle: Oracle, finding: Finding, category: str) -> bool:
    labels = oracle.starts(blanks=True).get(finding.sink, set())
    return any(covers(started, category) and home == finding.home for started, home in labels)


def check_cut(oracle: Oracle, finding: Finding, covered: set[str], seed: int) -> None:
    ways = [oracle.chains(category, finding.home, finding.sink, blanks=True) for category in sorted(covered)]
    cut = {arrow(flow) for flow in finding.cut}
    assert finding.routes == max(most_disjoint(chains) for chains in ways), seed
    assert all(cut & set(chain) for chains in ways for chain in chains), seed
    for spared in cut:
        assert any(not (cut - {spared}) & set(chain) for chains in ways for chain in chains), seed
    every = set.intersection(*(set(chain) for chains in ways for chain in chains))
    assert {arrow(flow) for flow in finding.on_every_route} == every, seed
    own_cuts = [nearest_the_sink(chains) for chains in ways]
    enough = [own for own in own_cuts if all(own & set(chain) for chains in ways for chain in chains)]
    assert not enough or (cut in enough and len(cut) == finding.routes), seed


def nearest_the_sink(chains: list[tuple[Arrow, ...]]) -> frozenset[Arrow]:
    return min(smallest_cuts(chains), key=lambda cut: len(nodes_behind(chains, cut)))


def nodes_behind(chains: list[tuple[Arrow, ...]], cut: frozenset[Arrow]) -> set[str]:
    """The nodes from which the sink can still be reached over flows of the chains."""
    flows = {flow for chain in chains for flow in chain} - cut
    behind = {chain[-1][1] for chain in chains if chain}
    while more := {source for source, target, _ in flows if target in behind} - behind:
        behind |= more
    return behind
