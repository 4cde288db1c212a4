"""What customers got first, as the rules need it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests import make
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.revisions import publish
from vendor_registry.use_cases.ledger.first_revision import with_first_revision

HEADER = ("key", "since", "notified")


def stored(url: str, day: int, *rows: tuple[str, str, str]) -> None:
    numbered = tuple(Row(line, values) for line, values in enumerate(rows, start=2))
    publish(url, (Sheet("vendors.csv", HEADER, numbered),), "", datetime(2025, 6, day, tzinfo=UTC), HEADER)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/registry.db"


def test_the_day_and_the_rows_with_blanks_are_those_of_the_first_revision(url: str) -> None:
    stored(url, 1, ("a", "", "2025-01-01"), ("b", "2025-01-01", " "), ("c", "2025-02-01", "2025-01-01"))
    stored(url, 9, ("d", "", ""))
    first = with_first_revision(make.case(), url).first_revision
    assert first is not None
    assert (first.day, first.undated) == (date(2025, 6, 1), frozenset({"a", "b"}))


def test_without_a_store_the_case_is_what_it_was_and_none_is_made(url: str, tmp_path: Path) -> None:
    case = make.case()
    assert with_first_revision(case, url) is case
    assert list(tmp_path.iterdir()) == []


def test_columns_that_were_not_there_are_blank(url: str) -> None:
    sheet = Sheet("vendors.csv", ("key",), (Row(2, ("a",)),))
    publish(url, (sheet,), "", datetime(2025, 6, 1, tzinfo=UTC), HEADER)
    found = with_first_revision(replace(make.case(), paths=3), url)
    assert (found.paths, found.first_revision and found.first_revision.undated) == (3, frozenset({"a"}))
