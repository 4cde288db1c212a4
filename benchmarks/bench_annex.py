"""How long `vendors annex` takes on large registers, in every format: whole processes, from the files to the document.

`python benchmarks/bench_annex.py` measures 2,000 and 5,000 engagements, all of them sub-processors.
"""

import sys
import tempfile
from pathlib import Path

from generate import write
from measure import measure

VENDORS = str(Path(sys.executable).with_name("vendors"))
SIZES = (2_000, 5_000)
FORMATS = ("docx", "pdf", "html", "markdown")
TARGET = 5.0  # seconds for the largest


def main() -> None:
    print(
        f"{'format':10}"
        + "".join(f"{size:>12,}" for size in SIZES)
        + f"{'processor':>12}{'target':>9}{'MB':>7}{'growth':>8}"
    )
    with tempfile.TemporaryDirectory() as directory:
        for size in SIZES:
            write(size, Path(directory, str(size)), rules=50)
        for form in FORMATS:
            measured = [measure([*_command(Path(directory, str(size)), form)], runs=3) for size in SIZES]
            first, last = (one.seconds for one in measured)
            times = "".join(f"{one.seconds:10.2f} s" for one in measured)
            failed = "" if not any(one.status for one in measured) else "  failed"
            largest, growth = measured[-1], last / first
            numbers = f"{largest.processor:10.2f} s{TARGET:7.1f} s{largest.megabytes:7.0f}{growth:8.2f}"
            print(f"{form:10}{times}{numbers}{failed}", flush=True)


def _command(register: Path, form: str) -> list[str]:
    files = ["--sheet", str(register / "vendors.csv"), "--policy", str(register / "policy.toml")]
    return [VENDORS, "annex", *files, "--as-of", "2026-11-23", "--format", form, "-o", str(register / "annex")]


if __name__ == "__main__":
    main()
