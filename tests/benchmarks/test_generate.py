"""The made-up register is a valid one at every size."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.rules.judge import judge
from vendor_registry.use_cases.files.load import load

GENERATE = Path(__file__).parents[2] / "benchmarks" / "generate.py"


def generate(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(GENERATE), *map(str, arguments)], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("seed", [1, 2])
def test_every_size_is_read_without_faults_and_judged(tmp_path: Path, seed: int) -> None:
    """Sizes one after the other in one process: starting Python would take most of the time."""
    code = (
        f"import sys; sys.path.insert(0, {str(GENERATE.parent)!r}); from pathlib import Path; import generate\n"
        "for size in (*range(1, 41), 60, 97, 150, 250):\n"
        f"    generate.write(size, Path({str(tmp_path)!r}) / str(size), seed={seed})"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    folders = sorted(tmp_path.iterdir(), key=lambda folder: int(folder.name))
    assert len(folders) == 44
    for folder in folders:
        read = load(folder / "vendors.csv", folder / "policy.toml")
        assert len(read.registry.engagements) == int(folder.name)
        found = {one.rule for one in judge(Case(read.registry, read.policy, make.DAY)) if one.findings}
        assert "complete" not in found
        for row in csv.DictReader((folder / "vendors.csv").open(newline="", encoding="utf-8")):
            assert row["key"] not in f"{row['engaged_by']}; {row['receives_from']}".split("; ")


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert generate(30, tmp_path / name, "--rules", 3).returncode == 0
    one, other = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "other"))
    assert one == other


@pytest.mark.parametrize("size", ["0", "-1", "many"])
def test_no_size_is_refused(tmp_path: Path, size: str) -> None:
    ran = generate(size, tmp_path / "none")
    assert (ran.returncode, (tmp_path / "none").exists()) == (2, False)
