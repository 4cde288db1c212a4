"""The days of the slider: those on which something that is drawn changes, and no others."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from tests.drawing.page import office
from vendor_registry.case.transfers import transfers
from vendor_registry.drawing.picture.words import english
from vendor_registry.use_cases.diagrams.days import FIRST, days
from vendor_registry.use_cases.documents.annex_entries import annex_entries


def test_the_first_day_of_a_row_the_day_after_its_last_and_turns_of_the_law(tmp_path: Path) -> None:
    """DPF (2024-01-01 to 2027-03-31), SCC of 2021-10-01, until 2026-12-31, since 2027-01-15."""
    found = days(office.case(tmp_path), english())
    told = [one.case.as_of.isoformat() for one in found.days]
    assert told == sorted(told)
    assert {"2021-10-01", "2024-01-01", "2026-11-23", "2027-01-01", "2027-01-15", "2027-04-01"} <= {*told}
    assert date.fromisoformat(told[0]) >= FIRST
    assert found.left_out == 0


def test_a_day_on_which_nothing_drawn_changes_is_no_day(tmp_path: Path) -> None:
    """A review is no flow, and the Swiss list of 2023-09-01 concerns nobody who is bound by Swiss law."""
    told = {one.case.as_of for one in days(office.case(tmp_path), english()).days}
    states = [
        (tuple(one.case.graph.nodes), tuple(one.grounds.items()))
        for one in days(office.case(tmp_path), english()).days
        if one.case.as_of != office.DAY
    ]
    assert all(before != after for before, after in pairwise(states))
    assert date(2026, 11, 24) not in told


def test_one_case_holds_who_is_there_on_any_day_and_the_ground_on_its_nearest(tmp_path: Path) -> None:
    case = office.case(tmp_path)
    found = days(case, english())
    assert "yew" not in case.graph.nodes
    assert {"yew", "box"} <= {*found.whole.graph.nodes}
    assert len({id(one.flow) for one in found.transfers}) == len({one.flow for one in found.transfers})
    assert {one.answer.verdict for one in found.transfers if one.flow.target == "fir"} == {
        one.answer.verdict for one in transfers(case) if one.flow.target == "fir"
    }


def test_where_no_day_adds_anybody_the_case_is_the_same(tmp_path: Path) -> None:
    case = office.case(tmp_path, office.ROWS[:4])
    assert days(case, english()).whole is case


def test_a_large_register_has_the_nearest_days_and_says_how_many_are_left_out(tmp_path: Path) -> None:
    case = office.case(tmp_path)
    many = tuple(
        replace(row, key=f"{row.key}-{number}") for number in range(400) for row in case.registry.engagements[:1]
    )
    large = replace(case, registry=replace(case.registry, engagements=(*case.registry.engagements, *many)))
    found = days(large, english())
    assert found.left_out > 0
    assert len(found.days) <= 1 + 6000 // len(large.registry.engagements)
    assert office.DAY in {one.case.as_of for one in found.days}


def test_who_stands_in_the_annex_has_an_entry(tmp_path: Path) -> None:
    entries = annex_entries(office.case(tmp_path), "en")
    assert {*entries} == {"oak", "elm", "ash", "box"}, "no controller, nobody who is not there yet"
    assert ("Place of processing", ("Ireland",)) in entries["elm"]
