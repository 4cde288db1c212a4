"""Does a test notice when a date of the law is wrong? Every date of the tables, one day earlier and one day later.

    python benchmarks/mutate_law.py

A row is watched if every shift of every one of its dates fails a test. Rows in force since 2018 count, and at least
95 % of them must be watched. What nobody notices is printed. Nothing is written: the tables are shifted in memory.
"""

import importlib
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from vendor_registry.law.tables import read

ROOT = Path(__file__).resolve().parent.parent
TESTS = (
    "test_situations",
    "tables.test_zones",
    "tables.test_read",
    "tables.test_lookup",
    "tables.test_timeline",
    "procedure.test_reservations",
    "procedure.test_reservations_of_claims",
    "procedure.test_instrument",
    "procedure.test_checks",
    "procedure.test_adequacy",
)
FILES = ("membership.csv", "adequacy.csv", "mechanisms.csv", "remarks.csv", "articles.csv", "checked.csv")
SINCE = "2018-01-01"
WANTED = 0.95  # of the rows in force since then
WRONG = (AssertionError, LookupError, ValueError, TypeError)  # what a test of the law raises when the law is wrong

Check = Callable[[], None]
Records = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Shift:
    """One date of one row, moved by a day."""

    file: str
    row: int
    column: str
    days: int

    def apply(self, records: Records) -> Records:
        row = records[self.row]
        moved = date.fromisoformat(row[self.column]) + timedelta(self.days)
        return [*records[: self.row], row | {self.column: moved.isoformat()}, *records[self.row + 1 :]]


def main() -> int:
    sys.path.insert(0, str(ROOT))
    begun = time.perf_counter()
    checks = [check for name in TESTS for check in _checks(name)]
    sound = {file: read.read_records(file) for file in FILES}
    if not _all_pass(checks):
        print("The tests of the law fail as the tables stand; mend that first.")
        return 1
    rows = watched = 0
    for file, records in sound.items():
        for number, row in enumerate(records):
            if not row.get("valid_to") or row["valid_to"] >= SINCE:
                unnoticed = [shift for shift in _shifts(file, number, row) if _survives(shift, sound, checks)]
                rows, watched = rows + 1, watched + (not unnoticed)
                for shift in unnoticed:
                    line = f"{file}:{number + 2} {shift.column} {shift.days:+d} day"
                    print(f"unnoticed: {line}: {' '.join(row.values())[:80]}")
    print(f"{watched} of {rows} rows in force since 2018 are watched ({watched / rows:.1%}; wanted {WANTED:.0%}).")
    print(f"{len(checks)} checks, {time.perf_counter() - begun:.0f} s.")
    return 0 if watched >= WANTED * rows else 1


def _checks(name: str) -> Iterator[Check]:
    """The tests of a module as calls, one for each of their parameters, without a test runner in between."""
    for test in vars(importlib.import_module(f"tests.law.{name}")).values():
        if not getattr(test, "__name__", "").startswith("test_") or "monkeypatch" in test.__code__.co_varnames:
            continue
        marks = getattr(test, "pytestmark", [])
        for chosen in product(*(mark.args[1] for mark in marks)):
            named = (_arguments(mark.args[0], case) for mark, case in zip(marks, chosen, strict=True))
            yield partial(test, **{name: value for one in named for name, value in one.items()})


def _arguments(names: str | tuple[str, ...], case: Any) -> dict[str, Any]:
    """One case of a parameter, or of several that go together, by name."""
    return {names: case} if isinstance(names, str) else dict(zip(names, case, strict=True))


def _shifts(file: str, number: int, row: dict[str, str]) -> Iterator[Shift]:
    for column, text in row.items():
        if len(text) == 10 and text[4] == text[7] == "-":
            yield from (Shift(file, number, column, days) for days in (-1, 1))


def _survives(shift: Shift, sound: dict[str, Records], checks: list[Check]) -> bool:
    """Whether all tests pass although the date is wrong."""
    forget = importlib.import_module("tests.law.asking").forget
    shifted = sound | {shift.file: shift.apply(sound[shift.file])}
    reading = read.read_records
    read.read_records = lambda name: shifted.get(name) or reading(name)
    forget()
    try:
        return _all_pass(checks)
    finally:
        read.read_records = reading
        forget()


def _all_pass(checks: list[Check]) -> bool:
    try:
        for check in checks:
            check()
    except WRONG:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
