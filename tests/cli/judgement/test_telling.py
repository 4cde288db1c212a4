"""vendors check: how much is told, and of what."""

import json
import re
from pathlib import Path

import pytest

from tests.running import vendors

SHEET = """\
key,vendor,legal_name,address,contact,country,role,service,purpose,products,zone,data_subjects,data,region
a,Alpha,Alpha GmbH,"1 Weg, Berlin",,DE,sub-processor,hosting,Hosting,app,eu,customers,content,DE
b,Beta,Beta GmbH,"2 Weg, Berlin",,DE,sub-processor,hosting,Hosting,app,eu,customers,content,DE
c,Gamma,Gamma GmbH,"3 Weg, Berlin",Ada,DE,sub-processor,hosting,Hosting,app,eu,customers,content,
"""


@pytest.fixture(autouse=True)
def folder(starter: Path) -> Path:
    """
    key | contact | region
    a   |         | DE
    b   |         | DE
    c   | Ada     |
    """
    (starter / "data" / "vendors.csv").write_text(SHEET, encoding="utf-8")
    return starter


def test_rows_are_told_together_and_each_by_itself_where_asked() -> None:
    together, each = vendors("check").out, vendors("check", "--each").out
    assert "  gap  3 rows: These rows leave blank what the annex or a review needs.\n" in together
    assert "The row of Alpha leaves contact blank." not in together
    assert "  data/vendors.csv:2 [contact]  gap\n    The row of Alpha leaves contact blank.\n" in each


def test_it_begins_with_what_settles_most() -> None:
    ran = vendors("check")
    assert ran.status == 1
    assert ran.out.startswith("FIRST   ")
    assert '  1  data/vendors.csv:4 [region]  Write where it processes the data. If that is "DE", it' in ran.out
    first = json.loads(vendors("check", "--format", "json").out)["first"]
    assert first[0]["cell"] == {"file": "data/vendors.csv", "line": 4, "column": "region"}
    assert first[0]["settles"] > 1


def test_quiet_is_a_line_a_rule_and_the_summary() -> None:
    ran = vendors("check", "--quiet")
    lines = ran.out.splitlines()
    assert ran.status == 1
    assert lines[0] == "GAP     complete  4 gaps: Every row says what the annex needs"
    assert "data/vendors.csv:2" not in ran.out
    rules = [line for line in lines if line.split()[0] in {"BROKEN", "GAP", "WARNING", "KEPT"}]
    assert lines[-1].startswith(f"{len(rules)} rules, ")


def test_quiet_markdown_is_the_table() -> None:
    text = vendors("check", "-q", "--format", "markdown").out
    assert "| **gap** | complete | 4 gaps |" in text
    assert "### " not in text


def test_a_program_is_never_told_less() -> None:
    ran = vendors("check", "--quiet", "--format", "sarif")
    assert (ran.status, ran.out) == (2, "")
    assert "--quiet is for people; choose --format text or markdown." in ran.err


def test_one_rule_alone_is_shown_and_fails_alone() -> None:
    assert vendors("check", "--rule", "complete").status == 1
    kept = vendors("check", "--rule", "waivers", "--rule", "dates-in-order")
    assert kept.status == 0
    assert [line.split()[:2] for line in kept.out.splitlines()[:-1]] == [
        ["KEPT", "dates-in-order"],
        ["KEPT", "waivers"],
    ]
    assert kept.out.splitlines()[-1].startswith("2 rules, 2 kept: no findings.")
    both = json.loads(vendors("check", "--rule", "waivers", "--rule", "complete", "--format", "json").out)
    assert [one["id"] for one in both["rules"]] == ["complete", "waivers"]


def test_a_rule_of_the_policy_is_one_too() -> None:
    rules = [one["id"] for one in json.loads(vendors("check", "--format", "json").out)["rules"]]
    [own] = [rule for rule in rules if rule == "regions-apart"]
    assert vendors("check", "--rule", own).out.splitlines()[-1].startswith("1 rule, ")


@pytest.mark.parametrize(
    ("written", "hint"), [("complte", "did you mean complete?"), ("xyz", "the rules of this check are")]
)
def test_a_rule_that_is_none_is_a_wrong_request(written: str, hint: str) -> None:
    ran = vendors("check", "--rule", written)
    assert (ran.status, ran.out) == (2, "")
    assert f'"{written}" is no rule here; {hint}' in ran.err


def test_colour_is_forced_and_forbidden() -> None:
    assert "\x1b[33mGAP     \x1b[0mcomplete" in vendors("check", "--color").out
    assert "\x1b" not in vendors("check", "--no-color").out


def test_the_summary_page_of_a_build_begins_with_it_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "page.md"))
    vendors("check", "--format", "github")
    page = (folder / "page.md").read_text(encoding="utf-8")
    assert page.index("### What settles most findings") < page.index("1. data/vendors.csv:4 \\[region\\]: Write")
    assert "**gap** 3 rows: These rows leave blank" in page


def test_the_verdict_of_rows_told_together_is_coloured_too() -> None:
    coloured = vendors("check", "--color").out
    assert "  \x1b[33mgap\x1b[0m  3 rows: These rows" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == vendors("check", "--no-color").out
