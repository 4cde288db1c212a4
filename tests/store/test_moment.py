"""A moment is the same in every database and in every zone: it goes in and comes out in UTC."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite

from tests.store.postgres import New
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.backup import backup, restore
from vendor_registry.store.fsck import fsck
from vendor_registry.store.moment import Moment
from vendor_registry.store.revisions import publish, revisions

NOW = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
SHEET = Sheet("vendors.csv", ("key", "region"), (Row(2, ("acme", "DE")),))


@pytest.mark.parametrize(
    "written", [NOW, NOW.replace(tzinfo=None), NOW.astimezone(timezone(timedelta(hours=13))), NOW.astimezone()]
)
def test_a_moment_is_in_utc_whatever_zone_it_came_in(written: datetime) -> None:
    for moment in (
        Moment().process_bind_param(written, sqlite.dialect()),
        Moment().process_result_value(written, sqlite.dialect()),
    ):
        assert moment is not None
        assert (moment, moment.utcoffset()) == (NOW, timedelta(0))


@pytest.mark.parametrize("way", ["out of PostgreSQL", "into PostgreSQL"])
def test_a_copy_in_another_database_says_the_same_moment(tmp_path: Path, new_postgres_database: New, way: str) -> None:
    """PostgreSQL thinks in another zone there (`tests/store/postgres.py`), SQLite in none."""
    urls = [f"sqlite:///{tmp_path}/ledger.db", new_postgres_database()]
    first, second = urls if way == "into PostgreSQL" else reversed(urls)
    publish(first, [SHEET], "", NOW, SHEET.header)
    backup(first, tmp_path / "copy.db")
    restore(tmp_path / "copy.db", second)
    for url in (first, f"sqlite:///{tmp_path}/copy.db", second):
        [one] = revisions(url)
        assert one.published_at == NOW, url
        assert fsck(url).problems == (), url
