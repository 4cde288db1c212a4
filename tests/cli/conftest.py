"""What the tests of commands share."""

from pathlib import Path

import pytest

from vendor_registry.use_cases.register.init import init


@pytest.fixture
def starter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory of somebody who has just begun: the starter's sheet and policy, no store."""
    init(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VENDORS_DATABASE_URL", raising=False)
    return tmp_path
