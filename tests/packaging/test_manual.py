"""The manual: a page for every command, which man reads without complaint."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, cast

import pytest
from typer.main import get_command

from manual.__main__ import COMPLETIONS, completion, main
from manual.as_markdown import as_markdown
from manual.as_roff import as_roff
from manual.commands import Manual, manuals
from tests.running import INSTALLED
from vendor_registry.cli.main import app

PAGES = {one.name: one for one in manuals()}


def hostile(text: str) -> str:
    page = Manual(
        words=("vendors", "x"),
        headline=text,
        synopsis=text,
        paragraphs=(text,),
        examples=(text,),
        arguments=((text, text),),
        options=(),
        commands=(),
        epilog="",
    )
    return as_roff(page, "vendors 1", ())


def test_every_command_has_a_page_with_its_example_and_each_of_its_options() -> None:
    whole = as_markdown(tuple(PAGES.values()))
    for name, one in cast(Any, get_command(app)).commands.items():
        page = PAGES[f"vendors-{name}"]
        spelt = {word for spelling, _ in page.options for word in re.findall(r"--[\w-]+", spelling)}
        assert {word for option in one.params for word in option.opts if word.startswith("--")} <= spelt
        inner = getattr(one, "commands", {})
        assert page.examples or inner, name
        assert {f"vendors-{name}-{other}" for other in inner} <= PAGES.keys()
        assert f"\n## vendors {name}\n" in whole


def test_what_is_written_is_the_same_each_time_and_man_reads_it(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    main(one)
    main(two)
    made = {path.relative_to(one): path.read_bytes() for path in one.rglob("*") if path.is_file()}
    assert made == {path: (two / path).read_bytes() for path in made}
    pages = [one / path for path in made if path.suffix == ".1"]
    assert {path.stem for path in pages} == PAGES.keys()
    for shell, name in COMPLETIONS.items():
        assert b"_VENDORS_COMPLETE" in made[Path(name)], shell
    assert groff(pages) == ""


@pytest.mark.parametrize(("words", "offered"), [("vendors ann", "annex"), ("vendors annex --la", "--lang")])
def test_bash_completes_commands_and_options(tmp_path: Path, words: str, offered: str) -> None:
    (tmp_path / "vendors.bash").write_text(completion("bash"))
    typed = f"COMP_WORDS=({words}); COMP_CWORD={words.count(' ')}; _vendors_completion vendors"
    script = f'source vendors.bash; {typed}; echo "${{COMPREPLY[@]}}"'
    environ = {**os.environ, "PATH": f"{Path(INSTALLED).parent}:{os.environ['PATH']}"}
    ran = subprocess.run(["bash", "-c", script], cwd=tmp_path, env=environ, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [offered]


@pytest.mark.parametrize("text", [".so /etc/passwd", "'x\\n\\*[a]", '"quoted" \\fB', "-rf"])
def test_no_text_is_an_instruction(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.1").write_text(hostile(text))
    assert groff([tmp_path / "x.1"]) == ""
    assert text in shown(tmp_path / "x.1")


def test_groff_would_say_so(tmp_path: Path) -> None:
    (tmp_path / "x.1").write_text(".TH X 1\n.NOSUCH macro\n")
    assert "NOSUCH" in groff([tmp_path / "x.1"])


def groff(pages: list[Path]) -> str:
    """What it complains about."""
    return _groff("-ww", "-z", *map(str, pages))[1]


def shown(page: Path) -> str:
    return re.sub(r"\x1b\[\d*m|.\x08", "", _groff(str(page))[0])


def _groff(*words: str) -> tuple[str, str]:
    if shutil.which("groff") is None:
        pytest.skip("there is no groff (Debian: apt install groff-base)")
    ran = subprocess.run(["groff", "-man", "-Tutf8", "-Kutf8", *words], capture_output=True, text=True, check=False)
    return ran.stdout, ran.stderr
