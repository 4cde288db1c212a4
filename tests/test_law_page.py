"""The page for lawyers says what the law floor does."""

import re
from datetime import date
from pathlib import Path

from tests.law.asking import question
from vendor_registry.law.catalogue import dated_tables
from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.zones import REGIMES
from vendor_registry.model.findings.transfer import TransferVerdict

PAGE = (Path(__file__).parent.parent / "docs" / "law.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return PAGE.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_every_verdict_is_explained_best_first() -> None:
    assert re.findall(r"^\| `(\w+)` \|", section("The question"), re.MULTILINE) == list(TransferVerdict)
    assert all(f"(`{regime}`)" in PAGE for regime in REGIMES)


def test_the_tables_named_are_those_that_can_be_shown() -> None:
    named = re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| \d \|.*\|(.*)\|$", section("The steps"), re.MULTILINE)))
    assert set(named) == set(dated_tables())


def test_the_days_are_those_of_the_tables() -> None:
    """180 days; 2002/16; certification; binding corporate rules and exceptions; the Swiss list."""
    assert f"more than {tables().checked.stale_after_days} days later" in PAGE
    old = next(row for row in tables().mechanisms if row.id == "scc_2002_16")
    assert (old.valid_to, old.unclear_until) == (date(2021, 9, 26), date(2022, 12, 27))
    assert "from 27 September 2021 to 27 December 2022" in PAGE
    certification = next(row for row in tables().mechanisms if row.id == "certification")
    assert certification.first_approval == date(2026, 4, 15)
    assert "before 15 April 2026" in PAGE
    begun = {row.valid_from for row in tables().mechanisms if row.basis in {"bcr", "derogation"} and row.regime != "uk"}
    assert begun == {date(2018, 5, 25), date(2023, 9, 1)}
    listed = {row.valid_from for row in tables().adequacy if row.condition == "indicative_list"}
    assert listed == {date(2018, 5, 25)}


def test_the_first_check_that_fails_is_the_reason_that_is_told() -> None:
    """The order of the page: tool, day of the row, signature, roles, end of new contracts."""
    told = []
    for mechanism in ("SCC 2021/915", "SCC 2010/87 (2024-01-01)", "SCC M3 (2025-01-01)", "SCC M3 (2022-01-01)"):
        told += [note.code for note in judge(question(mechanism)).notes]
    assert told == ["not-a-mechanism", "mechanism-dead", "mechanism-not-yet", "wrong-module"]
