"""The difference as JSON: valid, complete, and the same whatever the order of rows."""

import json
from pathlib import Path

import jsonschema

from tests import make
from tests.changes.compared import concerning, customer, difference
from vendor_registry.changes.change import Kind
from vendor_registry.reports.difference_json import as_json

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "difference.schema.json").read_text(encoding="utf-8"))
BEFORE = [make.engagement("host"), make.engagement("desk", data=None, line=3)]
AFTER = [
    make.engagement("host", region="US", vendor="\x1b[31m<b>"),
    make.engagement("lake", engaged_by=("host",), line=3),
]


def test_what_is_written_is_what_the_schema_says() -> None:
    for found in (difference(BEFORE, AFTER), difference(AFTER, BEFORE), difference([], [])):
        jsonschema.validate(json.loads(as_json(found)), SCHEMA)


def test_the_schema_knows_every_kind_of_change() -> None:
    assert SCHEMA["$defs"]["change"]["properties"]["kind"]["enum"] == [str(kind) for kind in Kind]


def test_changes_and_consequences_are_all_there_and_nothing_steers_a_terminal() -> None:
    found = difference(BEFORE, AFTER)
    told = json.loads(as_json(found))
    assert "\x1b" not in as_json(found)
    assert [one["kind"] for one in told["changes"]] == [str(one.kind) for one in found.changes]
    follows = told["consequences"]
    assert len(follows["reached"]) == len(found.reached) > 0
    assert len(follows["transfers"]) == len(found.transfers) > 0
    assert {key: len(value) for key, value in follows["findings"].items()} == {
        "new": len(found.findings.new),
        "worse": len(found.findings.changed),
        "fixed": len(found.findings.fixed),
    }


def test_the_order_of_rows_makes_no_byte_of_difference() -> None:
    assert as_json(difference(BEFORE, AFTER)) == as_json(difference(BEFORE[::-1], AFTER[::-1]))


def test_customers_concerned_are_told_with_why() -> None:
    found = concerning([customer("acme", products=("mail",), zone="eu")], BEFORE, AFTER)
    told = json.loads(as_json(found))
    jsonschema.validate(told, SCHEMA)
    [one] = told["consequences"]["customers"]
    assert (one["key"], one["keys"], one["sure"]) == ("acme", ["desk", "host", "lake"], True)
