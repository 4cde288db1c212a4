"""vendors check: options in, outputs and an exit status out."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typer
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

import vendor_registry.intake
from vendor_registry.cli.judgement import check as command
from vendor_registry.model.text.origin import UsageError
from vendor_registry.reports.formats.catalogue import FORMATS

_APP = typer.Typer()
_APP.command()(command.check)
_STARTER = Path(vendor_registry.intake.__path__[0]) / "starter"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The starter sheet and policy in a folder of their own; the desk's row, which earns a warning, is left out."""
    shutil.copytree(_STARTER, tmp_path / "data")
    _without_row("desk", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


def _without_row(key: str, folder: Path) -> None:
    sheet = folder / "data" / "vendors.csv"
    lines = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    sheet.write_text("".join(line for line in lines if not line.startswith(f"{key},")), encoding="utf-8", newline="")


def _blank(text: str, folder: Path) -> None:
    sheet = folder / "data" / "vendors.csv"
    written = sheet.read_text(encoding="utf-8")
    assert text in written
    sheet.write_text(written.replace(text, ""), encoding="utf-8", newline="")


def _with_gap(folder: Path) -> None:
    _blank("Frankfurt", folder)
    _blank("DE ()", folder)


def _with_warning(folder: Path) -> None:
    shutil.copy(_STARTER / "vendors.csv", folder / "data" / "vendors.csv")


def _run(*options: str) -> Result:
    return CliRunner().invoke(_APP, ["--as-of", "2026-11-23", *options])


def _refused(*options: str) -> str:
    result = _run(*options)
    assert isinstance(result.exception, UsageError)
    assert result.stdout == ""
    return str(result.exception)


def test_a_sound_sheet_exits_0_and_says_what_was_looked_at(folder: Path) -> None:
    result = _run()
    assert result.exit_code == 0
    assert "Looked at 3 engagements" in result.stdout.splitlines()[-1]
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("spoil", "fail_on", "status"),
    [
        (_with_gap, "broken", 0),
        (_with_gap, "gap", 1),
        (_with_gap, "warning", 1),
        (_with_gap, "never", 0),
        (_with_warning, "gap", 0),
        (_with_warning, "warning", 1),
        (_with_warning, "never", 0),
    ],
)
def test_fail_on_names_the_mildest_finding_that_fails(
    folder: Path, spoil: Callable[[Path], None], fail_on: str, status: int
) -> None:
    spoil(folder)
    assert _run("--fail-on", fail_on).exit_code == status


def test_a_gap_fails_where_nothing_else_is_said(folder: Path) -> None:
    _with_gap(folder)
    result = _run()
    assert result.exit_code == 1
    assert "data/vendors.csv:2 [region]  gap" in result.stdout


