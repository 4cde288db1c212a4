"""The SQL view `engagement`: the stored cells as columns, for people who query."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlmodel import Session


def make_view(session: Session, columns: Sequence[str]) -> None:
    """(Re)make the view, so that a new column of the sheet needs no migration.

    Column names are our own field names (letters and underscores), never texts of a sheet.
    """
    postgres = session.get_bind().dialect.name == "postgresql"
    cell = "cells::json ->> '{0}'" if postgres else "json_extract(cells, '$.{0}')"
    fields = ", ".join(f'{cell.format(name)} AS "{name}"' for name in columns)
    session.execute(text("DROP VIEW IF EXISTS engagement"))
    session.execute(text(f'CREATE VIEW engagement AS SELECT revision, position, line, {fields} FROM "row"'))
