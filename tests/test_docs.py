"""The documentation is true: its commands exist, those shown with what they say do say it, its links lead somewhere."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from typer.main import get_command

from tests import test_readme
from vendor_registry.cli.main import app

ROOT = Path(__file__).parent.parent
PROGRAM = cast(Any, get_command(app))
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md"))
SHOWN = [
    (f"{path.name}: {arguments}", arguments, shown)
    for path in PAGES
    for arguments, shown in re.findall(r"```console\n\$ vendors (.*?)\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
]


def typed(text: str) -> Iterator[str]:
    """Every `vendors ...` that a page asks people to type, in a block or in a line."""
    for block in re.findall(r"```(?:sh|console|yaml)\n(.*?)```", text, re.DOTALL):
        for line in block.splitlines():
            for part in re.split(r"&&|\||;", re.sub(r"(?:^|\s)#.*", "", line)):
                if found := re.match(r"\s*(?:\$ |entry: )?(vendors [a-z-].*)", part):
                    yield found[1]
    yield from re.findall(r"`(vendors [a-z-][^`\n]*)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


def unknown(line: str) -> str:
    """The word of a command line that no command knows; "" where there is none."""
    command, words = PROGRAM, shlex.split(line)[1:]
    while inner := getattr(command, "commands", {}):
        if not words or (words[0] not in inner and "write" not in inner):
            return words[0] if words and not words[0].startswith("-") else ""
        command = inner[words.pop(0)] if words[0] in inner else inner["write"]  # `vendors notice` writes one
    known = {option for one in command.params for option in (*one.opts, *one.secondary_opts)} | {"--help", "-h"}
    known |= {"--all-faults"}
    given = [word.split("=")[0].rstrip(",") for word in words if re.match(r"--?[a-z]", word)]
    return next((word for word in given if word not in known), "")


@pytest.mark.parametrize(("arguments", "shown"), [one[1:] for one in SHOWN], ids=[one[0] for one in SHOWN])
def test_a_console_block_shows_real_output(arguments: str, shown: str) -> None:
    test_readme.test_a_console_block_shows_real_output(arguments, shown)


@pytest.mark.parametrize("path", [ROOT / "README.md", *PAGES], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_is_named_exists_with_its_options(path: Path) -> None:
    lines = list(typed(path.read_text("utf-8")))
    assert [(line, word) for line in lines if (word := unknown(line))] == []


def test_a_command_that_is_none_would_be_told() -> None:
    page = "```sh\nvendors chek\n```\nSee `vendors check --rul complete` and `vendors law shw`."
    assert [unknown(line) for line in typed(page)] == ["chek", "--rul", "shw"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_page_links_to_in_the_project_is_there(path: Path) -> None:
    """Pages are read in the project too, where they lead to more files than there are on the site."""
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_site_is_built_without_a_warning_and_fetches_nothing(tmp_path: Path) -> None:
    """mkdocs tells of each link and each heading that is not there, and of pages that nothing leads to."""
    program = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    environ = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run(program, cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert "not included in the" not in ran.stderr, ran.stderr
    for page in tmp_path.rglob("*.html"):
        fetched = re.findall(r'<(?:script|img|link)[^>]+(?:src|href)="?(https?:[^"\s>]+)', page.read_text("utf-8"))
        assert fetched == [], page
    assert "vendors law timeline" in (tmp_path / "commands.html").read_text("utf-8")
