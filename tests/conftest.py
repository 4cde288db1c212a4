"""Snapshots, outputs kept under tests/snapshots and read in review like code; a browser, and PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests.browser import running_chromium
from tests.store import postgres

SNAPSHOTS = Path(__file__).parent / "snapshots"
LONG = ("test_determinism.py", "test_never_lost.py", "test_same_bytes.py", "test_browser.py", "test_access.py")

# Speed is measured in benchmarks/, on a machine without neighbours; more examples: pytest --hypothesis-profile=thorough
settings.register_profile("vendors", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=1_000)
settings.load_profile("vendors")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="rewrite tests/snapshots; read the difference")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that no process is left with it when the others are done."""
    items.sort(key=lambda one: one.path.name not in LONG)


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`snapshot(name, text)`: the text is what tests/snapshots/<name> says, to the letter."""

    def compare(name: str, text: str) -> None:
        kept = SNAPSHOTS / name
        if request.config.getoption("--update-snapshots"):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(text, encoding="utf-8", newline="")
        assert kept.exists(), f"no snapshot {kept.name}; `make snapshots` writes it"
        assert text == kept.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def new_postgres_database() -> Iterator[postgres.New]:
    """Addresses of PostgreSQL databases that are empty, on one server for all tests of a process."""
    if postgres.programs() is None:
        pytest.skip("PostgreSQL's programs are not installed: its store is not tried here")
    with postgres.databases() as new:
        yield new


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser for all tests of a file; each opens pages of its own (`tests/browser.py`). Not for longer: a process
    drives one at a time."""
    with running_chromium() as browser:
        yield browser
