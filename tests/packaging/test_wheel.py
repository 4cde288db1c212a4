"""What is installed elsewhere has everything in it: the wheel, in an environment that knows nothing of this folder."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.running import Ran, apart

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"
QUICK = ("check", "annex -o annex.docx --lang de", "annex -o annex.pdf", "graph -o graph.svg")
ALL = (
    *QUICK,
    "publish --yes",
    "annex -o annex.xlsx --with excluded",
    "records --format html -o records.html",
    "graph --format png -o graph.png",
    "site -o public",
    "rules explain isolation",
    "law show IN",
    "add Stripe",
    "fmt -o sheet.xlsx",
)


def run(*words: str | Path, **more: str) -> None:
    """A program, which must succeed; else what it said."""
    ran = subprocess.run(
        list(map(str, words)), cwd=ROOT, env={**os.environ, **more}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, "-t", "wheel")
    [found] = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`vendors` in a fresh environment: the wheel, and beside it the libraries that tests have, so that nothing is
    fetched."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, symlinks=True)
    run(sys.executable, "-m", "pip", "-q", "--python", folder, "install", "--no-index", "--no-deps", wheel)
    [packages] = folder.glob("lib/*/site-packages")
    (packages / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n")
    return folder / "bin" / "vendors"


def elsewhere(program: Path, folder: Path, *words: str) -> Ran:
    """`vendors WORDS` in a folder that is not this one, with no more of the environment than it needs."""
    environ = {"PATH": os.environ["PATH"], "HOME": str(folder), "NO_COLOR": "1"}
    return apart(*words, cwd=folder, environ=environ, by=[str(program)])


def failures(program: Path, folder: Path, commands: Sequence[str]) -> Iterator[str]:
    """The commands that do not work, tried on a register that has just begun."""
    assert elsewhere(program, folder, "init", "acme").status == 0
    for command in commands:
        ran = elsewhere(program, folder / "acme", *command.split())
        if ran.status not in (0, 1) or "Traceback" in ran.err:
            yield f"{command}: {ran.status}\n{ran.err}"


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "vendor_registry"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    with zipfile.ZipFile(wheel) as opened:
        inside = {name for name in opened.namelist() if name.startswith("vendor_registry/")}
        packed = {name.split("/")[0] for name in opened.namelist() if ".dist-info" not in name}
    there = {name for name in listed.stdout.split("\n") if name}
    assert sorted(there - inside) == []
    assert packed <= {"vendor_registry", *(one for one in packed if one.endswith(".data"))}
    assert {"vendor_registry/py.typed", "vendor_registry/law/tables/adequacy.csv"} <= inside


def test_the_wheel_works_outside_of_this_folder(program: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [program.with_name("python"), "-c", "import vendor_registry; print(vendor_registry.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(ran.stdout).is_relative_to(program.parents[1])
    assert list(failures(program, tmp_path, QUICK)) == []
    made = {path.name for path in (tmp_path / "acme").iterdir()}
    assert {"annex.docx", "annex.pdf", "graph.svg"} <= made


@pytest.mark.skipif("TRY_DIST" not in os.environ, reason="`make dist` tries it: it fetches every library anew")
def test_the_wheel_installs_as_a_tool_with_all_it_needs(tmp_path: Path) -> None:
    """As `uv tool install` and `pipx install` do it: an environment of its own, from nothing."""
    [built] = DIST.glob("*.whl")
    places = {"UV_TOOL_DIR": str(tmp_path / "tools"), "UV_TOOL_BIN_DIR": str(tmp_path / "bin")}
    uv = shutil.which("uv", path=Path(sys.executable).parent)
    assert uv
    run(uv, "tool", "install", "-q", "--python", sys.executable, built, **places)
    assert list(failures(tmp_path / "bin" / "vendors", tmp_path, ALL)) == []
    [page] = tmp_path.glob("tools/*/share/man/man1/vendors.1")
    assert page.read_bytes() == (DIST / "share" / "man" / "man1" / "vendors.1").read_bytes()
