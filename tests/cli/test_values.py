"""What the command line says is taken as typer would take it, without loading what typer checks it with."""

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from tests.running import apart
from vendor_registry.cli.options import day
from vendor_registry.cli.values import take_plainly

ARGUMENTS = [
    (),
    ("--text", ""),
    ("--text", "a b", "--number", "7"),
    ("--number", "0"),
    ("--number", "-1"),
    ("--number", "11"),
    ("--number", "١"),
    ("--number", "1_0"),
    ("--number", " 3"),
    ("--number", "x"),
    ("--many", "a", "--many", "b"),
    ("--files", "a", "--files", "b/c"),
    ("--file", "/"),
    ("--file", "no/such/file"),
    ("--day", "2024-02-29"),
    ("--day", " 2024-02-29"),
    ("--day", "2024-02-30"),
    ("--free", "12"),
    ("--share", "0.5"),
    ("--share", "half"),
    ("--flag",),
    ("one",),
    ("one", "two"),
]


def program(*, plainly: bool) -> typer.Typer:
    app = typer.Typer(add_completion=False)

    @app.command()
    def show(
        names: Annotated[list[str] | None, typer.Argument()] = None,
        text: str = "x",
        number: Annotated[int, typer.Option(min=0, max=10)] = 1,
        free: int | None = None,
        share: float = 0.1,
        many: list[str] | None = None,
        files: list[Path] | None = None,
        file: Path = Path("data"),
        on: Annotated[date | None, typer.Option("--day", parser=day)] = None,
        flag: bool = False,
    ) -> None:
        typer.echo(repr((names, text, number, free, share, many, files, file, on, flag)))

    if plainly:
        take_plainly(app)
    return app


@pytest.mark.parametrize("arguments", ARGUMENTS)
def test_every_value_is_what_typer_makes_of_it(arguments: tuple[str, ...]) -> None:
    here, there = (CliRunner().invoke(program(plainly=plainly), arguments) for plainly in (True, False))
    assert (here.exit_code, here.output) == (there.exit_code, there.output)
    assert here.exit_code in (0, 2)


def test_a_file_that_cannot_be_read_is_left_to_typer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked"
    locked.write_text("x")
    monkeypatch.setattr("os.access", lambda *_: False)
    here, there = (CliRunner().invoke(program(plainly=plainly), ("--file", str(locked))) for plainly in (True, False))
    assert here.exit_code == there.exit_code == 2
    assert here.output == there.output


@pytest.mark.parametrize("command", ["check", "law", "notice"])
def test_a_command_starts_without_the_library_that_checks_values(command: str, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom vendor_registry.cli.main import run\n"
        "try:\n    run()\nexcept SystemExit:\n    print('loaded:', {'typer._adapters'} & {*sys.modules})"
    )
    ran = apart(command, cwd=tmp_path, by=(sys.executable, "-c", code))
    assert ran.out.endswith("loaded: set()\n")
