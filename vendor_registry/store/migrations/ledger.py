"""0002: each row is kept once, revisions are chained, and documents, notices, objections and reviews are recorded."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from vendor_registry.store import chain
from vendor_registry.store.placing import Placed, Standing, gaps, step
from vendor_registry.store.view import make_view

revision = "0002"
down_revision = "0001"

_Page = tuple[dict[str, Any], list[tuple[int, str, Any]]]  # a sheet, and its rows: gap, digest, texts

_OLD = ("revision", "sheet", "row")
_ITS_OWN = {"revision", "position", "line"}  # columns of the view that are no cells


def upgrade() -> None:
    connection = op.get_bind()
    columns = _columns_of_view(connection)
    op.execute("DROP VIEW IF EXISTS engagement")
    old = [_set_aside(name) for name in reversed(_OLD)]
    _make_tables()
    _carry_over(connection)
    if columns:
        make_view(connection, columns)
    nothing = connection.execute(sa.text("SELECT count(*) FROM revision")).scalar_one() == 0
    if nothing or connection.dialect.name == "sqlite":  # there the backup is a file; elsewhere these tables are it
        for name in old:
            op.drop_table(name)


def _columns_of_view(connection: sa.Connection) -> list[str]:
    if "engagement" not in sa.inspect(connection).get_view_names():
        return []
    names = (str(column["name"]) for column in sa.inspect(connection).get_columns("engagement"))
    return [name for name in names if name not in _ITS_OWN]


def _set_aside(name: str) -> str:
    op.rename_table(name, f"before_0002_{name}")
    return f"before_0002_{name}"


def _number() -> sa.ForeignKey:
    return sa.ForeignKey("revision.number")


def _make_tables() -> None:
    op.create_table(
        "revision",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("note", "content", "author")),
        sa.Column("effective", sa.Date),
        sa.Column("rows", sa.Integer, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("previous", "digest")),
    )
    op.create_table(
        "sheet",
        sa.Column("revision", sa.Integer, _number(), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("file", "sha256", "rows")),
        sa.Column("header", sa.JSON, nullable=False),
    )
    op.create_table(
        "cells",
        sa.Column("digest", sa.String, primary_key=True),
        sa.Column("cells", sa.JSON, nullable=False),
    )
    op.create_table(
        "placement",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("rank", sa.String, nullable=False),
        sa.Column("gap", sa.Integer, nullable=False),
        sa.Column("digest", sa.String, sa.ForeignKey("cells.digest"), nullable=False),
        sa.Column("first", sa.Integer, _number(), nullable=False),
        sa.Column("last", sa.Integer, _number()),
    )
    op.create_index("placement_from_to", "placement", ["first", "last"])
    _make_records()


def _make_records() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("kind", "scope", "customer", "sha256", "issued_by")),
        sa.Column("revision", sa.Integer, _number()),
        sa.Column("issued_on", sa.Date, nullable=False),
    )
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("customer", "channel", "recorded_by")),
        sa.Column("before", sa.Integer, _number()),
        sa.Column("after", sa.Integer, _number(), nullable=False),
        sa.Column("vendors", sa.JSON, nullable=False),
        *(sa.Column(name, sa.Date, nullable=False) for name in ("sent_on", "effective_on", "object_until")),
    )
    op.create_table(
        "objection",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("notice", sa.Integer, sa.ForeignKey("notice.id"), nullable=False),
        *(sa.Column(n, sa.String, nullable=False) for n in ("customer", "vendor", "reason", "outcome", "decided_by")),
        sa.Column("received_on", sa.Date, nullable=False),
        sa.Column("late", sa.Boolean, nullable=False),
        sa.Column("decided_on", sa.Date),
    )
    op.create_table(
        "review",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("engagement", "reviewed_by", "note")),
        sa.Column("reviewed_on", sa.Date, nullable=False),
    )


def _carry_over(connection: sa.Connection) -> None:
    """Revision by revision, the oldest first; the author of then is not known."""
    old, new = sa.MetaData(), sa.MetaData()
    old.reflect(connection, only=[f"before_0002_{name}" for name in _OLD])
    new.reflect(connection, only=["revision", "sheet", "cells", "placement"])
    revisions, sheets, rows = (old.tables[f"before_0002_{name}"] for name in _OLD)
    standing: dict[int, list[Standing]] = {}
    known: set[str] = set()
    previous = ""
    for one in connection.execute(sa.select(revisions).order_by(revisions.c.number)).mappings().all():
        number = int(one["number"])
        of_revision = sa.select(sheets).where(sheets.c.revision == number).order_by(sheets.c.position)
        pages = [
            (dict(sheet), [*_rows(connection, rows, number, int(sheet["position"]))])
            for sheet in connection.execute(of_revision).mappings().all()
        ]
        for sheet, found in pages:
            sheet["rows"] = chain.digest_of_rows((gap, digest) for gap, digest, _ in found)
        values = _revision(one, pages, previous)
        connection.execute(sa.insert(new.tables["revision"]), values)
        for sheet, found in pages:
            connection.execute(sa.insert(new.tables["sheet"]), sheet)
            _keep(connection, new, known, found)
            placed = [(gap, digest) for gap, digest, _ in found]
            _place(connection, new, number, int(sheet["position"]), standing, placed)
        previous = values["digest"]


def _rows(connection: sa.Connection, rows: sa.Table, number: int, position: int) -> Iterator[tuple[int, str, Any]]:
    of_sheet = sa.select(rows.c.line, rows.c.cells).where(rows.c.revision == number, rows.c.position == position)
    found = connection.execute(of_sheet.order_by(rows.c.line)).all()
    for gap, (_, cells) in zip(gaps(line for line, _ in found), found, strict=True):
        yield gap, chain.digest_of_cells(cells), cells


def _keep(connection: sa.Connection, new: sa.MetaData, known: set[str], found: list[tuple[int, str, Any]]) -> None:
    fresh = {digest: cells for _, digest, cells in found if digest not in known}
    known.update(fresh)
    if fresh:
        values = [{"digest": digest, "cells": cells} for digest, cells in fresh.items()]
        connection.execute(sa.insert(new.tables["cells"]), values)


def _place(
    connection: sa.Connection,
    new: sa.MetaData,
    number: int,
    position: int,
    standing: dict[int, list[Standing]],
    placed: list[Placed],
) -> None:
    table = new.tables["placement"]
    before = standing.get(position, [])
    change = step(before, placed)
    going = {one.rank for one in change.going}
    for rank in going:
        where = (table.c.position == position, table.c.rank == rank, table.c["last"].is_(None))
        connection.execute(sa.update(table).where(*where).values(last=number - 1))
    if change.coming:
        values = [
            {"position": position, "rank": one.rank, "gap": one.gap, "digest": one.digest, "first": number}
            for one in change.coming
        ]
        connection.execute(sa.insert(table), values)
    stay = [one for one in before if one.rank not in going]
    standing[position] = sorted([*stay, *change.coming], key=lambda one: one.rank)


def _revision(
    one: Any, pages: list[tuple[dict[str, Any], list[tuple[int, str, Any]]]], previous: str
) -> dict[str, Any]:
    digests = [digest for _, found in pages for _, digest, _ in found]
    content = chain.digest_of_content(digests)
    moment: datetime = one["published_at"]
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    said = {"number": one["number"], "published_at": moment, "note": one["note"], "author": "", "effective": None}
    digest = chain.digest_of_revision(
        **said,
        content=content,
        sheets=[chain.SheetDigest(s["file"], s["sha256"], s["header"], s["rows"]) for s, _ in pages],
        previous=previous,
    )
    return {**said, "content": content, "rows": len(digests), "previous": previous, "digest": digest}
