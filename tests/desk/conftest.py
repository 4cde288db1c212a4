"""A desk with somebody at it."""

from pathlib import Path

import pytest

from tests.desk.running import Desk, opened


@pytest.fixture
def at_desk(tmp_path: Path) -> Desk:
    return opened(tmp_path).enter()
