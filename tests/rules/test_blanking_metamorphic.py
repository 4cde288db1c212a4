"""Emptying a cell never makes a check greener: what was found stays, or a gap takes its place.

Tried with every filled cell of the register that comes with the program, of the one that `vendors init` writes, and of
the example of every rule. A blank that says something (`vendors columns` tells what) may settle a finding; such columns
are told apart by what the table of columns says of them, not by a list of this test.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.make import DAY
from tests.rules import test_pages as pages
from vendor_registry.case.case import Case
from vendor_registry.intake.columns import BY_HEADER, SHARED, SHARED_NO, UNKNOWN
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.registry import examine
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.rules.catalogue import RULES
from vendor_registry.rules.judge import judge
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.sheet import vendor_rows_agree
from vendor_registry.use_cases.register.init import init

ROOT = Path(__file__).parents[2]
Found = dict[tuple[object, ...], Finding] | None  # None: the sheet has a fault, which is louder than any finding


def found(sheet: Sheet, policy: Policy) -> Found:
    registry, faults = examine((sheet,), policy)
    if faults:
        return None
    outcomes = judge(Case(registry, policy, DAY))
    return {(*one.identity, one.data, one.message): one for outcome in outcomes for one in outcome.findings}


def emptied(sheet: Sheet) -> Iterator[tuple[Cell, Sheet]]:
    """The sheet with one filled cell blank, for each filled cell."""
    for number, row in enumerate(sheet.rows):
        for place, header in enumerate(sheet.header):
            if row.values[place]:
                values = tuple("" if at == place else text for at, text in enumerate(row.values))
                rows = (*sheet.rows[:number], replace(row, values=values), *sheet.rows[number + 1 :])
                yield Cell(sheet.file, row.line, header), replace(sheet, rows=rows)


def greener(sheet: Sheet, policy: Policy) -> Iterator[str]:
    """The cells whose blank took something away and left no gap."""
    before = found(sheet, policy)
    assert before, "a sheet on which nothing is found cannot get greener"
    for cell, less in emptied(sheet):
        after = found(less, policy)
        if after is None:
            continue
        gone = [one for known, one in before.items() if known not in after and not _settled(cell, one)]
        fresh = [one for known, one in after.items() if known not in before and one.verdict is not Verdict.WARNING]
        if gone and not fresh:
            yield f"{cell}: {gone[0].message}"


def _settled(cell: Cell, finding: Finding) -> bool:
    """Whether a blank of the column says something that may settle the finding; a reservation about what stands in a
    cell goes with it."""
    blank = BY_HEADER[cell.column].blank
    if finding.verdict is Verdict.WARNING and cell in (finding.cell, *finding.related):
        return True
    if blank in (SHARED, SHARED_NO):
        return finding.rule == vendor_rows_agree.RULE.id  # the row now says what the others say
    return blank != UNKNOWN


def test_no_cell_of_the_register_makes_it_greener() -> None:
    data = ROOT / "data"
    sheet, policy = read_sheet(data / "vendors.csv", "vendors.csv"), read_policy(data / "policy.toml")
    assert list(greener(sheet, policy)) == []


@pytest.mark.parametrize("change", [lambda text: text, lambda text: text.replace("2024-01-15", "2024-02-15")])
def test_no_cell_of_a_new_register_makes_it_greener(tmp_path: Path, change: Callable[[str], str]) -> None:
    """As `vendors init` writes it, and with customers who were told too late."""
    path, policy = init(tmp_path)
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    assert list(greener(read_sheet(path, "vendors.csv"), read_policy(policy))) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_cell_of_an_example_makes_it_greener(rule: Rule, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text("\n".join([pages.POLICY, *pages.blocks(rule, "toml")]), encoding="utf-8")
    (tmp_path / "vendors.csv").write_text(pages.blocks(rule, "csv")[0], encoding="utf-8")
    sheet = pages.filled(read_sheet(tmp_path / "vendors.csv", "vendors.csv"))
    policy = read_policy(tmp_path / "policy.toml", "policy.toml")
    if found(sheet, policy):
        assert list(greener(sheet, policy)) == []
    else:
        assert rule.id == "waivers", "only the example of waivers has its findings in another file"


def test_the_only_notice_does_not_make_it_greener(tmp_path: Path) -> None:
    """Customers were told too late of the only sub-processor; nothing is published, and the policy names no day."""
    path, policy = init(tmp_path)
    text = path.read_text(encoding="utf-8").replace("2024-01-15", "2024-02-15")
    path.write_text(text, encoding="utf-8", newline="")
    sheet = read_sheet(path, "vendors.csv")
    place = sheet.header.index("role")
    only = next(row for row in sheet.rows if row.values[place] == "sub-processor" and "2024-02-15" in row.values)
    alone = replace(sheet, rows=(only,))
    understood = read_policy(policy)
    assert understood.notice.since is None
    assert any(one.cell.column == "notified" for one in (found(alone, understood) or {}).values())
    assert list(greener(alone, understood)) == []
    since, notified = (alone.header.index(column) for column in ("since", "notified"))
    for other in (since, notified):
        values = tuple("" if place == other else text for place, text in enumerate(only.values))
        with_one_day = replace(alone, rows=(replace(only, values=values),))
        assert list(greener(with_one_day, understood)) == []


def test_a_rule_that_passes_over_a_blank_would_be_noticed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As if nobody asked for blank days of notice."""
    monkeypatch.setattr("vendor_registry.rules.sheet.dates_in_order._is_asked_for", lambda *_: False)
    path, policy = init(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("2024-01-15", "2024-02-15"), encoding="utf-8", newline="")
    told = list(greener(read_sheet(path, "vendors.csv"), read_policy(policy)))
    assert {one.partition(": ")[0] for one in told} >= {"vendors.csv:2 [since]", "vendors.csv:2 [notified]"}
