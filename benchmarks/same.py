"""Whether two states of the program say the same, byte for byte: `python benchmarks/same.py OTHER_CHECKOUT [ROWS ...]`.

Registers of `generate.py` are spoilt: with findings (`neglect.py`, shares from none to all), and with cells that
nobody can understand. Both programs check each of them; what they print as JSON (every finding with its chain, routes,
cut, cell and message) and as text, every fault and the exit status are compared.
"""

import csv
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SIZES = (30, 1_000, 10_000)
NEGLECTED = (0.0, 0.01, 0.1, 1.0)
UNREADABLE = (0.0001, 0.01, 1.0)
NONSENSE = ("Atlantis", "31.02.2024", "sub-processer", "v0000001", "*", "EEA (", "SCC M9", "2024-13-01", "\x07", " ")
FORMATS = {"json": (), "text": (), "text, each by itself": ("--each",), "text, further chains": ("--paths", "2")}


def main() -> None:
    other, sizes = Path(sys.argv[1]), [int(size) for size in sys.argv[2:]] or SIZES
    different = 0
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            sound = Path(folder) / "sound"
            _run(sys.executable, HERE / "generate.py", size, sound)
            for share in NEGLECTED:
                neglected = Path(folder) / "neglected"
                _run(sys.executable, HERE / "neglect.py", sound, neglected, share)
                different += _compared(other, neglected, f"{size} rows, {share:.0%} neglected")
            for share in UNREADABLE:
                _make_unreadable(sound, neglected, share)
                different += _compared(other, neglected, f"{size} rows, {share:.2%} of cells unreadable")
    sys.exit(f"{different} outputs differ." if different else "Both say the same.")


def _compared(other: Path, folder: Path, what: str) -> int:
    """How many outputs of the two programs differ."""
    differing = 0
    for name, options in FORMATS.items():
        here, there = (_said(checkout, folder, name, options) for checkout in (HERE.parent, other.resolve()))
        same = here == there
        differing += not same
        size = sum(map(len, here[:2]))
        print(f"{what}, {name}: {'the same' if same else 'DIFFERENT'}, {size:,} bytes, exit {here[2]}", flush=True)
    return differing


def _said(checkout: Path, folder: Path, name: str, options: tuple[str, ...]) -> tuple[bytes, bytes, int]:
    arguments = ["--all-faults", "check", "--sheet", "vendors.csv", "--policy", "policy.toml", *options]
    arguments += ["--as-of", "2026-11-23", "--format", name.split(",")[0]]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "vendor_registry", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(checkout)},
        capture_output=True,
        check=False,
    )
    return done.stdout, done.stderr, done.returncode


def _make_unreadable(source: Path, target: Path, share: float) -> None:
    dice = random.Random(share)
    with (source / "vendors.csv").open(newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    for row in rows:
        for column in range(len(row)):
            if dice.random() < share:
                row[column] = dice.choice(NONSENSE)
        if dice.random() < share / 10:
            row.append("one too many")
    with (target / "vendors.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *rows])


def _run(*command: object) -> None:
    subprocess.run(list(map(str, command)), check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
