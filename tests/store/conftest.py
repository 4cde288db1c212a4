"""Stores of both kinds, for tests that try each."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from tests.store import postgres

New = Callable[[], str]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def new_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[New]:
    """Addresses of stores that are not there yet."""
    numbers = count()
    if request.param == "sqlite":
        yield lambda: f"sqlite:///{tmp_path_factory.mktemp('stores')}/deep/registry.db"
        return
    psycopg = pytest.importorskip("psycopg", reason="the driver for PostgreSQL is not installed")
    if postgres.programs() is None:
        pytest.skip("PostgreSQL's programs are not installed: its store is not tried here")
    with postgres.server() as url, psycopg.connect(url, autocommit=True) as connection:

        def database() -> str:
            name = f"registry{next(numbers)}"
            connection.execute(f"CREATE DATABASE {name}")
            return url.replace("/postgres?", f"/{name}?")

        yield database
