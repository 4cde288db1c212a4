"""A copy of a ledger in one SQLite file, whichever database it is in, and a ledger made from such a copy."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select, text
from sqlmodel import SQLModel

from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.store.connection import NoAnswerError, reading, writing
from vendor_registry.store.tables import StoredRevision
from vendor_registry.store.view import make_view

_AT_ONCE = 1_000


def backup(url: str, file: Path) -> int:
    """Copy everything as it is at one moment, while others write; how many revisions are in it.

    Raises UsageError where the file is there already, or where nothing was ever published.
    """
    if file.exists():
        raise UsageError(f'"{file}" is there already; a backup never takes the place of another file.')
    with reading(url) as source:
        if source is None:
            raise UsageError("Nothing has been published yet; there is nothing to back up.")
        with _draft(file) as draft:
            return _copy(source.connection(), f"sqlite:///{draft}")


@contextmanager
def _draft(file: Path) -> Iterator[Path]:
    """A file beside it that takes its place when it is whole, and is gone where it is not."""
    draft = file.with_name(f".{file.name}.part")
    try:
        draft.unlink(missing_ok=True)
        try:
            yield draft
            draft.replace(file)
        except NoAnswerError as error:  # its name is none of theirs who asked for the backup
            raise FailureError(f'The backup "{file}" was not made: {error.reason}') from error
        finally:
            draft.unlink(missing_ok=True)
            draft.with_name(f"{draft.name}-journal").unlink(missing_ok=True)
    except OSError as error:
        raise FailureError(f'"{file}" cannot be written: {error.strerror}') from error


def restore(file: Path, url: str) -> int:
    """Fill an empty ledger from a backup; how many revisions it has.

    Raises UsageError where the file is no backup, and where the ledger has revisions: they are never overwritten.
    """
    if not file.is_file():
        raise UsageError(f'There is no file "{file}".')
    with reading(f"sqlite:///{file}") as source:
        if source is None:
            raise UsageError(f'"{file}" holds no ledger.')
        return _copy(source.connection(), url)


def _copy(source: Connection, url: str) -> int:
    with writing(url) as target:
        connection = target.connection()
        revisions = SQLModel.metadata.tables[str(StoredRevision.__tablename__)]
        if any(connection.execute(select(table).limit(1)).first() for table in SQLModel.metadata.sorted_tables):
            raise UsageError("That ledger is not empty; a backup is restored into an empty one only.")
        for table in SQLModel.metadata.sorted_tables:
            for some in _pieces(source, table.name):
                connection.execute(insert(table), some)
        _set_counters(connection)
        if columns := _columns(source):
            make_view(connection, columns)
        return len(connection.execute(select(revisions.c.number)).all())


def _pieces(source: Connection, name: str) -> Iterator[list[dict[str, object]]]:
    table = SQLModel.metadata.tables[name]
    result = source.execute(select(table).order_by(*table.primary_key.columns)).mappings()
    for some in result.partitions(_AT_ONCE):
        yield [dict(row) for row in some]


def _columns(source: Connection) -> list[str]:
    """The columns of the view that are cells; none where nothing was published yet."""
    if "engagement" not in inspect(source).get_view_names():
        return []
    names = [str(column["name"]) for column in inspect(source).get_columns("engagement")]
    return [name for name in names if name not in ("revision", "position", "line")]


def _set_counters(connection: Connection) -> None:
    """PostgreSQL counts ids by itself and must know where they were."""
    if connection.dialect.name == "postgresql":
        for table in SQLModel.metadata.sorted_tables:
            if "id" in table.columns:
                newest = f'(SELECT coalesce(max(id), 0) + 1 FROM "{table.name}")'
                counter = f"pg_get_serial_sequence('{table.name}', 'id')"
                connection.execute(text(f"SELECT setval({counter}, {newest}, false)"))
