"""Reading and checking a register, in passes of csv.reader over the same file: figures that hold on any machine.

Run: python benchmarks/units.py DIRECTORY, which benchmarks/generate.py has filled.
"""

import csv
import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from vendor_registry.intake.sheet.read import look

TIMES = 3


def seconds(work: Callable[[], object]) -> float:
    """Processor time of this process, the least of a few runs."""
    taken = []
    for _ in range(TIMES):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def one_pass(sheet: Path) -> None:
    """The unit: every row split into cells, and dropped."""
    with sheet.open(newline="", encoding="utf-8") as file:
        for _ in csv.reader(file):
            pass


def whole_check(folder: Path) -> tuple[float, int]:
    """Processor seconds and megabytes of `vendors check`, start and report included."""
    sheet, policy = folder / "vendors.csv", folder / "policy.toml"
    program = [sys.executable, "-m", "vendor_registry", "check", "--sheet", str(sheet), "--policy", str(policy)]
    subprocess.run(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // (1_000_000 if sys.platform == "darwin" else 1_000)


def main(folder: Path) -> None:
    check, memory = whole_check(folder)  # first, as a child begins with the memory of its parent
    sheet = folder / "vendors.csv"
    unit = seconds(lambda: one_pass(sheet))
    gc.disable()  # as the program does
    reading = seconds(lambda: look(sheet))
    print(f"unit     {unit:.2f} s: one pass of csv.reader over {sheet.stat().st_size / 1e6:.0f} MB")
    print(f"reading  {reading / unit:.1f} units")
    print(f"check    {check / unit:.1f} units, {memory} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
