"""Days of a sheet as Excel leaves them, column by column, and how the reading is told."""

from datetime import date
from pathlib import Path

import pytest

from tests import make
from tests.intake.hand_in import registry, sheet
from vendor_registry.intake.waivers import read_waivers
from vendor_registry.model.policy.terms import SheetTerms
from vendor_registry.model.register.registry import Registry

BRITISH, AMERICAN = SheetTerms(dates="dmy"), SheetTerms(dates="mdy")


def since(found: Registry) -> list[date | None]:
    return [one.since for one in sorted(found.engagements, key=lambda one: one.line)]


@pytest.mark.parametrize(
    ("first", "second", "proved"),
    [("13/09/2023", "01/09/2023", "day/month/year"), ("9/13/2023", "9/1/2023", "month/day/year")],
)
def test_a_number_over_twelve_settles_the_column(tmp_path: Path, first: str, second: str, proved: str) -> None:
    """Whatever the policy says, as that day can be no other; the other column is not settled by it."""
    text = sheet({"since": second, "vendor": "A"}, {"since": first, "vendor": "B", "until": "1.9.2030"})
    for terms in (SheetTerms(), BRITISH, AMERICAN):
        found = registry(tmp_path, text, make.policy(sheet=terms))
        assert since(found) == [date(2023, 9, 1), date(2023, 9, 13)]
    assert found.engagements[1].until == date(2030, 9, 1)
    assert [str(remark) for remark in found.remarks if remark.on_request] == [
        f'vendors.csv:1 [since] days are read as {proved}: "{first}" in line 3 can be nothing else',
        'vendors.csv:1 [until] days such as "1.9.2030" are read as day.month.year',
    ]


def test_the_policy_settles_what_no_cell_does(tmp_path: Path) -> None:
    """01/09/2023 in a company whose sheets are British, and in one whose sheets are American."""
    text = sheet({"since": "01/09/2023"})
    for terms, day, order in (
        (BRITISH, date(2023, 9, 1), "day/month/year"),
        (AMERICAN, date(2023, 1, 9), "month/day/year"),
    ):
        found = registry(tmp_path, text, make.policy(sheet=terms))
        assert since(found) == [day]
        assert [str(remark) for remark in found.remarks] == [
            f'vendors.csv:1 [since] days such as "01/09/2023" are read as {order}, as the policy says'
        ]


def test_days_in_mechanisms(tmp_path: Path) -> None:
    """Both ends of a period, proved by another cell of the column."""
    rows = [{"mechanism": "DPF (01.10.2023 to 1/9/2026)", "vendor": "A"}, {"mechanism": "SCC M3 (27/06/2021)"}]
    (first, second) = registry(tmp_path, sheet(*rows)).engagements
    assert (first.mechanism[0].signed, first.mechanism[0].until) == (date(2023, 10, 1), date(2026, 9, 1))
    assert second.mechanism[0].signed == date(2021, 6, 27)


def test_days_of_waivers(tmp_path: Path) -> None:
    """The sheet beside the policy goes through the same hands."""
    path = tmp_path / "waivers.csv"
    header = "rule,from,to,data,reason,approved_by,granted,expires\n"
    path.write_text(f"{header}x,,a,,Tests,Ada,01.09.2026,13/10/2026\n", encoding="utf-8")
    (waiver,) = read_waivers(path, make.policy())
    assert (waiver.granted, waiver.expires) == (date(2026, 9, 1), date(2026, 10, 13))
