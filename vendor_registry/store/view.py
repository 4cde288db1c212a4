"""The SQL view `engagement`: the rows of every revision, their cells as columns, for people who query."""

from collections.abc import Sequence

from sqlalchemy import Connection, text

_POSTGRES, _SQLITE = "c.cells::json ->> '{0}'", "json_extract(c.cells, '$.{0}')"


def make_view(connection: Connection, columns: Sequence[str]) -> None:
    """(Re)make the view, so that a new column of the sheet needs no migration.

    Column names are our own field names (letters and underscores), never texts of a sheet.
    """
    postgres = connection.dialect.name == "postgresql"
    cell, letters = (_POSTGRES, ' COLLATE "C"') if postgres else (_SQLITE, "")
    fields = ", ".join(f'{cell.format(name)} AS "{name}"' for name in columns)
    line = f"sum(p.gap) OVER (PARTITION BY r.number, p.position ORDER BY p.rank{letters})"
    connection.execute(text("DROP VIEW IF EXISTS engagement"))
    connection.execute(
        text(
            f"CREATE VIEW engagement AS SELECT r.number AS revision, p.position, {line} AS line, {fields} "
            "FROM revision r JOIN placement p ON p.first <= r.number AND (p.last IS NULL OR p.last >= r.number) "
            "JOIN cells c ON c.digest = p.digest"
        )
    )
