"""Findings that differ in the row only, told together."""

from dataclasses import replace
from typing import Any

import pytest

from tests.reports import sample
from vendor_registry.model.findings.finding import Finding, Shared, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import Cell
from vendor_registry.reports.formats.as_markdown import as_markdown
from vendor_registry.reports.formats.as_text import as_text
from vendor_registry.reports.parts.groups import fact, place, together
from vendor_registry.reports.parts.telling import PLAIN, Telling


def row(line: int, *beside: Cell, sentence: str = "These rows leave a cell blank.", **changes: Any) -> Finding:
    told = Shared(sentence, "Fill in these cells.", f"Vendor {line}", (f"note of {line % 2}",))
    return replace(sample.GAP, cell=Cell("data/vendors.csv", line, "region"), related=beside, shared=told, **changes)


POLICY = Cell("data/policy.toml", 15, "company.country")
ALIKE = [row(line, Cell("data/vendors.csv", line, "data"), POLICY) for line in (2, 3, 10)]


def test_those_of_one_sentence_are_one_group_and_others_are_not() -> None:
    other = [row(4, sentence="Something else."), row(5, verdict=Verdict.BROKEN), row(6, waived_by="waivers.csv:2")]
    alone = replace(row(7), shared=None)
    further = replace(row(8), more_witnesses=(sample.BROKEN.witness,))
    groups = together([*ALIKE, *other, alone, further], each=False)
    assert sorted(len(group.findings) for group in groups) == [1, 1, 1, 1, 1, 3]
    assert all(len(group.findings) == 1 for group in together([*ALIKE, *other], each=True))


def test_cells_that_all_rows_have_are_told_once() -> None:
    [group] = together(ALIKE, each=False)
    assert group.rows == "3 rows and their [data]"
    assert group.elsewhere == [POLICY]
    assert place(group.places(ALIKE[0])) == "data/vendors.csv:2 [region], [data]"
    assert group.notes == ("note of 0", "note of 1")


def test_a_cell_of_the_policy_that_all_are_about_stands_above_the_rows_of_the_recipients() -> None:
    found = [row(line, Cell("data/vendors.csv", line, "mechanism")) for line in (2, 3)]
    [group] = together([replace(one, cell=POLICY) for one in found], each=False)
    assert group.cell == POLICY
    assert [place(group.places(one)) for one in group.findings] == [
        "data/vendors.csv:2 [mechanism]",
        "data/vendors.csv:3 [mechanism]",
    ]
    assert "  gap  data/policy.toml:15 [company.country], 2 rows: These" in as_text(_of(*group.findings))


def test_a_chain_of_several_hops_is_told_up_to_the_last() -> None:
    assert fact(row(4, witness=sample.BROKEN.witness)) == "Vendor 4, by platform-eu -> desk"
    assert fact(row(4, witness=sample.BROKEN.witness[:1])) == "Vendor 4"


@pytest.mark.parametrize("width", [40, 60, 110])
def test_short_rows_stand_two_on_a_line_and_long_ones_alone(width: int) -> None:
    text = as_text(_of(*ALIKE), Telling(width=width))
    pairs = [line for line in text.splitlines() if line.count("data/vendors.csv:") == 2]
    assert len(pairs) == (1 if width == 110 else 0)
    assert max(map(len, text.splitlines()[:-3])) <= width
    told = " ".join(text.split())
    assert all(f"data/vendors.csv:{line} [region] Vendor {line}" in told for line in (2, 3, 10))


@pytest.mark.parametrize("telling", [PLAIN, Telling(each=True)])
def test_no_cell_is_lost(telling: Telling) -> None:
    report = _of(*ALIKE, sample.BROKEN, row(4, witness=sample.BROKEN.witness, cut=(sample.SECOND,)))
    for text in (as_text(report, telling), as_markdown(report, telling).replace("\\", "")):
        for finding in report.findings:
            cells = (finding.cell, *finding.related, *(hop.flow.cell for hop in finding.witness))
            assert all(f"{cell.file}:{cell.line}" in text and f"[{cell.column}]" in text for cell in cells)


def test_markdown_tells_rows_as_a_list() -> None:
    text = as_markdown(_of(*ALIKE))
    assert (
        "**gap** 3 rows and their \\[data\\]: These rows leave a cell blank.\n- data/vendors.csv:2 \\[region\\]" in text
    )
    assert "- Mend: Fill in these cells." in text
    assert text.count("**gap**") == 2
    assert as_markdown(_of(*ALIKE), Telling(each=True)).count("**gap** data/vendors.csv") == 3


def test_a_long_list_is_parted_so_that_what_does_not_fit_is_little() -> None:
    text = as_markdown(_of(*(row(line) for line in range(1, 5001))))
    shown = text.count("- data/vendors.csv:")
    assert len(text) < 65_536
    assert 500 < shown < 5000
    assert f"{5000 - shown} more findings did not fit here" in text


def _of(*findings: Finding) -> Report:
    return sample.report(*findings)
