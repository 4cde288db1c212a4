"""A session with the store, and what it says when there is none to be had."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlmodel import Session, SQLModel, create_engine

from vendor_registry.model.origin import FailureError, UsageError

_FORMS = "write sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE"
_DRIVERS = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


@contextmanager
def session(url: str) -> Iterator[Session]:
    """A session on the store at a URL (sqlite:///FILE, postgresql://...), its tables made where missing.

    Raises UsageError for an address that is none or a driver that is missing, FailureError where the
    database does not answer.
    """
    engine = _engine(url)
    try:
        SQLModel.metadata.create_all(engine)
        with Session(engine) as opened:
            yield opened
    except SQLAlchemyError as error:
        shown = make_url(url).render_as_string(hide_password=True)
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise FailureError(f"The store at {shown} does not answer: {reason}") from error
    finally:
        engine.dispose()


def is_new(url: str) -> bool:
    """Whether there is no store at a URL yet, as far as can be seen without making one: a SQLite file is missing."""
    address = _address(url)
    return address.get_backend_name() == "sqlite" and not Path(address.database or "").exists()


def _address(url: str) -> URL:
    """Raises UsageError for what is no address, and for a store that would forget everything."""
    try:
        address = make_url(url)
    except ArgumentError:
        raise UsageError(f"The address of the store is not one: {_FORMS}.") from None
    if address.drivername not in _DRIVERS:
        raise UsageError(f'There is no store of the kind "{address.drivername}": {_FORMS}.')
    if address.get_backend_name() == "sqlite" and address.database in (None, "", ":memory:"):
        raise UsageError(f"A store in memory would be forgotten at once: {_FORMS}.")
    return address.set(drivername=_DRIVERS[address.drivername])


def _engine(url: str) -> Engine:
    address = _address(url)
    try:
        if address.get_backend_name() == "sqlite":
            Path(address.database or "").parent.mkdir(parents=True, exist_ok=True)
        return create_engine(address)
    except ModuleNotFoundError as error:
        raise UsageError(
            f'The driver "{error.name}" for that store is missing: pip install "vendor-registry[postgres]".'
        ) from error
    except OSError as error:
        raise FailureError(f'The folder of the store cannot be made: "{error.filename}": {error.strerror}') from error
