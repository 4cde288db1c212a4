"""vendors annex: arguments in, a file or a text out, talk on stderr."""

from pathlib import Path

import pytest

from tests.cli.program import SHEET, Program, Ran
from tests.small import POLICY
from vendor_registry.documents.formats.catalogue import FORMATS
from vendor_registry.documents.parts.phrases import languages

ALL = ", ".join(FORMATS)
TEXTS = " or ".join(name for name, form in FORMATS.items() if form.text)


@pytest.fixture
def vendors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    data = tmp_path / "data"
    data.mkdir()
    (data / "vendors.csv").write_text(SHEET, encoding="utf-8")
    (data / "policy.toml").write_text(POLICY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Program("annex", tmp_path, monkeypatch, capsys)


def test_without_options_a_word_file_is_written_and_named(vendors: Program) -> None:
    assert vendors() == Ran(0, "annex.docx\n", "Sub-processors: 1; engaged by them: 0; not listed: 0.\n")
    assert (vendors.folder / "annex.docx").read_bytes()[:2] == b"PK"
    assert vendors.files() == ["annex.docx"]


@pytest.mark.parametrize(
    ("arguments", "name", "beginning"),
    [
        (("-o", "list.pdf"), "list.pdf", b"%PDF"),
        (("-o", "LIST.HTML"), "LIST.HTML", b"<!DOCTYPE"),
        (("-o", "list"), "list", b"PK"),
        (("--format", "md"), "annex.md", b"# List"),
        (("--format", "markdown"), "annex.md", b"# List"),
        (("--format", "Markdown", "-o", "list.dat"), "list.dat", b"# List"),
        (("--format", "pdf", "--lang", "de", "--product", "mail", "--zone", "eu"), "annex.pdf", b"%PDF"),
    ],
)
def test_the_format_follows_the_option_then_the_suffix(
    vendors: Program, arguments: tuple[str, ...], name: str, beginning: bytes
) -> None:
    assert vendors(*arguments).out == f"{name}\n"
    assert (vendors.folder / name).read_bytes().startswith(beginning)
    assert vendors.files() == [name]


def test_a_dash_prints_a_text_format_and_nothing_else_on_stdout(vendors: Program) -> None:
    ran = vendors("--format", "md", "--lang", "de", "-o", "-")
    assert ran.status == 0
    assert ran.out.startswith("# Liste der Unterauftragsverarbeiter\n")
    assert " · Stand 23. November 2026 · Verzeichnis " in ran.out.splitlines()[-3]
    assert vendors.files() == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "-"), f"docx is not for the terminal; name a file with -o, or choose --format {TEXTS}."),
        (("-o", "list.xls"), f'No format has the suffix ".xls"; choose one with --format: {ALL}.'),
        (("--format", "rtf"), f'"rtf" is no format here; choose one of {ALL}.'),
        (("--product", "male"), '"male" is no product of the policy; did you mean "mail"? It has mail.'),
        (("--with", "reasons"), '"reasons" is no part of this document here; choose one of excluded, parent.'),
        (("--zone", "us"), '"us" is no data region of the policy. It has eu.'),
        (
            ("--lang", "tlh"),
            f'There is no wording for the language "tlh"; choose one of {", ".join(languages())}.',
        ),
    ],
)
def test_what_cannot_be_carried_out_is_refused_and_nothing_is_written(
    vendors: Program, arguments: tuple[str, ...], message: str
) -> None:
    assert vendors(*arguments) == Ran(2, "", f"{message}\n")
    assert vendors.files() == []


def test_who_is_not_listed_is_named_in_the_working_copy_only(vendors: Program) -> None:
    payer = "pay,Payer,Payer Ltd,Berlin,Ada,DE,processor,hosting,Cards,mail,eu,customers,content,DE\n"
    (vendors.folder / "data" / "vendors.csv").write_text(SHEET + payer, encoding="utf-8")
    assert "Payer" not in vendors("--format", "md", "-o", "-").out
    working = vendors("--format", "md", "--with", "excluded", "-o", "-").out
    assert working.startswith("# List of sub-processors (working copy, not for customers)\n")
    assert "| **Payer** | Hosting | we are the controller of this data |" in working


@pytest.mark.parametrize("written", ["de", "DE", "de-AT", "de_DE"])
def test_a_language_may_be_written_in_capitals_and_with_its_country(vendors: Program, written: str) -> None:
    ran = vendors("--format", "md", "--lang", written, "-o", "-")
    assert (ran.status, ran.out[:8]) == (0, "# Liste ")


def test_faults_of_the_sheet_stop_the_command_before_it_writes(vendors: Program) -> None:
    (vendors.folder / "data" / "vendors.csv").write_text(SHEET.replace(",DE,sub", ",Germny,sub"), encoding="utf-8")
    ran = vendors()
    assert ran.status == 2
    assert "data/vendors.csv:2 [country]" in ran.err
    assert "nothing was written" in ran.err
    assert vendors.files() == []


def test_findings_are_counted_and_stop_nothing(vendors: Program) -> None:
    (vendors.folder / "data" / "vendors.csv").write_text(SHEET.replace(",Ada,", ",,"), encoding="utf-8")
    ran = vendors()
    assert (ran.status, ran.out) == (0, "annex.docx\n")
    assert ran.err.endswith("1 finding concerns this annex; run vendors check.\n")


def test_hostile_cells_reach_every_file_as_text(vendors: Program) -> None:
    hostile = SHEET.replace("Sample Cloud,", '"=cmd|{{7*7}}<script>#import \U0001f600",')
    (vendors.folder / "data" / "vendors.csv").write_text(hostile, encoding="utf-8")
    for form in FORMATS:
        assert vendors("--format", form).status == 0
    page = (vendors.folder / "annex.html").read_text(encoding="utf-8")
    assert "=cmd|{{7*7}}&lt;script&gt;#import" in page
    assert "49" not in page
