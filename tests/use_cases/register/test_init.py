"""A sheet and a policy to start from."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.text.origin import RefusedError, UsageError
from vendor_registry.use_cases.api import load
from vendor_registry.use_cases.register.init import init, init_workbook

DAY = date(2026, 11, 23)


def test_the_files_are_where_every_command_looks_for_them(tmp_path: Path) -> None:
    assert init(tmp_path) == (tmp_path / "data" / "vendors.csv", tmp_path / "data" / "policy.toml")
    assert all(path.is_file() for path in init(tmp_path / "second"))


def test_the_starter_shows_what_there_is_to_see(tmp_path: Path) -> None:
    """Two data regions, sub-processors and processors, a transfer with a ground, a row that inherits, a rule."""
    register = load(*init(tmp_path))
    engagements = register.registry.engagements
    assert {one.zone for one in engagements} == {"eu", "us"}
    assert {str(one.role) for one in engagements} == {"sub-processor", "processor"}
    assert register.registry.by_key["host-us"].legal_name == register.registry.by_key["host-eu"].legal_name != ""
    assert register.check(DAY).transfers == 2
    assert [rule.type for rule in register.policy.rules] == ["isolation"]
    assert {one.verdict for one in register.check(DAY).findings} <= {Verdict.WARNING}


def test_nothing_is_written_where_one_of_the_two_is_there(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "policy.toml").write_text("mine")
    with pytest.raises(UsageError, match=r"data/policy\.toml is there already; nothing written\.$"):
        init(tmp_path)
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["policy.toml"]
    assert (tmp_path / "data" / "policy.toml").read_text() == "mine"


def test_the_workbook_reads_back_to_the_register_of_the_csv_sheet(tmp_path: Path) -> None:
    """The starter in both forms says the same, but for the places of its cells."""
    book, policy = init_workbook(tmp_path / "book")
    rows = load(*init(tmp_path / "csv")).registry.engagements
    found = load(book, policy).registry.engagements
    assert [replace(one, file="", line=0) for one in found] == [replace(one, file="", line=0) for one in rows]


def test_a_workbook_is_made_from_the_policy_and_the_sheet_that_are_there(tmp_path: Path) -> None:
    """Both are left alone; a policy without a sheet gives a workbook without rows."""
    sheet, policy = init(tmp_path)
    policy.write_text(policy.read_text(encoding="utf-8").replace("zones.us", "zones.usa"), encoding="utf-8")
    policy.write_text(policy.read_text(encoding="utf-8").replace('"us"', '"usa"'), encoding="utf-8")
    sheet.write_text(sheet.read_text(encoding="utf-8").replace(",app,us,", ",app,usa,"), encoding="utf-8")
    before = policy.read_bytes()
    (book,) = init_workbook(tmp_path)
    assert {one.zone for one in load(book, policy).registry.engagements} == {"eu", "usa"}
    assert policy.read_bytes() == before
    book.unlink()
    sheet.unlink()
    (book,) = init_workbook(tmp_path)
    with pytest.raises(RefusedError, match="the file has a header and no rows"):
        load(book, policy)
    with pytest.raises(UsageError, match=r"data/vendors\.xlsx is there already; nothing written\.$"):
        init_workbook(tmp_path)
