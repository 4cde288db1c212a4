"""A list that the site published is taken as it stands; one that only says so is read like any other, or refused."""

import json

import pytest

from vendor_registry.intake.lists.entries.entry import Choice
from vendor_registry.intake.lists.own_list import FORMAT, own_rows
from vendor_registry.intake.lists.read import read_list
from vendor_registry.model.policy.terms import ALWAYS_PUBLIC

FILLED = dict.fromkeys(ALWAYS_PUBLIC, "x")
ROW = {**FILLED, "vendor": "Cloud", "region": "DE (Berlin); US", "purpose_de": "Zentren", "status": "in force"}


def listed(*rows: object, **changes: object) -> bytes:
    return json.dumps({"format": FORMAT, "version": 1, "sub_processors": list(rows), **changes}).encode()


def test_cells_are_taken_as_they_stand_and_what_is_no_column_is_left() -> None:
    [row] = read_list(listed(ROW), "list.json", "", Choice(), None).rows
    assert row.cells == {name: text for name, text in ROW.items() if name != "status"}
    assert row.sure == 1.0


@pytest.mark.parametrize(
    "raw",
    [
        listed(ROW, version=2),
        listed({**ROW, "region": ["DE"]}),
        listed({**ROW, "purpose": "a\x00b"}),
        listed(ROW, {"vendor": "No key"}),
        listed({**ROW, "purpose": ""}),
        listed("text"),
        listed(sub_processors={"key": "x"}),
        listed(ROW)[:-1],
        b"[" * 5000 + FORMAT.encode(),
        json.dumps([FORMAT]).encode(),
    ],
)
def test_what_is_not_wholly_ours_is_not_taken(raw: bytes) -> None:
    assert own_rows(raw) == []
