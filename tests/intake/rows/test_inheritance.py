"""A blank cell about the vendor says what the vendor's rows in force at the same time say."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tests.intake.hand_in import faults, registry, sheet
from vendor_registry.case.case import Case
from vendor_registry.model.register.engagement import VENDOR_LEVEL
from vendor_registry.use_cases.selection.conditions import left_out

OLD = {"key": "old", "legal_name": "Old LLC", "country": "US", "since": "2024-03-01", "until": "2025-06-30"}
NEW = {"key": "new", "legal_name": "New Ltd", "country": "IE", "since": "2025-07-01"}
SILENT = {"key": "silent", "legal_name": "", "country": ""}


def taken(tmp_path: Path, *rows: dict[str, str], column: str = "legal_name") -> str:
    return str(getattr(registry(tmp_path, sheet(*rows)).by_key["silent"], column))


@pytest.mark.parametrize(
    ("since", "until", "legal_name", "country"),
    [
        ("2024-03-01", "2025-06-30", "Old LLC", "US"),  # up to the last day of the old company
        ("2023-01-01", "2024-03-01", "Old LLC", "US"),  # one day together
        ("2025-07-01", "", "New Ltd", "IE"),  # from the first day of the new one
        ("2025-06-30", "2025-07-01", "New Ltd", "IE"),  # a day with each: the newer
        ("2024-03-01", "", "New Ltd", "IE"),  # runs through the change: the newer
        ("", "2025-06-30", "Old LLC", "US"),
        ("", "", "New Ltd", "IE"),
    ],
)
@pytest.mark.parametrize("rows", [(OLD, NEW), (NEW, OLD)])
def test_what_is_inherited_follows_the_days(
    tmp_path: Path, rows: tuple[dict[str, str], ...], since: str, until: str, legal_name: str, country: str
) -> None:
    """The old company's row runs from 1 March 2024 to 30 June 2025, the new one's from 1 July 2025."""
    silent = SILENT | {"since": since, "until": until}
    assert taken(tmp_path, silent, *rows) == taken(tmp_path, *rows, silent) == legal_name
    assert taken(tmp_path, *rows, silent, column="country") == country


GAP = {"key": "later", "legal_name": "New Ltd", "country": "IE", "since": "2025-07-15"}


@pytest.mark.parametrize(
    ("day", "rows", "legal_name", "country"),
    [
        ("2023-12-31", (OLD, NEW), "", ""),  # nobody says who it was before
        ("2024-03-01", (OLD, NEW), "Old LLC", "US"),
        ("2025-06-30", (OLD, NEW), "Old LLC", "US"),
        ("2025-07-01", (OLD, NEW), "New Ltd", "IE"),
        ("2026-11-23", (OLD, NEW), "New Ltd", "IE"),
        ("2025-06-30", (OLD, GAP), "Old LLC", "US"),
        ("2025-07-01", (OLD, GAP), "", ""),  # one company has gone, the other not come
        ("2025-07-14", (OLD, GAP), "", ""),
        ("2025-07-15", (OLD, GAP), "New Ltd", "IE"),
        ("2023-12-31", (OLD,), "Old LLC", "US"),  # one company all along
        ("2026-11-23", (OLD,), "Old LLC", "US"),
    ],
)
def test_a_row_that_runs_on_through_the_change_is_the_company_of_the_day(
    tmp_path: Path, day: str, rows: tuple[dict[str, str], ...], legal_name: str, country: str
) -> None:
    """The row that says nothing has no dates; the case of an earlier day can be asked about a later one."""
    asked = date.fromisoformat(day)
    for ordered in ((SILENT, *rows), (*reversed(rows), SILENT)):
        found = registry(tmp_path, sheet(*ordered))
        for first in (date(2024, 6, 1), make.DAY):
            case = replace(Case(found, make.policy(), first), as_of=asked)
            silent = case.registry.by_key["silent"]
            assert (silent.legal_name, silent.country) == (legal_name, country)
            assert (case.registry.inherited["legal_name"].get("silent") is None) == (legal_name == "")


@pytest.mark.parametrize(
    ("since", "until", "legal_name"),
    [("2025-06-01", "2025-12-31", "New Ltd"), ("2024-06-01", "2025-07-01", "New Ltd"), ("2025-06-30", "", "New Ltd")],
)
def test_a_row_that_is_over_says_who_the_company_was_on_its_last_day(
    tmp_path: Path, since: str, until: str, legal_name: str
) -> None:
    found = registry(tmp_path, sheet(SILENT | {"since": since, "until": until}, OLD, NEW))
    assert Case(found, make.policy(), make.DAY).registry.by_key["silent"].legal_name == legal_name
    assert Case(found, make.policy(), date(2020, 1, 1)).registry.by_key["silent"].legal_name == "Old LLC"


def test_a_row_keeps_its_company_where_the_others_are_left_out(tmp_path: Path) -> None:
    case = Case(registry(tmp_path, sheet(SILENT, OLD, NEW)), make.policy(), date(2025, 6, 30))
    alone = left_out(case, ["old", "new"])
    assert [one.legal_name for one in alone.registry.engagements] == ["Old LLC"]
    assert left_out(case, ["silent"]).registry.by_key.keys() == {"new", "old"}


def test_a_row_of_other_days_lends_nothing(tmp_path: Path) -> None:
    """The old row ended the day before; what it says of address and contact is not known of the new company."""
    old = OLD | {"address": "1 Old Road"}
    new = NEW | {"key": "silent", "address": ""}
    assert taken(tmp_path, old, new, column="address") == ""
    assert taken(tmp_path, old, new | {"since": "2025-06-30"}, column="address") == "1 Old Road"


def test_a_seat_that_only_other_days_know_is_a_fault_that_says_so(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, sheet(OLD, SILENT | {"since": "2025-07-01"}))
    assert fault.startswith(
        'vendors.csv:3 [country] this cell is blank, and no row of "Zendesk" that is in force with this one names'
    )
    [alone] = faults(tmp_path, sheet(SILENT))
    assert 'no other row of "Zendesk" names the country' in alone


def test_of_rows_that_began_on_one_day_the_first_key_lends(tmp_path: Path) -> None:
    rows = NEW | {"key": "b", "legal_name": "B Ltd"}, NEW | {"key": "a", "legal_name": "A Ltd"}, SILENT
    found = registry(tmp_path, sheet(*rows))
    assert found.by_key["silent"].legal_name == "A Ltd"
    assert found.inherited["legal_name"] == {"silent": "a"}


DAYS = st.sampled_from(["", "2024-01-01", "2024-06-30", "2024-07-01", "2025-01-01"])


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, str]]:
    """Up to six rows of two vendors, on few days, with few names; who has no country alone has one."""
    made = []
    for number in range(draw(st.integers(2, 6))):
        first, last = sorted((draw(DAYS), draw(DAYS)), key=lambda day: day or "9")
        made.append(
            {
                "key": f"row-{number}",
                "vendor": draw(st.sampled_from(["Acme", "Bolt"])),
                "since": first if draw(st.booleans()) else "",
                "until": last,
                **{column: draw(st.sampled_from(["", "x", "y"])) for column in ("legal_name", "address", "contact")},
            }
        )
    return made


@given(rows(), st.randoms(use_true_random=False))
def test_the_order_of_rows_says_nothing(made: list[dict[str, str]], random: Random) -> None:
    mixed = random.sample(made, len(made))
    with TemporaryDirectory() as folder:
        one, other = registry(Path(folder), sheet(*made)), registry(Path(folder), sheet(*mixed))
    assert [replace(row, line=0) for row in one.engagements] == [replace(row, line=0) for row in other.engagements]
    assert one.inherited == other.inherited
    for column, sources in one.inherited.items():
        assert column in VENDOR_LEVEL
        for key, source in sources.items():
            assert one.by_key[key].period.overlaps(one.by_key[source].period)
