"""A desk with somebody at it."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.running import Desk, opened


@pytest.fixture
def at_desk(tmp_path: Path) -> Desk:
    return opened(tmp_path).enter()


@pytest.fixture(autouse=True)
def nothing_goes_on_judging() -> Iterator[None]:
    """The process beside a desk ends with the program, and a run of tests is one program of many desks."""
    before = set(multiprocessing.active_children())
    yield
    for process in set(multiprocessing.active_children()) - before:
        process.kill()
