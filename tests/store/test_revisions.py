"""What goes in comes back; unchanged is unchanged; a broken address is a sentence."""

import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.published import sheets_of_each, sheets_where
from vendor_registry.store.revisions import publish, revisions, sheets_of

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
COLUMNS = ["key", "vendor", "region"]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/deep/er/registry.db"


def sheet(*rows: tuple[str, ...], header: tuple[str, ...] = ("key", "vendor", "region")) -> Sheet:
    return Sheet("vendors.csv", header, tuple(Row(number, row) for number, row in enumerate(rows, start=2)))


def test_the_first_revision_is_number_one_and_is_listed(url: str) -> None:
    revision = publish(url, [sheet(("a", "Acme", "NA"))], "first", NOW, COLUMNS)
    assert revision is not None
    assert (revision.number, revision.note, revision.rows) == (1, "first", 1)
    assert revisions(url) == (revision,)


def test_an_unchanged_sheet_stores_nothing(url: str) -> None:
    publish(url, [sheet(("a", "Acme", "NA"))], "first", NOW, COLUMNS)
    assert publish(url, [sheet(("a", "Acme", "NA"))], "again", NOW, COLUMNS) is None
    assert len(revisions(url)) == 1


def test_sorting_rows_or_columns_is_no_change(url: str) -> None:
    publish(url, [sheet(("a", "Acme", "DE"), ("b", "Bolt", "FR"))], "", NOW, COLUMNS)
    assert publish(url, [sheet(("b", "Bolt", "FR"), ("a", "Acme", "DE"))], "", NOW, COLUMNS) is None
    turned = sheet(("DE", "a", "Acme"), ("FR", "b", "Bolt"), header=("region", "key", "vendor"))
    assert publish(url, [turned], "", NOW, COLUMNS) is None


def test_one_cell_that_differs_is_a_new_revision_newest_first(url: str) -> None:
    publish(url, [sheet(("a", "Acme", "DE"))], "one", NOW, COLUMNS)
    publish(url, [sheet(("a", "Acme", "US"))], "two", NOW + timedelta(days=1), COLUMNS)
    assert [(revision.number, revision.note) for revision in revisions(url)] == [(2, "two"), (1, "one")]
    assert sheets_of(url, 1)[0].rows[0].values == ("a", "Acme", "DE")


def test_moments_are_kept_in_utc(url: str) -> None:
    berlin = datetime(2026, 7, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    publish(url, [sheet(("a", "Acme", "DE"))], "", berlin, COLUMNS)
    assert revisions(url)[0].published_at == datetime(2026, 6, 30, 23, 30, tzinfo=UTC)


def test_sql_users_find_the_cells_as_columns(url: str) -> None:
    publish(url, [sheet(("a", "=cmd|' /C calc'!A0", "NA"))], "", NOW, COLUMNS)
    with sqlite3.connect(url.removeprefix("sqlite:///")) as database:
        found = database.execute("SELECT key, vendor, region FROM engagement").fetchall()
    assert found == [("a", "=cmd|' /C calc'!A0", "NA")]


def test_a_revision_that_is_not_there_is_refused(url: str) -> None:
    with pytest.raises(UsageError, match="There is no revision 7"):
        sheets_of(url, 7)


def test_several_revisions_are_read_at_once_each_as_it_stood(url: str) -> None:
    """Rows that stay, go, come, come back and change their place; a further sheet only in the second."""
    one = sheet(("a", "Acme", "DE"), ("b", "Bolt", "FR"))
    two = sheet(("b", "Bolt", "FR"), ("c", "Cargo", "IE"))
    more = Sheet("more.csv", ("vendor", "key", "region"), (Row(4, ("Acme", "a", "DE")),))
    for number, sheets in enumerate([[one], [two, more], [sheet(("c", "Cargo", "IE"), ("a", "Acme", "DE"))]]):
        publish(url, sheets, f"{number}", NOW, COLUMNS)
    read = sheets_of_each(url, (3, 1, 2))
    assert read == {number: sheets_of(url, number) for number in (1, 2, 3)}
    assert [[one.rows for one in read[number]] for number in (1, 2)] == [[one.rows], [two.rows, more.rows]]
    assert sheets_of_each(url, ()) == {}
    with pytest.raises(UsageError, match="There is no revision 4"):
        sheets_of_each(url, (2, 4))


def test_chosen_rows_are_read_from_every_revision_and_no_others(url: str) -> None:
    """Bolt stands first, is gone, comes back elsewhere below a row of another."""
    bolt, acme = ("b", "Bolt", "FR"), ("a", "Acme", "DE")
    for number, rows in enumerate([[bolt], [acme], [acme, bolt, ("c", "Bolt", "IE")]]):
        publish(url, [sheet(*rows)], f"{number}", NOW, COLUMNS)
    found = sheets_where(url, lambda rows: [digest for digest, texts in rows.items() if texts["vendor"] == "Bolt"])
    assert [(one.number, [row.values for row in sheets[0].rows]) for one, sheets in found] == [
        (1, [bolt]),
        (2, []),
        (3, [bolt, ("c", "Bolt", "IE")]),
    ]
    assert sheets_where(f"{url}.none", lambda rows: list(rows)) == ()


def test_asking_makes_no_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/deep/registry.db"
    assert revisions(url) == ()
    with pytest.raises(UsageError, match="There is no revision 1"):
        sheets_of(url, 1)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_a_failure_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "registry.db").write_text("not a database, " * 100)
    with pytest.raises(FailureError, match=r"does not answer: file is not a database") as failure:
        revisions(f"sqlite:///{tmp_path}/registry.db")
    assert "\n" not in str(failure.value)


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=4))
def test_what_goes_in_comes_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]]) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('store')}/registry.db"
    handed_in = sheet(*rows)
    publish(url, [handed_in], "", NOW, COLUMNS)
    assert sheets_of(url, 1)[0].rows == handed_in.rows
