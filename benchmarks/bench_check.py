"""How long `vendors check` takes on large registers: whole processes, from the files to the report.

`python benchmarks/bench_check.py` measures 1,000, 10,000 and 100,000 engagements; with `--large` a register of a
million flows as well, which needs 3 GB of memory. Beside other programs look at the processor seconds.
"""

import math
import sys
import tempfile
from pathlib import Path

from generate import write
from measure import measure

VENDORS = str(Path(sys.executable).with_name("vendors"))
RULES = 50
TARGETS = {1_000: (0.5, 120), 10_000: (1.2, 200), 100_000: (5.0, 600)}  # seconds, megabytes
LARGE = (565_000, (30.0, 3000))  # engagements that have a million flows between them


def main() -> None:
    sizes = TARGETS | ({LARGE[0]: LARGE[1]} if "--large" in sys.argv[1:] else {})
    print(
        f"{'engagements':>12}{'flows':>10}{'seconds':>9}{'processor':>11}{'target':>8}{'MB':>7}{'target':>8}{'exponent':>10}{'us/flow':>9}"
    )
    before: tuple[int, float] | None = None
    for size, (seconds, megabytes) in sizes.items():
        with tempfile.TemporaryDirectory() as directory:
            flows = write(size, Path(directory), RULES)
            command = [VENDORS, "check", "--sheet", f"{directory}/vendors.csv", "--policy", f"{directory}/policy.toml"]
            measured = measure([*command, "--as-of", "2026-11-23"], runs=7 if size <= 10_000 else 3)
        growth = math.log(measured.seconds / before[1]) / math.log(flows / before[0]) if before else math.nan
        print(
            f"{size:12,}{flows:10,}{measured.seconds:9.2f}{measured.processor:11.2f}{seconds:8.1f}{measured.megabytes:7.0f}{megabytes:8}"
            f"{growth:10.2f}{measured.seconds / flows * 1e6:9.1f}"
            + ("" if measured.status in (0, 1) else f"  exit status {measured.status}"),
            flush=True,
        )
        before = (flows, measured.seconds)


if __name__ == "__main__":
    main()
