"""The program as a whole: its commands, its help, and how whatever goes wrong becomes a sentence and a status."""

import re
from pathlib import Path

import pytest
import typer
from typer.main import get_command

import vendor_registry.cli
from tests.running import vendors
from vendor_registry.cli import main
from vendor_registry.model.text.origin import FailureError

COMMANDS = get_command(main.app).list_commands(None)  # type: ignore[attr-defined]


def test_every_file_of_a_command_is_listed_in_the_program() -> None:
    folder = Path(vendor_registry.cli.__path__[0])
    files = {path.stem.rstrip("_") for path in folder.rglob("*.py") if re.match(r'"""vendors ', path.read_text())}
    assert files == set(COMMANDS)


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str, option: str) -> None:
    ran = vendors(command, option)
    assert (ran.status, ran.err) == (0, "")
    assert f"Usage: vendors {command}" in ran.out
    shown = " ".join(ran.out.split())
    assert f"Example: vendors {command}" in shown or command in ("law", "rules", "ledger", "objection", "users"), (
        "groups explain their commands"
    )


@pytest.mark.parametrize("arguments", [("rules", "explain"), ("rules", "test"), ("law", "list"), ("law", "show")])
def test_commands_of_a_group_explain_themselves(arguments: tuple[str, ...]) -> None:
    assert f"Example: vendors {' '.join(arguments)}" in " ".join(vendors(*arguments, "-h").out.split())


def test_without_a_command_the_commands_are_listed() -> None:
    ran = vendors()
    assert ran.status == 2
    for command in COMMANDS:
        found = re.search(rf"^  {command} +(.*)$", ran.out + ran.err, re.MULTILINE)
        assert found
        assert found[1].endswith("."), "the first sentence of a command fits on its line"
        assert not found[1].endswith("...")
    assert "Exit status: 0 sound, 1 findings (check)" in " ".join((ran.out + ran.err).split())


def test_the_version_is_said() -> None:
    assert re.fullmatch(r"vendors \d+\.\d+\.\d+\n", vendors("--version").out)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("chekc",), "No such command 'chekc'. Did you mean 'check'?"),
        (("check", "--asof", "2024-01-01"), "No such option: --asof"),
        (("check", "--as-of", "2024-02-30"), '"2024-02-30" is not a day of the calendar; write it as in 2026-01-31.'),
        (("check", "--as-of", "31.12.2024"), '"31.12.2024" is not a day of the calendar; write it as in 2026-01-31.'),
        (("check", "--as-of", "9999-12-31"), "9999-12-31 is too far away to be meant. Years run from 1900 to 2199."),
        (("annex", "more"), "Got unexpected extra argument(s) (more)"),
        (("show",), "Missing argument 'KEY'."),
    ],
)
def test_a_slip_in_the_request_is_told_with_what_was_meant(
    starter: Path, arguments: tuple[str, ...], message: str
) -> None:
    ran = vendors(*arguments)
    assert (ran.status, ran.stdout) == (2, b"")
    assert message in " ".join(ran.err.split())


def test_only_the_command_that_stands_first_is_set_up() -> None:
    asked = get_command(main.asked(["check", "--help"]))
    assert asked.list_commands(None) == ["check"]  # type: ignore[attr-defined]
    assert [option.opts for option in asked.params] == [option.opts for option in get_command(main.app).params]
    for words in ([], ["chek"], ["law", "list"], ["--debug", "check"]):
        assert main.asked(words) is main.app
    assert get_command(main.app).list_commands(None) == COMMANDS  # type: ignore[attr-defined]


def broken(error: Exception) -> typer.Typer:
    app = typer.Typer(pretty_exceptions_enable=False)

    @app.command()
    def command(debug: bool = False) -> None:
        raise error

    return app


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FailureError("The engine does not answer."), "The engine does not answer."),
        (OSError(28, "No space left on device"), "[Errno 28] No space left on device"),
        (KeyError("a\nb"), "KeyError: 'a\\nb' This is our fault, not yours; vendors --debug shows where."),
        (RuntimeError("a\nb"), "RuntimeError: a b This is our fault, not yours; vendors --debug shows where."),
    ],
)
def test_a_failure_is_one_line_and_exit_70(monkeypatch: pytest.MonkeyPatch, error: Exception, told: str) -> None:
    monkeypatch.setattr(main, "app", broken(error))
    ran = vendors()
    assert (ran.status, ran.stdout, ran.err) == (70, b"", f"vendors failed: {told}\n")


def test_debug_shows_where_a_failure_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "app", broken(KeyError("a")))
    ran = vendors("--debug")
    assert ran.status == 70
    assert ran.err.startswith("Traceback (most recent call last):")
    assert 'test_main.py", line' in ran.err


@pytest.mark.parametrize("arguments", [("check",), ("--all-faults", "check"), ("check", "--all-faults")])
def test_the_first_fifty_faults_are_shown_and_the_others_counted(starter: Path, arguments: tuple[str, ...]) -> None:
    """A sheet with 120 rows and a country in each that is none; all of them where they are asked for."""
    header = "key,vendor,country,role,service,purpose,products,zone,data_subjects,data,region\n"
    rows = "".join(f"k{number},V,Germny,processor,hosting,x,app,eu,customers,content,DE\n" for number in range(120))
    (starter / "data" / "vendors.csv").write_text(header + rows, encoding="utf-8")
    ran = vendors(*arguments)
    shown = [line for line in ran.err.splitlines() if "is not a country" in line]
    assert ran.status == 2
    assert len(shown) == (50 if len(arguments) == 1 else 120)
    left = "... and 70 more faults; --all-faults shows all of them.\n" if len(arguments) == 1 else ""
    assert ran.err.endswith(f"{left}120 faults; nothing was written.\n")