def test_several_outputs_come_at_once(folder: Path) -> None:
    _with_gap(folder)
    result = _run(
        "--format", "csv", "--output", "sarif=out/f.sarif", "--output", "junit=j.xml", "--output", "json=f.json"
    )
    assert result.exit_code == 1
    rows = list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"), newline="")))
    found = json.loads((folder / "f.json").read_text(encoding="utf-8"))["findings"]
    assert len(rows) == len(found) > 0
    assert len(json.loads((folder / "out" / "f.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == len(found)
    assert ElementTree.parse(folder / "j.xml").getroot().tag == "testsuites"


def test_code_scanning_is_told_the_characters_of_the_cell(folder: Path) -> None:
    """A blank cell between two commas; annotations have the same column."""
    _with_gap(folder)
    result = _run("--format", "github", "--output", "sarif=f.sarif")
    [run] = json.loads((folder / "f.sarif").read_text(encoding="utf-8"))["runs"]
    regions = [
        one["locations"][0]["physicalLocation"]["region"]
        for one in run["results"]
        if one["locations"][0]["logicalLocations"][0]["name"] == "region"
    ]
    lines = (folder / "data" / "vendors.csv").read_text(encoding="utf-8").splitlines()
    assert regions
    for region in regions:
        line, column = region["startLine"], region["startColumn"]
        assert (region["endLine"], region["endColumn"]) == (line, column)
        assert lines[line - 1][column - 2 : column] == ",,"
        assert f"::warning file=data/vendors.csv,line={line},col={column},title=" in result.stdout


@pytest.mark.parametrize("spoil", [None, _with_gap, _with_warning])
def test_what_programs_get_is_what_the_published_schema_says(
    folder: Path, spoil: Callable[[Path], None] | None
) -> None:
    if spoil:
        spoil(folder)
    schema = json.loads((Path(__file__).parents[3] / "docs" / "findings.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(json.loads(_run("--format", "json").stdout))


def test_an_output_may_hold_an_equals_sign_in_its_name(folder: Path) -> None:
    _run("--output", "text=a=b.txt")
    assert (folder / "a=b.txt").read_text(encoding="utf-8").startswith("KEPT")


def test_stdout_is_for_the_format_and_no_file_is_called_a_hyphen(folder: Path) -> None:
    assert _refused("--output", "json=-") == '"json=-" would be a file called "-"; --format json prints to stdout.'


def test_an_unknown_format_is_told_with_the_choices_before_anything_is_judged(folder: Path) -> None:
    (folder / "data" / "vendors.csv").unlink()
    choices = f"choose one of {', '.join(FORMATS)}."
    assert _refused("--format", "pdf") == f'"pdf" is no format here; {choices}'
    assert _refused("--output", "pdf=x.pdf") == f'"pdf" is no format here; {choices}'
    assert "choose one of broken, gap, warning, never." in _refused("--fail-on", "error")


@pytest.mark.parametrize("output", ["f.sarif", "sarif=", "=f.sarif", ""])
def test_an_output_without_format_or_file_is_told(folder: Path, output: str) -> None:
    assert _refused("--output", output) == (
        f'"{output}" does not say what goes where; write FORMAT=FILE with {", ".join(FORMATS)}.'
    )


def test_two_outputs_into_one_file_are_told(folder: Path) -> None:
    assert "named twice" in _refused("--output", "json=x", "--output", "text=./x")
    assert not (folder / "x").exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--output", "json=data/vendors.csv"),
        ("--write-baseline", "data/policy.toml"),
        ("--baseline", "known.json", "--output", "text=known.json"),
        ("--output", "json=a/b", "--output", "text=a"),
    ],
)
def test_outputs_that_cannot_all_be_are_refused_before_the_first_is_written(
    folder: Path, options: tuple[str, ...]
) -> None:
    """The sheet, the policy, the baseline that is read, and a file that would have to be a folder."""
    (folder / "known.json").write_text('{"version": 1, "findings": []}', encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert re.search("is read here|cannot be there", _refused(*options))
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_summary_of_a_build_is_added_to_what_is_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = folder / "summary.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    _run("--format", "github", "--output", "github=again.txt")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n## vendors check")
    assert text.count("## vendors check") == 1


def test_the_summary_is_left_alone_by_other_formats(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    _run()
    assert not (folder / "summary.md").exists()


def test_the_same_sheet_gives_the_same_bytes_in_every_format(folder: Path) -> None:
    outputs = [option for name in FORMATS for option in ("--output", f"{name}={name}.out")]
    _run(*outputs)
    first = {name: (folder / f"{name}.out").read_bytes() for name in FORMATS}
    _run(*outputs)
    assert {name: (folder / f"{name}.out").read_bytes() for name in FORMATS} == first


def test_the_help_names_every_format() -> None:
    text = CliRunner(env={"COLUMNS": "200"}).invoke(_APP, ["--help"]).stdout
    assert "|".join(FORMATS) in re.sub(r"\s+", " ", text)


def test_no_path_of_this_machine_gets_out(folder: Path) -> None:
    written = [_run("--format", name).stdout for name in FORMATS]
    assert not any(str(folder) in text for text in written)


def test_verbose_says_how_the_sheet_was_read_beside_the_result(folder: Path) -> None:
    """On stderr: a title that is not our name, and a title of the policy that no sheet has."""
    sheet = folder / "data" / "vendors.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace(",vendor,", ",Supplier,", 1), encoding="utf-8")
    policy = folder / "data" / "policy.toml"
    policy.write_text(policy.read_text(encoding="utf-8") + '\n[sheet.columns]\nSuplier = "vendor"\n', encoding="utf-8")
    ran = CliRunner().invoke(_APP, ["-v"])
    assert 'data/vendors.csv:1: the column "Supplier" is read as vendor.' in ran.stderr
    assert '[sheet.columns] maps "Suplier", which no sheet has; did you mean "Supplier"?' in ran.stderr
    assert "is read as" not in CliRunner().invoke(_APP, []).stderr
