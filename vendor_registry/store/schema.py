"""Which tables a database has, and how it gets those of today: on need, whole or not at all, with a backup."""

import sqlite3
from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from vendor_registry.model.text.origin import FailureError
from vendor_registry.store.damage import DamagedError

TODAY = "0006"
VERSION_TABLE = "vendors_version"
_EARLIER = ("0001", "0002", "0003", "0004", "0005")
_RELEASED_FIRST = "0001"  # it had no table of versions


def version(connection: Connection) -> str:
    """The step that the tables are at; "" where there are none. Raises DamagedError where they do not say so."""
    tables = inspect(connection)
    if tables.has_table(VERSION_TABLE):
        found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalars().all()
        if len(found) != 1 or not found[0]:
            raise DamagedError(f"The table {VERSION_TABLE} of the store does not say which tables it has")
        return str(found[0])
    return _RELEASED_FIRST if tables.has_table("revision") else ""


def is_of_today(found: str, store: str) -> bool:
    """Whether nothing needs to be done; raises FailureError for the tables of a later program."""
    if found not in ("", *_EARLIER, TODAY):
        raise FailureError(f'The store at {store} was written by a newer vendors (tables "{found}"); update this one.')
    return found == TODAY


def bring_up_to_date(connection: Connection, found: str, file: Path | None) -> None:
    """Make the tables, or change those that are there, inside the transaction of the connection.

    Of a SQLite file with something in it a copy is left beside it, `<file>.before-<step>`; in PostgreSQL the old
    tables stay, as `before_<step>_<table>`.
    """
    if found and file is not None:
        _copy(file, file.with_name(f"{file.name}.before-{TODAY}"))
    import_module("vendor_registry.store.upgrade").run(connection, found)


def _copy(file: Path, copy: Path) -> None:
    """What was committed last; the transaction that is open here is not in it."""
    draft = copy.with_name(f".{copy.name}")
    try:
        draft.unlink(missing_ok=True)
        source, target = sqlite3.connect(file), sqlite3.connect(draft)
        try:
            source.backup(target)
        finally:
            source.close()
            target.close()
        draft.replace(copy)
    except (sqlite3.Error, OSError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FailureError(f'The copy "{copy}" cannot be written, and so nothing was changed: {reason}') from error
    finally:
        draft.unlink(missing_ok=True)
