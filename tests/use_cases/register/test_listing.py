"""The register as a table."""

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pandas
import pytest

from tests import make
from vendor_registry.intake.columns import COLUMNS
from vendor_registry.model.register.engagement import Role
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.use_cases.register.listing import as_csv, as_json, counts, table


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
    assert list(empty.columns)[:2] == ["vendor", "legal_name"]
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


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (["colour"], 'There is no column "colour"; `vendors columns` lists them.'),
        (["parent_contry"], 'There is no column "parent_contry"; did you mean "parent_country"?'),
        (["role", "role"], "--count-by takes one column or two, and not the same twice."),
        (["role", "zone", "country"], "--count-by takes one column or two, and not the same twice."),
    ],
)
def test_what_cannot_be_counted_by_is_refused(by: list[str], said: str) -> None:
    with pytest.raises(UsageError) as refused:
        counts(frame(), by)
    assert str(refused.value) == said


def counted(by: str, **changes: Any) -> dict[str, int]:
    lines = [line.rsplit(None, 1) for line in counts(frame(**changes), [by]).splitlines()[2:]]
    return {value: int(number) for value, number in lines}


def test_any_column_is_counted_by_lists_entry_by_entry_and_blanks_as_blank() -> None:
    """
    key  | parent_country | region          | data | notes
    pine | US             | DE (Berlin); US |      | a; b
    ash  |                | DE              | ...  |
    """
    assert counted("parent_country", parent_country="US") == {"US": 1, "(blank)": 1}
    assert counted("region", region="DE (Berlin); US") == {"DE": 1, "DE (Berlin)": 1, "US": 1}
    assert counted("data", data=None) == {"content": 1, "(blank)": 1}
    assert counted("notes", notes="a; b") == {"a; b": 1, "(blank)": 1}
    assert all(counts(frame(), [column.header]) for column in COLUMNS)


def test_csv_and_json_have_every_column_or_those_asked_for() -> None:
    every = ["key", *(column.header for column in COLUMNS if column.header != "key"), "purpose_de"]
    assert list(json.loads(as_json(frame(translations=(("purpose_de", "Betrieb"),))))[1]) == every
    two = table(make.case(make.engagement("pine", vendor="Pine")), columns=["country", "vendor"])
    assert json.loads(as_json(two)) == [{"key": "pine", "country": "DE", "vendor": "Pine"}]
    with pytest.raises(UsageError, match='There is no column "contry"; did you mean "country"'):
        table(make.case(make.engagement("pine")), columns=["contry"])


def test_a_column_of_the_sheet_that_is_none_of_ours_is_listed_and_counted_by() -> None:
    """
    line | key  | Risk owner
    2    | pine | Ada
    3    | ash  |
    """
    rows = (make.engagement("pine"), make.engagement("ash", line=3))
    sheet = Sheet("vendors.csv", ("key", "Risk owner"), (Row(2, ("pine", "Ada")), Row(3, ("ash", ""))))
    case = make.case(*rows)
    registry = replace(case.registry, sheets=(sheet,), unknown_columns=(("Risk owner", ""),))
    found = table(replace(case, registry=registry))
    assert found["Risk owner"].to_dict() == {"ash": "", "pine": "Ada"}
    assert counts(found, ["Risk owner"]).splitlines()[2:] == ["(blank)               1", "Ada                   1"]
