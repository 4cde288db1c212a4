"""vendors log: what was published, when and why."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from tests.running import vendors

SCHEMA = Path(__file__).parents[3] / "docs" / "ledger.schema.json"


def test_where_nothing_was_published_that_is_said_and_no_store_is_made(starter: Path) -> None:
    ran = vendors("log")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "Nothing has been published yet; `vendors publish` stores the first revision.\n"
    assert sorted(path.name for path in starter.iterdir()) == ["data"]


def test_revisions_are_listed_newest_first_with_day_rows_and_note(starter: Path) -> None:
    vendors("publish", "--note", "The beginning", "--by", "Bob")
    sheet = starter / "data" / "vendors.csv"
    rows = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    sheet.write_text("".join(rows[:-1]), encoding="utf-8", newline="")
    vendors("publish", "--yes", "--by", "Ada", "--effective", "2026-12-20")
    newest, oldest = vendors("log").out.splitlines()
    moment = r"\d{4}-\d\d-\d\d \d\d:\d\d UTC"
    assert re.fullmatch(rf"   2  {moment}     3 rows  by Ada; in force from 2026-12-20", newest)
    assert re.fullmatch(rf"   1  {moment}     4 rows  The beginning; by Bob", oldest)


def test_the_log_can_be_read_without_a_sheet(starter: Path) -> None:
    vendors("publish")
    (starter / "data" / "vendors.csv").unlink()
    assert vendors("log").out.startswith("   1  ")


def test_what_became_of_one_vendor_is_told_revision_by_revision(starter: Path) -> None:
    sheet = starter / "data" / "vendors.csv"
    vendors("publish")
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("DE (Frankfurt)", "DE (Frankfurt); US"), encoding="utf-8", newline="")
    vendors("publish", "--yes")
    header, *rows = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    name = rows[0].split(",")[1]
    sheet.write_text(header + "".join(rows[:-1]), encoding="utf-8", newline="")
    vendors("publish", "--yes")
    sheet.unlink()
    for wanted in (name, name.upper(), "host-eu"):
        lines = vendors("log", "--vendor", wanted).out.splitlines()
        assert [line[:4] for line in lines if line.startswith("   ") and line[3].isdigit()] == ["   2", "   1"]
        assert f"      {name} (host-eu): place widened [region]: DE (Frankfurt) -> DE (Frankfurt); US" in lines
        assert any("vendor added" in line for line in lines)
    ran = vendors("log", "--vendor", name[:-1])
    assert (ran.status, ran.out) == (2, "")
    assert f'did you mean "{name}"?' in ran.err


def test_every_list_of_the_ledger_is_there_for_programs(starter: Path) -> None:
    """The starter has a customer `acme`; it is told of a second revision, and objects."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    (starter / "data" / "customers.csv").write_text("key,name,products,zone\nacme,Acme,app,*\n", encoding="utf-8")
    lists = (["log"], ["notice", "list"], ["objection", "list"], ["review", "list"])
    for words in lists:
        told = json.loads(vendors(*words, "--format", "json").out)
        jsonschema.validate(told, schema)
        assert list(told.values())[1] == []
    vendors("publish")
    sheet = starter / "data" / "vendors.csv"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("DE (Frankfurt)", "DE (Frankfurt); FR"), encoding="utf-8", newline="")
    vendors("publish", "--yes", "--note", "Más lejos", "--effective", "2098-01-01", "--by", "Ada")
    assert vendors("notice", "record", "--all", "--channel", "e-mail").status == 0
    assert vendors("objection", "add", "--customer", "acme", "--vendor", "host-eu", "--reason", "No").status == 0
    assert vendors("review", "record", "host-eu", "--next", "2098-01-01").status == 0
    for words in (*lists, ["log", "--vendor", "host-eu"]):
        told = json.loads(vendors(*words, "--format", "json").out)
        jsonschema.validate(told, schema)
        assert list(told.values())[1]
    [newest, _] = json.loads(vendors("log", "--vendor", "host-eu", "--format", "json").out)["revisions"]
    assert (newest["number"], newest["note"], newest["effective"]) == (2, "Más lejos", "2098-01-01")
    assert [(one["column"], one["after"]) for one in newest["changes"]] == [("region", "DE (Frankfurt); FR")]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**told, "revisions": [{"number": 0}]}, schema)
