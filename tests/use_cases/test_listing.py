"""The register as a table."""

import csv
import io
import json
from typing import Any

import pandas
import pytest

from tests import make
from vendor_registry.model.engagement import Role
from vendor_registry.model.origin import UsageError
from vendor_registry.use_cases.listing import as_csv, as_json, counts, table


def frame(**changes: Any) -> pandas.DataFrame:
    rows = (make.engagement("pine", **changes), make.engagement("ash", role=Role.PROCESSOR, line=3))
    return table(make.case(*rows))


def test_the_table_has_a_row_an_engagement_sorted_by_key() -> None:
    found = frame(products=("mail", "other"), data=("content", "contact"), affiliate=True)
    assert list(found.index) == ["ash", "pine"]
    assert found["products"]["pine"] == "mail; other"
    assert found["data"]["pine"] == "content; contact"
    assert found["affiliate"].tolist() == ["no", "yes"]
    assert found["role"]["ash"] == "processor"


def test_unknown_data_is_a_blank_and_namibia_stays_namibia() -> None:
    """Where tables are read by guessing, NA turns into a missing value."""
    found = frame(data=None, country="NA", region="NA")
    assert [found[column]["pine"] for column in ("data", "country", "region")] == ["", "NA", "NA"]


def test_nobody_in_force_is_a_table_without_rows() -> None:
    empty = table(make.case())
    assert list(empty.columns)[:2] == ["vendor", "role"]
    assert as_json(empty) == "[]\n"
    assert len(as_csv(empty).splitlines()) == 1
    assert counts(empty, ["role"]) == "No engagement is in force.\n"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("-1+2", "'-1+2"),
        ("＝1", "'＝1"),
        ("a\n=b", "a =b"),
        ('say "hi", all', 'say "hi", all'),
        ("\u202egnp.exe", "\\u202egnp.exe"),
    ],
)
def test_csv_holds_every_text_and_runs_none(text: str, cell: str) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(frame(vendor=text)).removeprefix("\ufeff"), newline="")))
    assert [row["vendor"] for row in rows] == ["Ash", cell]
    assert json.loads(as_json(frame(vendor=text)))[1]["vendor"] == text


def test_counts_have_a_line_a_value_and_totals_for_two_columns() -> None:
    assert [line.split() for line in counts(frame(), ["role"]).splitlines()[2:]] == [
        ["processor", "1"],
        ["sub-processor", "1"],
    ]
    assert counts(frame(), ["role", "zone"]).splitlines()[-1].split() == ["all", "2", "2"]


def test_counts_are_whole_however_many_values_there_are() -> None:
    """A table on a terminal is cut by default after sixty rows."""
    rows = [make.engagement(f"v{number:03}", line=number + 2) for number in range(150)]
    assert len(counts(table(make.case(*rows)), ["vendor"]).splitlines()) == 152


@pytest.mark.parametrize("text", ["x" * 5_000, "a\nb", "::error::x", "\x1b[31mred", "\u202egnp"])
def test_hostile_values_stay_on_a_short_line_that_nothing_obeys(text: str) -> None:
    lines = counts(frame(vendor=text), ["vendor"]).splitlines()
    assert len(lines) == 4
    assert all(len(line) < 60 and line.isprintable() and not line.startswith("::") for line in lines)


@pytest.mark.parametrize("by", [["colour"], ["role", "role"], ["role", "zone", "country"]])
def test_what_cannot_be_counted_by_is_refused_with_the_choices(by: list[str]) -> None:
    with pytest.raises(UsageError, match="count by one or two of vendor, role, service, zone, country, affiliate"):
        counts(frame(), by)
