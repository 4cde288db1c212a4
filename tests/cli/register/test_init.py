"""vendors init: a sheet and a policy to start from, never over others."""

from pathlib import Path

import pytest

from tests.running import DAY, vendors


@pytest.fixture(autouse=True)
def _empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_files_are_written_and_named_and_the_next_step_is_said(tmp_path: Path) -> None:
    ran = vendors("init")
    assert ran.out == "data/vendors.csv\ndata/policy.toml\n"
    assert "`vendors check` judges it" in ran.err
    assert vendors("check", "--as-of", DAY).status == 0


def test_the_folder_may_be_new_and_deep(tmp_path: Path) -> None:
    assert vendors("init", "a/b").out == "a/b/data/vendors.csv\na/b/data/policy.toml\n"
    assert sorted(path.name for path in (tmp_path / "a" / "b" / "data").iterdir()) == ["policy.toml", "vendors.csv"]


@pytest.mark.parametrize(
    ("there", "message"),
    [
        (("vendors.csv",), "data/vendors.csv is there already; nothing written."),
        (("policy.toml", "vendors.csv"), "data/vendors.csv and data/policy.toml are there already; nothing written."),
    ],
)
def test_what_is_there_is_never_overwritten(tmp_path: Path, there: tuple[str, ...], message: str) -> None:
    (tmp_path / "data").mkdir()
    for name in there:
        (tmp_path / "data" / name).write_text("mine")
    ran = vendors("init")
    assert (ran.status, ran.stdout, ran.err) == (2, b"", f"{message}\n")
    assert {path.name: path.read_text() for path in (tmp_path / "data").iterdir()} == dict.fromkeys(there, "mine")


def test_a_file_is_no_folder_to_start_in(tmp_path: Path) -> None:
    (tmp_path / "acme").write_text("a file")
    ran = vendors("init", "acme")
    assert (ran.status, ran.stdout) == (2, b"")
    assert ran.err == '"acme/data/vendors.csv" cannot be there: "acme" is a file, not a folder.\n'
