"""What programs get of each document is as the schema says, the seal too."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.running import DAY, vendors

ROOT = Path(__file__).parents[3]
SCHEMA = jsonschema.Draft202012Validator(json.loads((ROOT / "docs" / "document.schema.json").read_text("utf-8")))
INPUTS = ("--sheet", str(ROOT / "data" / "vendors.csv"), "--policy", str(ROOT / "data" / "policy.toml"), "--as-of", DAY)


@pytest.mark.parametrize(
    "asked",
    [
        ("annex",),
        ("annex", "--lang", "fr"),
        ("annex", "--kind", "scc"),
        ("annex", "--kind", "recipients", "--product", "mailgun"),
        ("records", "--transfers"),
        ("records", "--tia", "US"),
    ],
)
def test_each_document_is_as_the_schema_says(asked: tuple[str, ...]) -> None:
    said = json.loads(vendors(*asked, *INPUTS, "--format", "json", "-o", "-").out)
    SCHEMA.validate(said)
    assert said["language"].startswith(said["seal"]["request"]["language"])
