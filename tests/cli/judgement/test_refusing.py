"""vendors check of what cannot be understood: faults in the formats that were asked for, and exit status 2."""

import json
from pathlib import Path

import pytest

from tests.running import DAY, Ran, vendors

FAULT = 'data/vendors.csv:2 [country] "Germny" is not a country'


@pytest.fixture
def folder(starter: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter with a country misspelt."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    sheet = starter / "data" / "vendors.csv"
    text = sheet.read_text(encoding="utf-8").replace('cloud.example",DE', 'cloud.example",Germny', 1)
    sheet.write_text(text, encoding="utf-8", newline="")
    return starter


def check(*options: str) -> Ran:
    return vendors("check", "--as-of", DAY, *options)


def test_as_text_they_stand_on_stderr_alone(folder: Path) -> None:
    ran = check()
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(FAULT)
    assert ran.err.endswith("1 fault; nothing was written.\n")


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "github", "markdown", "csv"])
def test_what_reads_stdout_gets_them_too(folder: Path, name: str) -> None:
    ran = check("--format", name)
    assert ran.status == 2
    assert "Germny" in ran.out
    assert ran.err.startswith(FAULT)
    assert ran.err.endswith("1 fault; nothing was judged.\n")


def test_files_of_yesterday_do_not_stay(folder: Path) -> None:
    """A build that uploads what it finds would show the findings of a sheet that is gone."""
    for name in ("v.sarif", "v.json", "v.txt"):
        (folder / name).write_text("yesterday", encoding="utf-8")
    ran = check("--output", "sarif=v.sarif", "--output", "json=v.json", "--output", "text=v.txt")
    assert (ran.status, ran.out) == (2, "")
    [result] = json.loads((folder / "v.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = (folder / "data" / "vendors.csv").read_text(encoding="utf-8").splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "Germny"
    assert [one["cell"]["column"] for one in json.loads((folder / "v.json").read_text(encoding="utf-8"))["faults"]] == [
        "country"
    ]
    assert (folder / "v.txt").read_text(encoding="utf-8").startswith(FAULT)


def test_they_stand_on_the_summary_page_of_a_build(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "page.md"))
    check("--format", "github")
    assert (folder / "page.md").read_text(encoding="utf-8").startswith("## vendors check: 1 fault")


def test_of_a_broken_policy_as_well(folder: Path) -> None:
    (folder / "data" / "policy.toml").write_text("[company", encoding="utf-8")
    told = json.loads(check("--format", "json").out)
    assert {one["cell"]["file"] for one in told["faults"]} == {"data/policy.toml"}
    assert (told["rules"], told["findings"], told["counts"]["engagements"]) == ([], [], 0)
