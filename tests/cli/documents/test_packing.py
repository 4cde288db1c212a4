"""vendors annex --kind: one document, or all of them; what is to be completed; --strict."""

from pathlib import Path

import pytest

from tests.cli.program import SHEET, Program
from tests.small import POLICY
from vendor_registry.documents.pack.kinds import KINDS


@pytest.fixture
def vendors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    data = tmp_path / "data"
    data.mkdir()
    (data / "vendors.csv").write_text(SHEET, encoding="utf-8")
    (data / "policy.toml").write_text(POLICY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Program("annex", tmp_path, monkeypatch, capsys)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_a_file_of_its_name(vendors: Program, kind: str) -> None:
    ran = vendors("--kind", kind, "--format", "md")
    assert (ran.status, ran.out) == (0, f"{kind}.md\n")
    assert (vendors.folder / f"{kind}.md").read_bytes().startswith(b"# ")


def test_all_of_them_go_into_a_folder(vendors: Program) -> None:
    ran = vendors("--kind", "ALL", "--format", "text", "-o", "out")
    names = sorted(f"out/{name}.txt" for name in ("subprocessors", *KINDS))
    assert (ran.status, sorted(ran.out.split())) == (0, names)
    assert vendors.files() == names


def test_what_is_to_be_completed_is_told_with_the_entry(vendors: Program) -> None:
    err = vendors("--kind", "scc", "--format", "md").err
    assert "To be completed: " in err
    assert "  [contract] courts: Clause 18, choice of forum and jurisdiction\n" in err


@pytest.mark.parametrize("kind", ["scc", "all"])
def test_strict_writes_nothing_and_tells_every_field(vendors: Program, kind: str) -> None:
    ran = vendors("--kind", kind, "--strict")
    assert (ran.status, ran.out) == (1, "")
    assert "[contract] courts" in ran.err
    assert ran.err.endswith("Nothing was written, as --strict asks for.\n")
    assert vendors.files() == []


def test_strict_is_content_with_a_complete_list_and_not_with_another(vendors: Program) -> None:
    assert vendors("--strict").status == 0
    (vendors.folder / "data" / "vendors.csv").write_text(SHEET.replace("Ada", ""), encoding="utf-8")
    ran = vendors("--strict")
    assert ran.status == 1
    assert "host [contact]: Sample Cloud: Contact" in ran.err


def test_an_unknown_kind_is_refused_with_those_there_are(vendors: Program) -> None:
    ran = vendors("--kind", "sccs")
    assert ran.status == 2
    assert (
        '"sccs" is no kind of annex here; choose one of subprocessors, scc, art28, uk, ch, recipients, all.' in ran.err
    )
