"""From the tables that were released first to those of today: nothing is lost, and it happens wholly or not at all."""

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlmodel import SQLModel

from tests.store.postgres import New
from vendor_registry.model.text.origin import FailureError
from vendor_registry.store import schema
from vendor_registry.store.address import address_of
from vendor_registry.store.connection import reading, writing
from vendor_registry.store.damage import DamagedError
from vendor_registry.store.fsck import fsck
from vendor_registry.store.objections import objections
from vendor_registry.store.revisions import publish, revisions, sheets_of
from vendor_registry.store.upgrade import scripts

RELEASED = (
    "CREATE TABLE revision (number INTEGER NOT NULL PRIMARY KEY, published_at {moment} NOT NULL, "
    "note VARCHAR NOT NULL, content VARCHAR NOT NULL)",
    "CREATE TABLE sheet (revision INTEGER NOT NULL REFERENCES revision (number), position INTEGER NOT NULL, "
    "file VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, header JSON NOT NULL, PRIMARY KEY (revision, position))",
    'CREATE TABLE "row" (revision INTEGER NOT NULL REFERENCES revision (number), position INTEGER NOT NULL, '
    "line INTEGER NOT NULL, cells JSON NOT NULL, PRIMARY KEY (revision, position, line))",
    'CREATE VIEW engagement AS SELECT revision, position, line, {key} AS "key", {region} AS "region" FROM "row"',
)
HEADER = ["key", "region"]
HISTORY = (  # by revision: rows by line, the texts as written
    {2: ("a", "DE"), 3: ("b", "NA")},
    {2: ("b", "NA"), 4: ("a", "=1+1"), 9: ("c", "Ünïcode 😀")},
    {2: ("c", "Ünïcode 😀")},
)

BEFORE_0003 = (  # back to the tables of then, with something in them
    "ALTER TABLE objection DROP COLUMN engagements",
    "DROP TABLE desk_user",
    "DROP TABLE activity",
    "DROP TABLE link",
    *(f"ALTER TABLE review DROP COLUMN {name}" for name in ("subject", "conclusion", "sha256", "next_on")),
    f"UPDATE {schema.VERSION_TABLE} SET version_num = '0002'",
    "INSERT INTO notice (id, customer, channel, after, vendors, sent_on, effective_on, object_until, recorded_by) "
    "VALUES (1, '', 'page', 1, '[\"Mail\"]', '2026-01-01', '2026-02-01', '2026-01-31', 'Ada')",
    "INSERT INTO objection (id, notice, customer, vendor, received_on, reason, late, outcome, decided_by) "
    "VALUES (1, 1, 'acme', 'Mail', '2026-01-02', 'No', false, '', '')",
)


def released(url: str) -> None:
    """A store as the first release left it."""
    engine = create_engine(address_of(url))
    server = engine.dialect.name == "postgresql"
    words = {
        "moment": "TIMESTAMP WITH TIME ZONE" if server else "DATETIME",
        "key": "cells::json ->> 'key'" if server else "json_extract(cells, '$.key')",
        "day": "CAST(:m AS TIMESTAMPTZ)" if server else ":m",
        "region": "cells::json ->> 'region'" if server else "json_extract(cells, '$.region')",
    }
    with engine.begin() as connection:
        for statement in RELEASED:
            connection.execute(text(statement.format(**words)))
        for number, rows in enumerate(HISTORY, start=1):
            moment = f"2026-0{number}-01 12:00:00.000000" + ("+00" if server else "")
            values = {"n": number, "m": moment, "h": json.dumps(HEADER)}
            connection.execute(text(f"INSERT INTO revision VALUES (:n, {words['day']}, 'note', 'x')"), values)
            connection.execute(text("INSERT INTO sheet VALUES (:n, 0, 'vendors.csv', 'abc', :h)"), values)
            for line, cells in rows.items():
                written = json.dumps(dict(zip(HEADER, cells, strict=True)))
                connection.execute(
                    text('INSERT INTO "row" VALUES (:n, 0, :l, :c)'), {"n": number, "l": line, "c": written}
                )
    engine.dispose()


def open_it(url: str) -> None:
    revisions(url)


