"""vendors list: the engagements in force, for people and for spreadsheets."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.running import DAY, vendors


def test_engagements_are_lines_and_the_last_one_counts_them(starter: Path) -> None:
    head, *rows, last = vendors("list", "--as-of", DAY).out.splitlines()
    assert head.split() == ["KEY", "VENDOR", "ROLE", "SERVICE", "PRODUCTS", "ZONE", "REGION"]
    assert [row.split()[0] for row in rows] == ["desk", "host-eu", "host-us", "pay"]
    assert last == "4 engagements of 3 vendors in force on 2026-11-23."


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2024-02-29", "No engagement is in force on 2024-02-29."),
        ("2024-03-01", "3 engagements of 2 vendors in force on 2024-03-01."),
        ("2024-06-01", "4 engagements of 3 vendors in force on 2024-06-01."),
    ],
)
def test_only_what_is_in_force_on_the_day_is_listed(starter: Path, day: str, last: str) -> None:
    assert vendors("list", "--as-of", day).out.splitlines()[-1] == last


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_only_a_part_is_listed_in_every_format(starter: Path, form: str) -> None:
    listed = vendors("list", "--as-of", DAY, "--only", "zone:us", "--format", form).out
    assert "host-us" in listed
    assert "host-eu" not in listed
    assert form != "text" or listed.endswith("\n1 engagement of 1 vendor in force on 2026-11-23.\n")


def test_csv_and_json_hold_the_same_rows(starter: Path) -> None:
    table = vendors("list", "--as-of", DAY, "--format", "csv").out
    assert table.startswith("\ufeff"), "without it Excel spoils umlauts"
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline="")))
    assert rows == json.loads(vendors("list", "--as-of", DAY, "--format", "json").out)
    assert [row["key"] for row in rows] == ["desk", "host-eu", "host-us", "pay"]
    assert rows[0]["mechanism"] == "DPF (2024-05-01); SCC M2 (2024-04-02)"
    assert rows[0]["affiliate"] == "no"


def test_counts_by_one_and_by_two_columns(starter: Path) -> None:
    one = vendors("list", "--as-of", DAY, "--count-by", "service").out
    assert [line.split() for line in one.splitlines()[2:]] == [["hosting", "2"], ["payments", "1"], ["support", "1"]]
    two = vendors("list", "--as-of", DAY, "--count-by", "service", "--count-by", "role").out
    assert two.splitlines()[-1].split() == ["all", "2", "2", "4"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--format", "xml"), '"xml" is no format here; choose one of text, csv, json.'),
        (("--format", "csv", "--count-by", "role"), "--count-by prints a table of its own; leave --format out."),
        (
            ("--count-by", "colour"),
            'There is no column "colour"; `vendors columns` lists them.',
        ),
        (
            ("--count-by", "role", "--count-by", "role"),
            "--count-by takes one column or two, and not the same twice.",
        ),
    ],
)
def test_what_cannot_be_listed_is_refused(starter: Path, arguments: tuple[str, ...], message: str) -> None:
    ran = vendors("list", *arguments)
    assert (ran.status, ran.stdout, ran.err) == (2, b"", f"{message}\n")


def test_columns_of_the_company_are_listed_and_asked_for(starter: Path) -> None:
    """An extra column, in CSV, in JSON and in a rule of the policy; a blank cell of it is a gap where it stands."""
    sheet, policy = starter / "data" / "vendors.csv", starter / "data" / "policy.toml"
    first, *rows = sheet.read_text(encoding="utf-8").splitlines()
    filled = [f"{row},{'Ada' if number else ''}" for number, row in enumerate(rows)]
    sheet.write_text("\n".join([f"{first},Our owner", *filled, ""]), encoding="utf-8")
    added = '\n[[rules]]\nid = "owned"\ntype = "require"\nfilled = ["column:Our owner"]\n'
    policy.write_text(policy.read_text(encoding="utf-8") + added, encoding="utf-8")
    as_csv = vendors("list", "--format", "csv", "--columns", "key,Our owner")
    assert as_csv.stdout.decode("utf-8-sig").splitlines()[0] == "key,Our owner"
    owners = [one["Our owner"] for one in json.loads(vendors("list", "--format", "json").stdout)]
    assert sorted(set(owners)) == ["", "Ada"]
    found = json.loads(vendors("check", "--rule", "owned", "--format", "json").stdout)
    assert [(one["cell"]["line"], one["cell"]["column"]) for one in found["findings"]] == [(2, "Our owner")]
