"""The report as a spreadsheet shows it."""

import csv
import io
from collections.abc import Callable

import pytest

from tests.reports import sample
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.formats.as_csv import as_csv


def _rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(report).removeprefix("\ufeff"), newline=""), strict=True))


def test_the_whole_table_reads_so(snapshot: Callable[[str, str], None]) -> None:
    text = as_csv(sample.report())
    assert text.count("\r\n") == text.count("\n") == 4
    snapshot("report.csv", text.replace("\r\n", "\n"))


def test_a_finding_is_a_line() -> None:
    [_, row, _] = _rows(sample.report())
    assert (row["file"], row["line"], row["column"]) == ("data/vendors.csv", "4", "region")
    assert row["path"] == "platform-eu -> desk -> lake"
    assert row["data"] == "content"


def test_a_whole_file_has_a_blank_line_number() -> None:
    [row] = _rows(sample.report(sample.WARNING))
    assert row["line"] == ""
    assert row["related"] == "data/vendors.csv:3 [notified]; data/vendors.csv:4 [notified]"


def test_waived_and_known_findings_are_there_with_the_reason() -> None:
    assert [(row["waived_by"], row["known_in"]) for row in _rows(sample.report(sample.WAIVED, sample.KNOWN))] == [
        ("data/waivers.csv:2, until 2027-01-31", ""),
        ("", "baseline known.json"),
    ]


@pytest.mark.parametrize("text", sample.HOSTILE_TEXTS)
def test_strange_text_is_one_cell_and_no_formula(text: str) -> None:
    [row] = _rows(sample.report_saying(text))
    assert None not in row
    assert row["message"].removeprefix("'") == visible(text)
    assert not any(cell.lstrip().startswith(tuple("=+-@＝＋－＠\t\r\n")) for cell in row.values())


def test_a_spreadsheet_is_told_the_encoding() -> None:
    assert as_csv(sample.report()).encode("utf-8").startswith(b"\xef\xbb\xbfverdict,")
