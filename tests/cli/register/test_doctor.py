"""vendors doctor: what is installed, and whether it works here."""

import re
from pathlib import Path

import pytest

from tests.running import vendors


def test_every_part_is_tried_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anywhere: no sheet is needed, and nothing is left behind."""
    monkeypatch.chdir(tmp_path)
    ran = vendors("doctor")
    assert (ran.status, ran.err) == (0, "")
    parts = {found[2]: found[1] for found in re.finditer(r"^(ok|absent|BROKEN) +(.+?)  ", ran.out, re.MULTILINE)}
    assert set(parts) == {
        "python",
        "vendor-registry",
        "sqlite",
        "psycopg",
        "law",
        "documents, DOCX",
        "documents, PDF",
        "diagrams, wasm",
        "diagrams, dot",
    }
    assert {name for name, state in parts.items() if state != "ok"} <= {"psycopg", "diagrams, dot"}
    assert list(tmp_path.iterdir()) == []


def test_how_the_sheet_is_read_is_told_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet whose people say Supplier; then one with a fault, which is for check to say."""
    monkeypatch.chdir(tmp_path)
    vendors("init")
    sheet = tmp_path / "data" / "vendors.csv"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace(",vendor,", ",Supplier,", 1), encoding="utf-8")
    said = vendors("doctor").out
    assert "ok      sheet                 data/vendors.csv: read as utf-8 with commas between.\n" in said
    assert 'ok      sheet                 data/vendors.csv:1: the column "Supplier" is read as vendor.\n' in said
    sheet.write_text(text.replace("sub-processor", "subprozessor", 1), encoding="utf-8")
    assert "data/vendors.csv has 1 fault; vendors check says which\n" in vendors("doctor").out


def test_a_missing_dot_is_absent_and_not_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = vendors("doctor")
    assert ran.status == 0
    assert "absent  diagrams, dot         no `dot` on the PATH; not needed\n" in ran.out


def test_a_dot_that_does_not_work_is_told_and_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A program of that name that only fails."""
    (tmp_path / "dot").write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
    (tmp_path / "dot").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    ran = vendors("doctor")
    assert ran.status == 70
    assert re.search(r"^BROKEN +diagrams, dot ", ran.out, re.MULTILINE)
    assert "ok      diagrams, wasm" in ran.out


def test_wording_tells_only_of_phrases_that_quote_the_law() -> None:
    ran = vendors("doctor", "--wording")
    assert ran.status == 0
    assert ran.out.startswith("ok      wording, de")
    assert "sqlite" not in ran.out
