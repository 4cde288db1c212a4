"""Sessions with the store, and what is said when there is none to be had."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, ProgrammingError, SQLAlchemyError
from sqlmodel import Session, create_engine

from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.store.address import address_of, file_of, shown, without_secrets
from vendor_registry.store.damage import DamagedError, IllegibleError, careful_types, is_damage, told_json
from vendor_registry.store.schema import bring_up_to_date, is_of_today, version

READ = "BEGIN"
_PATIENCE = 60  # seconds that one writer waits for another
_LOCK = 0x56454E444F5253  # ours among the advisory locks of a PostgreSQL database: "VENDORS"


class NoAnswerError(FailureError):
    """The database does not do what it was asked; `reason` is what it says."""

    def __init__(self, store: str, reason: str) -> None:
        super().__init__(f"The store at {store} does not answer: {reason}")
        self.reason = reason


@contextmanager
def reading(url: str) -> Iterator[Session | None]:
    """A session on the store at a URL, or None where nothing was ever stored: asking makes nothing.

    It sees one state from its beginning to its end, whatever others store meanwhile. Older tables are brought up to
    date first. Raises UsageError for an address that is none or a driver that is missing, FailureError where the
    database does not answer or was written by a newer program, DamagedError where something else wrote to it.
    """
    address = address_of(url)
    file = file_of(address)
    if file is not None and not file.exists():
        yield None
        return
    with _connection(address, READ) as connection:
        found = version(connection)
        current = is_of_today(found, shown(address))
        if current:
            with Session(connection) as session:
                yield session
                return
    if not found:
        yield None
        return
    with writing(url):
        pass  # brings the tables up to date
    with reading(url) as session:
        yield session


@contextmanager
def writing(url: str) -> Iterator[Session]:
    """A session in which nobody else writes until it ends: all of it is kept, or nothing.

    Tables are made where missing, and brought up to date where they are older. A second writer waits, and then sees
    what the first one stored. Raises as `reading` does.
    """
    address = address_of(url)
    _make_folder(address)
    with _connection(address, "BEGIN IMMEDIATE") as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        found = version(connection)
        if not is_of_today(found, shown(address)):
            bring_up_to_date(connection, found, file_of(address))
        with Session(connection) as session:
            yield session
            session.flush()
        connection.commit()


@contextmanager
def _connection(address: URL, begin: str) -> Iterator[Connection]:
    engine = _engine(address, begin)
    try:
        with _opened(engine) as connection:
            yield connection
    except SQLAlchemyError as error:
        told = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        reason = without_secrets(told.partition(" with text ")[0], address)
        if is_damage(error):
            raise _damaged(address, reason) from error
        raise NoAnswerError(shown(address), reason) from error
    except IllegibleError as error:
        raise _damaged(address, str(error)) from error
    finally:
        engine.dispose()


def _damaged(address: URL, reason: str) -> DamagedError:
    return DamagedError(f"The store at {shown(address)} is damaged: {reason}")


def _opened(engine: Engine) -> Connection:
    """Raises UsageError for options in the address that the driver does not understand."""
    try:
        return engine.connect()
    except (ArgumentError, ProgrammingError, TypeError, ValueError):
        raise UsageError(
            f"The options in the address of the store at {shown(engine.url)} are not understood by its driver."
        ) from None


def _engine(address: URL, begin: str) -> Engine:
    try:
        if file_of(address) is None:  # a second writer must see what the first one stored, whatever the server prefers
            level = "REPEATABLE READ" if begin == READ else "READ COMMITTED"
            return create_engine(address, isolation_level=level)
        engine = create_engine(address, connect_args={"timeout": _PATIENCE}, json_deserializer=told_json)
    except ModuleNotFoundError as error:
        raise UsageError(
            f'The driver "{error.name}" for that store is missing: pip install "vendor-registry[postgres]".'
        ) from error
    careful_types(engine.dialect)
    event.listen(engine, "connect", _leave_transactions_to_us)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _leave_transactions_to_us(connection: sqlite3.Connection, _: object) -> None:
    """Python's sqlite3 would begin a transaction only at the first insert: too late to see that nothing changed."""
    connection.isolation_level = None


def _make_folder(address: URL) -> None:
    file = file_of(address)
    try:
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FailureError(f'The folder of the store cannot be made: "{error.filename}": {error.strerror}') from error
