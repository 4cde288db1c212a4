"""The waivers that go with a policy are read with it."""

from datetime import date
from pathlib import Path

import pytest

from vendor_registry.model.text.origin import RefusedError
from vendor_registry.use_cases import api
from vendor_registry.use_cases.files.load import load

STARTER = Path(api.__file__).parents[1] / "intake" / "starter"
HEADER = "rule,from,to,data,reason,approved_by,granted,expires\n"
DAY = date(2026, 11, 23)


def folder(tmp_path: Path, setting: str = "") -> Path:
    """The starter sheet and policy, with settings above the policy."""
    sheet = (STARTER / "vendors.csv").read_text(encoding="utf-8")
    policy = (STARTER / "policy.toml").read_text(encoding="utf-8")
    (tmp_path / "vendors.csv").write_text(sheet, encoding="utf-8")
    (tmp_path / "policy.toml").write_text(setting + policy, encoding="utf-8")
    return tmp_path


def waived(tmp_path: Path) -> list[str]:
    register = api.load(tmp_path / "vendors.csv", tmp_path / "policy.toml")
    return [finding.waived_by for finding in register.check(DAY).findings if finding.waived_by]


def test_a_file_beside_the_policy_counts_without_being_named(tmp_path: Path) -> None:
    folder(tmp_path)
    assert waived(tmp_path) == []
    findings = api.load(tmp_path / "vendors.csv", tmp_path / "policy.toml").check(DAY).findings
    one = findings[0]
    row = f"{one.rule},{one.source},{one.sink},,Being asked,Ada,2026-11-01,2027-06-30\n"
    (tmp_path / "waivers.csv").write_text(HEADER + row, encoding="utf-8")
    assert set(waived(tmp_path)) == {f"{tmp_path / 'waivers.csv'}:2, until 2027-06-30"}


def test_a_file_that_the_policy_names_must_be_there(tmp_path: Path) -> None:
    folder(tmp_path, 'waivers = "decisions.csv"\n')
    with pytest.raises(RefusedError, match=r"decisions\.csv: there is no such file"):
        load(tmp_path / "vendors.csv", tmp_path / "policy.toml")
    (tmp_path / "decisions.csv").write_text(HEADER, encoding="utf-8")
    assert load(tmp_path / "vendors.csv", tmp_path / "policy.toml").beside.waivers == ()


def test_its_faults_are_told_with_those_of_the_sheet(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "waivers.csv").write_text(HEADER + "complete,,x,,,,2026-11-01,2027-06-30\n", encoding="utf-8")
    sheet = tmp_path / "vendors.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("sub-processor", "sub-procesor", 1), encoding="utf-8")
    with pytest.raises(RefusedError) as told:
        load(sheet, tmp_path / "policy.toml")
    files = [Path(fault.cell.file).name for fault in told.value.faults]
    assert files == ["vendors.csv", "waivers.csv", "waivers.csv"]


def test_the_longest_term_is_a_setting_of_the_policy(tmp_path: Path) -> None:
    folder(tmp_path, "waivers_max_months = 6\n")
    assert load(tmp_path / "vendors.csv", tmp_path / "policy.toml").policy.waivers_max_months == 6
