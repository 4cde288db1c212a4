"""Files are whole or not there."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests import make
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.use_cases.files.output import inputs_of, refuse_outputs, write


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
    with pytest.raises(UsageError, match=r'annex\.md" is a folder; name a file in it\.$'):
        write(tmp_path / "annex.md", b"text")
    assert [path.name for path in tmp_path.iterdir()] == ["annex.md"]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match=r'cannot be there: "file" is a file, not a folder\.$'):
        write(tmp_path / "file" / "deep" / "annex.md", b"text")
    assert (tmp_path / "file").read_bytes() == b""


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "annex.md").symlink_to(tmp_path / "shared" / "real.md")
    write(tmp_path / "annex.md", b"text")
    assert (tmp_path / "annex.md").is_symlink()
    assert (tmp_path / "shared" / "real.md").read_bytes() == b"text"
    assert [path.name for path in (tmp_path / "shared").iterdir()] == ["real.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    """A device or a pipe cannot be replaced by a file without breaking whoever reads it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, b"text")
    assert os.read(reader, 10) == b"text"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_a_failure_and_a_device_stays_a_device() -> None:
    with pytest.raises(FailureError, match=r'^"/dev/full" cannot be written: No space left on device$'):
        write(Path("/dev/full"), b"text")
    assert Path("/dev/full").is_char_device()


def test_a_link_that_leads_to_itself_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(FailureError, match=r'loop" cannot be written: '):
        write(tmp_path / "loop", b"text")


def test_files_get_the_permissions_of_the_day_not_those_of_a_draft(tmp_path: Path) -> None:
    before = os.umask(0o027)
    write(tmp_path / "annex.md", b"text")
    os.umask(before)
    assert (tmp_path / "annex.md").stat().st_mode & 0o777 == 0o640


def test_a_file_that_others_may_not_read_stays_so(tmp_path: Path) -> None:
    """Over a file, and beside one whose copy it is."""
    (tmp_path / "vendors.csv").write_bytes(b"old")
    (tmp_path / "vendors.csv").chmod(0o600)
    write(tmp_path / "vendors.csv", b"new")
    write(tmp_path / "vendors.csv.bak", b"old", like=tmp_path / "vendors.csv")
    assert {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {
        "vendors.csv": 0o600,
        "vendors.csv.bak": 0o600,
    }


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (("a.json", "a.json"), r'"a\.json" is named twice; give each --output a file of its own\.$'),
        (("a.json", "b/../a.json"), r'"b/\.\./a\.json" is named twice'),
        (("a.json", "link"), r'"link" is named twice'),
        (("a/b/c.json", "a"), r'"a/b/c\.json" cannot be there: "a" is to be a file, not a folder\.$'),
        (("a", "a/b"), r'"a/b" cannot be there: "a" is to be a file'),
        (("x", "b"), r'"b" is a folder; name a file in it\.$'),
        (("x", "data/vendors.csv"), r'"data/vendors\.csv" is read here, and what is read is never overwritten; name a'),
        (("data/../data/policy.toml",), "is read here"),
        (("data/waivers.csv",), "is read here"),
    ],
)
def test_several_files_are_refused_before_the_first_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outputs: tuple[str, ...], message: str
) -> None:
    """A folder b, a link to a.json, and what a case was read from."""
    monkeypatch.chdir(tmp_path)
    for folder in ("b", "data"):
        Path(folder).mkdir()
    Path("link").symlink_to("a.json")
    case = replace(
        make.case(),
        registry=Registry((), (Sheet("data/vendors.csv", (), ()),)),
        policy=replace(make.policy(), file="data/policy.toml"),
    )
    with pytest.raises(UsageError, match=message):
        refuse_outputs([Path(output) for output in outputs], inputs_of(case))


def test_files_beside_each_other_and_a_device_named_twice_are_fine(tmp_path: Path) -> None:
    refuse_outputs([tmp_path / "a", tmp_path / "ab", tmp_path / "b" / "a", Path(os.devnull), Path(os.devnull)])
