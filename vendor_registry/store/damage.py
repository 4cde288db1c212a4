"""Values of a ledger that nobody can read any more, since something else than this program wrote to its file."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Date, DateTime, Dialect, Integer, Table
from sqlalchemy.dialects.sqlite import DATE, DATETIME
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlmodel import SQLModel

from vendor_registry.model.text.origin import FailureError
from vendor_registry.store.moment import Moment

_Read = Callable[[Any], Any]
_LONGEST = 40  # letters of a value that is quoted
_UNDECODED = "Could not decode to UTF-8"  # how SQLite's driver begins to tell of a text that is none


class DamagedError(FailureError):
    """The database is there, and holds what this program never wrote: `what` says it in a sentence without its end."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}; vendors fsck tells what is wrong where.")
        self.what = what


class IllegibleError(ValueError):
    """One value that cannot be read."""


def is_damage(error: SQLAlchemyError) -> bool:
    """Whether the database answered that its file is damaged; a file that never was a database is none."""
    original = error.orig if isinstance(error, DBAPIError) else None
    corrupt = type(original) is sqlite3.DatabaseError and "not a database" not in str(original)
    return corrupt or _UNDECODED in str(original)


def told_json(text: str) -> object:
    """What a text says in JSON; raises IllegibleError."""
    return _reading(json.loads, text)


def careful_types(dialect: Dialect) -> None:
    """Have the days and moments of a SQLite database raise IllegibleError where they are none; a server keeps to its
    types by itself."""
    dialect.colspecs = {**dialect.colspecs, Date: _Day, DateTime: _Moment}


class _Day(DATE):
    def result_processor(self, dialect: Dialect, coltype: object) -> _Read | None:
        return _careful(super().result_processor(dialect, coltype))


class _Moment(DATETIME):
    def result_processor(self, dialect: Dialect, coltype: object) -> _Read | None:
        return _careful(super().result_processor(dialect, coltype))


def _careful(read: _Read | None) -> _Read | None:
    return read and (lambda value: _reading(read, value))


def _reading(read: _Read, value: object) -> object:
    try:
        return read(value)
    except (ValueError, TypeError, RecursionError) as error:
        raise IllegibleError(f"{_quoted(value)} cannot be read") from error


def illegible(connection: Connection) -> Iterator[str]:
    """Each value of a SQLite database that is not what its column is for: which table, which entry, which column."""
    driver = connection.connection.dbapi_connection
    if not isinstance(driver, sqlite3.Connection):
        return
    usual, driver.text_factory = driver.text_factory, _lenient
    try:
        for table in SQLModel.metadata.sorted_tables:
            yield from _illegible(connection, table)
    finally:
        driver.text_factory = usual


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _illegible(connection: Connection, table: Table) -> Iterator[str]:
    columns = tuple(table.columns)
    named = ", ".join(f'"{one.name}"' for one in columns)
    for row in connection.exec_driver_sql(f'SELECT {named} FROM "{table.name}"'):
        for column, value in zip(columns, row, strict=True):
            if not _fits(column, value):
                keys = ", ".join(str(_shown(part)) for one, part in zip(columns, row, strict=True) if one.primary_key)
                yield f"{table.name} {keys} [{column.name}]: {_quoted(value)} cannot be read."


def _fits(column: Column[Any], value: object) -> bool:
    if value is None:
        return bool(column.nullable)
    if not isinstance(value, str):
        return isinstance(column.type, Integer | Boolean) and isinstance(value, int)
    if not _is_text(value):
        return False
    try:
        match column.type:
            case Date():
                return date.fromisoformat(value).isoformat() == value
            case DateTime() | Moment():
                return bool(datetime.fromisoformat(value))
            case JSON():
                return _shaped(column.name, json.loads(value))
    except (ValueError, RecursionError):
        return False
    return not isinstance(column.type, Integer | Boolean)


def _shaped(column: str, value: object) -> bool:
    """The texts of a row by their columns; everything else that is kept in JSON is a list of texts."""
    texts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else (None,)
    return isinstance(value, dict) == (column == "cells") and all(isinstance(one, str) for one in texts)


def _is_text(value: str) -> bool:
    return not any("\udc80" <= letter <= "\udcff" for letter in value)


def _quoted(value: object) -> str:
    told = str(_shown(value))
    return f'"{told[:_LONGEST]}…"' if len(told) > _LONGEST else f'"{told}"'


def _shown(value: object) -> object:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
