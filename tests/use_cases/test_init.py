"""A sheet and a policy to start from."""

from datetime import date
from pathlib import Path

import pytest

from vendor_registry.model.finding import Verdict
from vendor_registry.model.origin import UsageError
from vendor_registry.use_cases.api import load
from vendor_registry.use_cases.init import init

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
