"""vendors transfer: options in, the answer out."""

import csv
import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from vendor_registry.cli.judgement import transfer as command
from vendor_registry.model.text.origin import UsageError

_APP = typer.Typer()
_APP.command()(command.transfer)
_QUESTION = ("--from", "DE", "--to", "US", "--as-of", "2024-03-01", "--importer-role", "processor")
_HEADER = "case_id,regime,exporter_country,exporter_role,importer_country,importer_role,date,mechanism_claimed"


def _run(*options: str) -> Result:
    return CliRunner().invoke(_APP, options, catch_exceptions=False)


def test_one_question_is_answered_on_stdout() -> None:
    """The example of the help text."""
    result = _run(*_QUESTION, "--exporter-role", "processor", "--mechanism", "DPF (2023-09-01); SCC M3 (2021-10-01)")
    assert result.exit_code == 0
    assert result.stdout.startswith("DE (processor) to US (processor) on 2024-03-01, regime eu: covered, adequacy\n")
    assert "1. Regime eu" not in result.stdout


def test_an_answer_is_no_finding() -> None:
    """Not covered is an answer: exit 0."""
    result = _run(*_QUESTION)
    assert (result.exit_code, "not_covered, none" in result.stdout) == (0, True)


def test_every_step_is_explained_where_it_is_asked_for() -> None:
    """--explain, with unverified facts marked as such."""
    result = _run(*_QUESTION, "--explain", "--mechanism", "SCC M2")
    assert "step   1. Regime eu: binds an exporter in DE on 2024-03-01" in result.stdout


def test_the_answer_is_an_object_where_it_is_asked_for() -> None:
    """--format json, under the regime named."""
    result = _run("--from", "GB", "--to", "DE", "--as-of", "2022-01-01", "--regime", "uk", "--format", "json")
    [answer] = json.loads(result.stdout)["answers"]
    assert (answer["regime"], answer["verdict"], answer["basis"]) == ("uk", "covered", "adequacy")


def test_a_what_if_takes_grounds_away() -> None:
    """--without, more than once."""
    claimed = ("--mechanism", "DPF (2023-09-01); SCC M2 (2022-01-01)")
    assert "mechanism:scc_2021_914_m2" in _run(*_QUESTION, *claimed, "--without", "decision:2023/1795").stdout
    both = ("--without", "decision:2023/1795", "--without", "mechanism:scc")
    assert "not_covered" in _run(*_QUESTION, *claimed, *both).stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--from", "DE"), "--to is missing. Write the country of the importer, such as --to US."),
        (("--from", "DE", "--to", "US", "-o", "answers.csv"), "--output needs --batch FILE."),
        (("--batch", "cases.csv", "--regime", "eu"), "--regime has no place beside --batch, where the table asks."),
        (("--batch", "cases.csv", "--without", "mechanism:scc"), "--without has no place beside --batch"),
        (("--from", "DE", "--to", "Atlantis"), '--to: "Atlantis" is not a country'),
        ((*_QUESTION, "--format", "xml"), '"xml" is no format here'),
        ((*_QUESTION, "--without", "decision:1/1"), "names nothing"),
        (("--batch", "missing.csv"), '"missing.csv" cannot be read: No such file or directory.'),
    ],
)
def test_a_request_that_means_nothing_is_refused(options: tuple[str, ...], told: str) -> None:
    """A sentence; `vendors` makes exit 2 of it."""
    with pytest.raises(UsageError) as refusal:
        _run(*options)
    assert told in str(refusal.value)


def test_a_table_is_answered_into_a_file(tmp_path: Path) -> None:
    """Rows that cannot be read are answered `fault`, and their number is told on stderr."""
    cases, answers = tmp_path / "cases.csv", tmp_path / "answers.csv"
    rows = (
        "1,eu,DE,controller,IN,processor,2024-03-01,scc_2021_914_m2\n2,eu,ZZ,controller,IN,processor,2024-03-01,none\n"
    )
    cases.write_text(f"{_HEADER}\n{rows}", encoding="utf-8")
    result = _run("--batch", str(cases), "-o", str(answers))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 cases answered; 1 could not be read and are answered fault.\n"
    with answers.open(encoding="utf-8", newline="") as file:
        assert [row["verdict"] for row in csv.DictReader(file)] == ["covered", "fault"]


def test_a_table_is_answered_on_stdout_where_no_file_is_named(tmp_path: Path) -> None:
    """-o - is the default."""
    cases = tmp_path / "cases.csv"
    cases.write_text(f"{_HEADER}\n1,eu,DE,controller,JP,processor,2024-03-01,none\n", encoding="utf-8")
    assert "1,eu,DE,controller,JP,processor,2024-03-01,none,covered,adequacy" in _run("--batch", str(cases)).stdout
