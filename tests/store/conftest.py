"""Stores of both kinds, for tests that try each."""

import pytest

from tests.store.postgres import New


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def new_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> New:
    """Addresses of stores that are not there yet."""
    if request.param == "sqlite":
        return lambda: f"sqlite:///{tmp_path_factory.mktemp('stores')}/deep/registry.db"
    made: New = request.getfixturevalue("new_postgres_database")
    return made
