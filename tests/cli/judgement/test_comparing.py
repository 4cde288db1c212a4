"""vendors check --baseline, --write-baseline, --against: what was known does not fail."""

import shutil
import subprocess
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

import vendor_registry.intake
from vendor_registry.cli.judgement import check as command
from vendor_registry.model.text.origin import UsageError

_APP = typer.Typer()
_APP.command()(command.check)
_STARTER = Path(vendor_registry.intake.__path__[0]) / "starter"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter sheet and policy with a blank region, which is a gap."""
    shutil.copytree(_STARTER, tmp_path / "data")
    blank("DE (Frankfurt)", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return tmp_path


def blank(text: str, folder: Path) -> None:
    sheet = folder / "data" / "vendors.csv"
    written = sheet.read_text(encoding="utf-8")
    assert text in written
    sheet.write_text(written.replace(text, "", 1), encoding="utf-8", newline="")


def run(*options: str) -> Result:
    return CliRunner().invoke(_APP, ["--as-of", "2026-11-23", *options])


def test_a_written_baseline_lets_the_same_sheet_pass(folder: Path) -> None:
    assert run().exit_code == 1
    assert run("--write-baseline", "known.json").exit_code == 0
    first = (folder / "known.json").read_bytes()
    assert run("--baseline", "known.json").exit_code == 0
    assert run("--write-baseline", "known.json").exit_code == 0
    assert (folder / "known.json").read_bytes() == first


def test_one_more_blank_fails_and_a_mended_one_too_until_the_entry_is_gone(folder: Path) -> None:
    run("--write-baseline", "known.json")
    blank("Data protection officer, privacy@cloud.example", folder)
    assert run("--baseline", "known.json").exit_code == 1
    shutil.copy(_STARTER / "vendors.csv", folder / "data" / "vendors.csv")
    told = run("--baseline", "known.json")
    assert told.exit_code == 1
    assert "there is no such finding any more" in told.stdout.replace("\n    ", " ")
    assert run("--write-baseline", "known.json").exit_code == 0
    assert run("--baseline", "known.json").exit_code == 0


def test_reading_and_writing_a_baseline_exclude_each_other(folder: Path) -> None:
    told = run("--baseline", "a.json", "--write-baseline", "b.json")
    assert isinstance(told.exception, UsageError)
    assert not (folder / "b.json").exists()


def test_against_a_commit_only_what_is_new_fails_and_the_difference_is_told_beside_the_result(folder: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Start"]):
        subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *words], cwd=folder, check=True)
    same = run("--against", "HEAD")
    assert same.exit_code == 0
    assert "Against HEAD: 0 new, 0 fixed, 0 changed, " in same.stderr
    assert "Against" not in same.stdout
    blank("Data protection officer, privacy@cloud.example", folder)
    more = run("--against", "HEAD")
    assert more.exit_code == 1
    assert "changed  complete at host-eu" in more.stderr


def test_against_another_file(folder: Path) -> None:
    assert run("--against", str(_STARTER / "vendors.csv")).exit_code == 1
    assert run("--against", "data/vendors.csv").exit_code == 0
