"""`forbid`, `only` and waivers against brute force, on many small random graphs."""

import random
from dataclasses import replace
from datetime import date

import pytest

from tests.rules.oracle import Oracle
from tests.rules.oracle_labels import Label, covers
from tests.rules.policy_rules import check, spec
from tests.rules.random_cases import CATEGORIES, random_case
from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome, Verdict
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.rules.judge import judge

BATCHES = [range(start, start + 150) for start in range(0, 600, 150)]
DATA = (("content",), ("content.body",), ("contact", "payment"))


def worst(findings: tuple[Finding, ...]) -> dict[str, Verdict]:
    """The worst open verdict at each sink."""
    open_ = [one for one in findings if one.is_open and one.sink]
    return {
        sink: min((one.verdict for one in open_ if one.sink == sink), key=lambda verdict: verdict.rank)
        for sink in {one.sink for one in open_}
    }


def truth(
    sure: dict[str, set[Label]], may: dict[str, set[Label]], sinks: set[str], data: tuple[str, ...]
) -> dict[str, str]:
    """What must be said at each of these nodes."""

    def held(labels: set[Label]) -> bool:
        return any(covers(wanted, category) or covers(category, wanted) for category, _ in labels for wanted in data)

    found = {}
    for sink in sinks:
        if held(may[sink]):
            found[sink] = "broken" if held(sure[sink]) else "gap"
    return found


@pytest.mark.parametrize("seeds", BATCHES, ids=str)
def test_forbid_and_only_find_whom_the_data_gets_to(seeds: range) -> None:
    reached = 0
    for seed in seeds:
        case, dice = random_case(seed), random.Random(seed)
        oracle, data = Oracle(case), dice.choice(DATA)
        everyone = set(oracle.rows)
        if not everyone:
            continue
        expected = truth(oracle.sure, oracle.may, everyone, data)
        assert worst(check(case, "forbid", to="role:sub-processor", data=data).findings) == expected, seed
        allowed = set(dice.sample(sorted(everyone), dice.randint(1, len(everyone))))
        chosen = " or ".join(f"key:{key}" for key in sorted(allowed))
        rest = {sink: verdict for sink, verdict in expected.items() if sink not in allowed}
        assert worst(check(case, "only", to=chosen, data=data).findings) == rest, seed
        reached += len(expected)
    assert reached > len(seeds) / 2  # the graphs are not too tame to tell anything


def waivers(case: Case, oracle: Oracle, dice: random.Random) -> list[Waiver]:
    pairs = sorted({(edge.source, edge.target) for edge in oracle.edges})
    return [
        Waiver(
            rule="apart",
            source=source,
            target=target,
            data=(),
            reason="r",
            approved_by="a",
            granted=date(2026, 6, 1),
            expires=date(2027, 5, 1),
            file="waivers.csv",
            line=line,
        )
        for line, (source, target) in enumerate(dice.sample(pairs, min(len(pairs), dice.randint(1, 3))), start=2)
    ]


def judged(case: Case, granted: list[Waiver]) -> Outcome:
    return next(one for one in judge(case, granted) if one.rule == "apart")


def everything(found: Outcome) -> set[tuple[tuple[str, str, str, str], str]]:
    """All that is found, open or waived, with every category that goes without saying."""
    return {
        (one.identity, category)
        for one in found.findings
        for key in one.data
        for category in CATEGORIES
        if covers(key, category)
    }


@pytest.mark.parametrize("seeds", BATCHES, ids=str)
def test_what_waivers_leave_is_what_gets_there_without_the_waived_flows(seeds: range) -> None:
    waived = 0
    for seed in seeds:
        dice = random.Random(seed)
        plain = random_case(seed)
        data = dice.choice(DATA)
        rule = spec("forbid", id_="apart", to="role:sub-processor", data=data)
        case = replace(plain, policy=replace(plain.policy, rules=(rule,)))
        oracle = Oracle(case)
        granted = waivers(case, oracle, dice)
        if not oracle.rows or not granted:
            continue
        sure, may = oracle.starts(blanks=False), oracle.starts(blanks=True)
        gone = {(one.source, one.target) for one in granted}
        oracle.edges = [edge for edge in oracle.edges if (edge.source, edge.target) not in gone]
        expected = truth(oracle.run(sure, blanks=False), oracle.run(may, blanks=True), set(oracle.rows), data)
        before, after = judged(case, []), judged(case, granted)
        assert worst(after.findings) == expected, seed
        assert everything(after) == everything(before), seed
        waived += sum(not one.is_open for one in after.findings)
    assert waived > len(seeds) / 10
