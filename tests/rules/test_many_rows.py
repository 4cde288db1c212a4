"""Of a large register that is looked after, a check makes engagements of those rows only of which it has something to
say: the rest stay columns."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.generate import write
from vendor_registry.case.case import Case
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.on_demand import OnDemand
from vendor_registry.rules.judge import judge
from vendor_registry.use_cases.files.load import load

ROWS = 3_000
DAY = date(2026, 11, 23)


def test_few_engagements_are_made_and_the_findings_are_the_same(tmp_path: Path) -> None:
    write(ROWS, tmp_path)
    loaded = load(tmp_path / "vendors.csv", tmp_path / "policy.toml")
    rows, made = loaded.registry.engagements, set[int]()
    assert isinstance(rows, OnDemand)

    def counted(number: int) -> Engagement:
        made.add(number)
        one: Engagement = rows[number]
        return one

    watched = replace(loaded.registry, engagements=OnDemand(ROWS, counted, rows.column))
    outcomes = judge(Case(watched, loaded.policy, DAY))
    assert any(outcome.findings for outcome in outcomes)
    assert 0 < len(made) < ROWS / 3
    assert outcomes == judge(Case(replace(loaded.registry, engagements=tuple(rows)), loaded.policy, DAY))
