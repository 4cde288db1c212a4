"""A document as JSON."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.documents.sample import CHINESE, HOSTILE, STEERING, everywhere, plain
from vendor_registry.documents.formats.as_json import as_json

SCHEMA = json.loads(Path("docs/document.schema.json").read_text("utf-8"))


def test_it_is_as_the_schema_says() -> None:
    found = json.loads(as_json(plain()))
    jsonschema.validate(found, SCHEMA, jsonschema.Draft202012Validator)
    kinds = ["paragraph", "heading", "fields", "heading", "heading", "table"]
    assert [block["kind"] for block in found["blocks"]] == kinds
    assert found["as_of"] == "2026-11-23"
    assert found["blocks"][-1]["rows"][1]["cells"][0][1] == [
        {"text": "Seat: ", "style": "label"},
        {"text": "unknown", "style": "missing"},
    ]


def test_the_schema_refuses_what_is_no_document() -> None:
    broken = json.loads(as_json(plain()))
    broken["blocks"][-1]["rows"][0]["cells"] = ["Acme"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA, jsonschema.Draft202012Validator)


@pytest.mark.parametrize("text", [*HOSTILE, *STEERING, CHINESE])
def test_every_text_is_there_as_it_was_written_and_steers_nothing(text: str) -> None:
    written = as_json(everywhere(text)).decode("utf-8")
    found = json.loads(written)
    assert found["title"] == text
    [table] = [block for block in found["blocks"] if block["kind"] == "table"]
    assert table["rows"][0]["cells"][0] == [[{"text": text}]]
    assert not {"\x1b", "\u202e", "\x00", "\x85"} & set(written)
