"""The ledger at scale: how long publishing and reading back take, and how much the database grows by.

`python benchmarks/ledger.py ROWS REVISIONS [ONE_IN] [URL]`: each revision changes one row in so many (100).
"""

import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.fsck import fsck
from vendor_registry.store.revisions import publish, sheets_of

COLUMNS = [f"column{number}" for number in range(30)]
NOW = datetime(2026, 11, 23, tzinfo=UTC)


def main(rows: int, revisions: int, one_in: int, url: str) -> None:
    """Print one line a measure."""
    chance = random.Random(1)
    table = [[f"row {row} cell {column} of some length" for column in range(30)] for row in range(rows)]
    times = []
    file = Path(url.removeprefix("sqlite:///"))
    first = 0
    for number in range(revisions):
        for row in chance.sample(range(rows), rows // one_in):
            table[row][chance.randrange(30)] = f"changed in {number}"
        sheet = Sheet("vendors.csv", tuple(COLUMNS), tuple(Row(n, tuple(v)) for n, v in enumerate(table, start=2)))
        start = time.perf_counter()
        publish(url, [sheet], "", NOW, COLUMNS)
        times.append(time.perf_counter() - start)
        if number == 0:
            first = file.stat().st_size if file.exists() else 0
    print(f"publish: first {times[0]:.2f} s, median {statistics.median(times[1:]):.2f} s, worst {max(times[1:]):.2f} s")
    if file.exists():
        grown = (file.stat().st_size - first) / (revisions - 1)
        print(f"size: first {first / 1e6:.1f} MB, each further revision {grown / 1e3:.0f} kB")
    for wanted in (1, revisions // 2, revisions):
        start = time.perf_counter()
        found = sheets_of(url, wanted)
        print(f"read revision {wanted}: {time.perf_counter() - start:.2f} s, {len(found[0].rows)} rows")
    start = time.perf_counter()
    print(f"fsck: {len(fsck(url).problems)} problems in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        address = sys.argv[4] if len(sys.argv) > 4 else f"sqlite:///{folder}/registry.db"
        main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 100, address)
