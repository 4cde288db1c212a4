"""A session with the store, and what it says when there is none to be had."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlmodel import Session, SQLModel, create_engine

from vendor_registry.model.origin import FailureError, UsageError


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


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
            Path(parsed.database or "").parent.mkdir(parents=True, exist_ok=True)
        return create_engine(parsed)
    except (ArgumentError, NoSuchModuleError) as error:
        raise UsageError("The address of the store is not one: write sqlite:///FILE or postgresql://...") from error
    except ModuleNotFoundError as error:
        raise UsageError(
            f'The driver "{error.name}" for that store is missing: pip install "vendor-registry[postgres]".'
        ) from error
    except OSError as error:
        raise FailureError(f'The folder of the store cannot be made: "{error.filename}": {error.strerror}') from error
