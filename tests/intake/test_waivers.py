"""The sheet of waivers: all faults at once, each with its cell."""

from datetime import date
from pathlib import Path

import pytest

from tests import make
from vendor_registry.intake.waivers import read_waivers
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.text.origin import RefusedError

HEADER = "rule,from,to,data,reason,approved_by,granted,expires\n"


def read(tmp_path: Path, text: str) -> tuple[Waiver, ...]:
    path = tmp_path / "waivers.csv"
    path.write_text(text, encoding="utf-8")
    return read_waivers(path, make.policy(), "waivers.csv")


def refused(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(RefusedError) as told:
        read(tmp_path, text)
    return [f"{fault.cell} {fault.message}" for fault in told.value.faults]


def test_a_full_row_is_understood(tmp_path: Path) -> None:
    row = "regions-apart,desk,lake,content; contact.email,Migration,Ada Lee,2026-06-01,2026-12-31\n"
    [waiver] = read(tmp_path, HEADER + row)
    assert waiver == Waiver(
        rule="regions-apart",
        source="desk",
        target="lake",
        data=("contact.email", "content"),
        reason="Migration",
        approved_by="Ada Lee",
        granted=date(2026, 6, 1),
        expires=date(2026, 12, 31),
        file="waivers.csv",
        line=2,
    )
    assert str(waiver) == "waivers.csv:2, until 2026-12-31"


def test_who_hands_over_and_which_data_may_be_left_out(tmp_path: Path) -> None:
    [waiver] = read(tmp_path, HEADER + "complete,,lake,,Being asked,Ada,2026-06-01,2026-12-31\n")
    assert (waiver.source, waiver.data) == ("", ())


def test_reason_approver_and_both_days_are_asked_for_all_at_once(tmp_path: Path) -> None:
    assert refused(
        tmp_path, HEADER + ",,,,,,,\nr,a,b,,why,who,2026-13-01,soon\nr,a,b,contents,x,y,2026-02-02,2026-02-01\n"
    ) == [
        'waivers.csv:3 [expires] "soon" is not a date',
        'waivers.csv:3 [granted] "2026-13-01" is not a day of the calendar',
        'waivers.csv:4 [data] "contents" is not a data category of the policy',
    ]
    blank = "this cell is blank, and every waiver needs it"
    assert refused(tmp_path, HEADER + "r,a,,,,,,\n") == [
        f"waivers.csv:2 [{column}] {blank}" for column in ("approved_by", "expires", "granted", "reason", "to")
    ]


def test_no_waiver_ends_before_it_begins(tmp_path: Path) -> None:
    assert refused(tmp_path, HEADER + "r,a,b,,x,y,2026-02-02,2026-02-01\n") == [
        'waivers.csv:2 [expires] "2026-02-01" is before the first day, "2026-02-02" in granted'
    ]
    assert len(read(tmp_path, HEADER + "r,a,b,,x,y,2026-02-02,2026-02-02\n")) == 1


def test_a_misspelt_column_is_told_and_not_ignored(tmp_path: Path) -> None:
    assert refused(tmp_path, HEADER.replace("expires", "expries") + "r,a,b,,x,y,2026-02-02,2026-03-01\n") == [
        "waivers.csv:1 [expires] this column is missing",
        "waivers.csv:1 [expries] this is no column of a sheet of waivers",
    ]


def test_a_header_alone_is_a_sheet_without_waivers(tmp_path: Path) -> None:
    assert read(tmp_path, HEADER) == ()
    assert refused(tmp_path, "") == ["waivers.csv the file is empty"]


def test_a_broken_table_is_told_together_with_its_cells(tmp_path: Path) -> None:
    said = refused(tmp_path, HEADER + "r,a,b,,x,y,2026-02-02,soon\nr,a,b\n")
    assert said[0] == 'waivers.csv:2 [expires] "soon" is not a date'
    assert said[1].startswith("waivers.csv:3 ")
    assert len(said) == 2