def test_every_revision_is_as_it_was_and_the_chain_is_whole(new_store: New) -> None:
    url = new_store()
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True)
    released(url)
    assert [(one.number, one.note, one.rows) for one in revisions(url)] == [
        (3, "note", 1),
        (2, "note", 3),
        (1, "note", 2),
    ]
    assert revisions(url)[0].published_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    for number, rows in enumerate(HISTORY, start=1):
        [sheet] = sheets_of(url, number)
        assert {row.line: row.values for row in sheet.rows} == rows
        assert (sheet.file, sheet.sha256, sheet.header) == ("vendors.csv", "abc", ("key", "region"))
    assert fsck(url).problems == ()
    assert fsck(url).rows == 4  # each kept once
    again = publish(url, sheets_of(url, 2), "", datetime(2026, 4, 1, tzinfo=UTC), HEADER)
    assert again is not None
    assert again.number == 4
    assert fsck(url).problems == ()


def test_the_view_of_every_revision_goes_on(new_store: New) -> None:
    url = new_store()
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True)
    released(url)
    open_it(url)
    with reading(url) as opened:
        assert opened is not None
        found = opened.connection().execute(
            text("SELECT line, key, region FROM engagement WHERE revision = 2 ORDER BY line")
        )
        assert [(int(line), key, region) for line, key, region in found] == [
            (line, *cells) for line, cells in HISTORY[1].items()
        ]


def test_the_old_tables_are_kept(new_store: New, tmp_path: Path) -> None:
    url = new_store()
    if not url.startswith("sqlite"):
        released(url)
        open_it(url)
        with reading(url) as opened:
            assert opened is not None
            assert opened.connection().execute(text("SELECT count(*) FROM before_0002_row")).scalar_one() == 6
        return
    file = Path(url.removeprefix("sqlite:///"))
    file.parent.mkdir(parents=True)
    released(url)
    open_it(url)
    assert sorted(path.name for path in file.parent.iterdir()) == ["registry.db", "registry.db.before-0006"]
    with sqlite3.connect(file.with_name("registry.db.before-0006")) as kept:
        assert kept.execute('SELECT count(*) FROM "row"').fetchone() == (6,)


def test_an_objection_of_the_step_before_is_one_to_the_whole_vendor(new_store: New) -> None:
    url = new_store()
    publish(url, (), "", datetime(2026, 1, 1, tzinfo=UTC), HEADER)
    with writing(url) as opened:
        for statement in BEFORE_0003:
            opened.connection().execute(text(statement))
    [one] = objections(url)
    assert (one.vendor, one.engagements, one.holds) == ("Mail", (), True)
    assert fsck(url).problems == ("Revision 1 has no sheet.",)  # and all records are in the chain


def test_what_fails_on_the_way_leaves_the_old_tables(tmp_path: Path) -> None:
    """The last revision names a header that its rows do not have: its texts are no JSON."""
    url = f"sqlite:///{tmp_path}/registry.db"
    released(url)
    with sqlite3.connect(tmp_path / "registry.db") as store:
        store.execute("UPDATE \"row\" SET cells = '{' WHERE revision = 3")
    before = (tmp_path / "registry.db").read_bytes()
    with pytest.raises(DamagedError, match=r"is damaged: \"{\" cannot be read"):
        open_it(url)
    with sqlite3.connect(tmp_path / "registry.db") as store:
        assert store.execute("SELECT count(*) FROM revision").fetchone() == (3,)
    assert (tmp_path / "registry.db").read_bytes() == before


def test_tables_of_a_newer_program_are_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/registry.db"
    released(url)
    open_it(url)
    with sqlite3.connect(tmp_path / "registry.db") as store:
        store.execute(f"UPDATE {schema.VERSION_TABLE} SET version_num = '0099'")
    with pytest.raises(FailureError, match="was written by a newer vendors") as told:
        open_it(url)
    assert "\n" not in str(told.value)


def test_the_steps_end_at_the_tables_of_today(new_store: New) -> None:
    url = new_store()
    assert scripts().get_current_head() == schema.TODAY
    publish(url, (), "", datetime(2026, 1, 1, tzinfo=UTC), HEADER)
    with reading(url) as opened:
        assert opened is not None
        context = MigrationContext.configure(opened.connection(), opts={"version_table": schema.VERSION_TABLE})
        assert compare_metadata(context, SQLModel.metadata) == []
