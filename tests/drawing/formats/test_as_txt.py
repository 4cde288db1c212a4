"""An outline in plain text."""

import re

import pytest

from tests import make
from tests.drawing import acme
from tests.drawing.hostile import TEXTS
from vendor_registry.drawing.album import album
from vendor_registry.drawing.formats import as_txt
from vendor_registry.drawing.views import concentration, region


def test_parties_stand_under_their_frames_and_flows_under_their_sources() -> None:
    case = acme.small()
    drawn = album(acme.question(case, acme.finding(case, "desk-in")), region.VIEW, engine="wasm")
    lines = as_txt.write(drawn).decode().splitlines()
    assert lines[0] == "Data flows by place of processing"
    india = lines.index("India")
    assert lines[india + 1] == "  Desk India [third party, for eu]"
    assert any("-> Desk India: " in line and line.endswith("BROKEN V1") for line in lines)
    assert "V1  Content reaches India (apart)" in lines


def test_a_table_is_told_row_by_row() -> None:
    drawn = album(acme.question(make.case(make.engagement("oak"))), concentration.VIEW)
    lines = as_txt.write(drawn).decode().splitlines()
    assert lines[lines.index("Oak") + 1] == "  Products: 1 of 1"


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_nothing_steers_a_terminal(text: str) -> None:
    case = make.case(make.engagement("oak", vendor=text))
    written = as_txt.write(album(acme.question(case), region.VIEW, engine="wasm")).decode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
