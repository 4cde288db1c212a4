"""Where to begin, in words, in every format that tells it."""

import json
from dataclasses import replace

from tests.reports import sample
from vendor_registry.model.findings.remedy import Remedy
from vendor_registry.model.text.origin import Cell
from vendor_registry.reports.formats.as_json import as_json
from vendor_registry.reports.formats.as_markdown import as_markdown
from vendor_registry.reports.formats.as_text import as_text
from vendor_registry.reports.parts.beginning import begin_with
from vendor_registry.reports.parts.telling import Telling

SEAT, ZONE = Cell("data/policy.toml", 15, "company.country"), Cell("data/policy.toml", 30, "systems.account.zone")
CONTACT = Cell("data/vendors.csv", 2, "contact")
FIRST = (
    Remedy(cell=SEAT, write="Write where it is established.", supposed="US", settles=12, together=(ZONE,)),
    Remedy(cell=ZONE, write="Name its data region.", supposed="us", settles=12, together=(SEAT,)),
    Remedy(cell=CONTACT, write="Write its contact person.", supposed="", settles=1),
)
REPORT = replace(sample.report(), first=FIRST)


def test_it_says_what_to_write_what_was_supposed_how_much_that_settles_and_what_else_it_takes() -> None:
    assert [words for _, words in begin_with(REPORT)] == [
        'Write where it is established. If that is "US", it settles at least 12 findings, together with 2.',
        'Name its data region. If that is "us", it settles at least 12 findings, together with 1.',
        "Write its contact person. That settles at least 1 finding.",
    ]


def test_text_begins_with_it() -> None:
    first, second, *_ = as_text(REPORT).splitlines()
    assert first.startswith("FIRST   ")
    assert second.startswith("  1  data/policy.toml:15 [company.country]  Write where it is established.")
    assert "FIRST" not in as_text(REPORT, Telling(quiet=True))
    assert "FIRST" not in as_text(sample.report())


def test_markdown_tells_it_above_the_table() -> None:
    text = as_markdown(REPORT)
    assert text.index("1. data/policy.toml:15 \\[company.country\\]: Write") < text.index("| Standing |")
    assert "1. data" not in as_markdown(REPORT, Telling(quiet=True))


def test_json_has_it_as_objects() -> None:
    first = json.loads(as_json(REPORT))["first"]
    assert [one["settles"] for one in first] == [12, 12, 1]
    assert first[0]["together"] == [{"file": "data/policy.toml", "line": 30, "column": "systems.account.zone"}]
    assert first[2] == {
        "cell": {"file": "data/vendors.csv", "line": 2, "column": "contact"},
        "write": "Write its contact person.",
        "supposed": "",
        "settles": 1,
        "together": [],
    }
