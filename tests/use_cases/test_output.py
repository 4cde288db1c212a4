"""Files are whole or not there."""

from pathlib import Path

import pytest

from vendor_registry.model.origin import FailureError
from vendor_registry.use_cases.output import write


def test_the_folder_is_made_and_the_file_is_whole(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "annex.md", b"text")
    assert (tmp_path / "a" / "b" / "annex.md").read_bytes() == b"text"


def test_an_old_file_is_replaced_and_no_draft_is_left(tmp_path: Path) -> None:
    target = tmp_path / "annex.md"
    target.write_bytes(b"old")
    write(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["annex.md"]
    assert target.read_bytes() == b"new"


def test_a_target_that_is_a_folder_is_told_and_no_draft_is_left(tmp_path: Path) -> None:
    (tmp_path / "annex.md").mkdir()
    with pytest.raises(FailureError, match=r'annex\.md" cannot be written: Is a directory'):
        write(tmp_path / "annex.md", b"text")
    assert [path.name for path in tmp_path.iterdir()] == ["annex.md"]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FailureError, match="cannot be written"):
        write(tmp_path / "file" / "annex.md", b"text")
