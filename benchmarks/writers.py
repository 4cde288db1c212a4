"""Several processes that publish to one ledger at once: is a number left out, is anything that was stored lost?

`python benchmarks/writers.py [PROCESSES] [SECONDS]`, on SQLite, and on PostgreSQL where its programs are installed.
Each process reads the newest revision, adds a row of its own and publishes on top of what it read; where somebody was
faster it is told so, and reads again.
"""

import multiprocessing
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.kill import postgres_stores, sqlite_stores
from benchmarks.ledger_work import COLUMNS
from tests.store import postgres
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.fsck import fsck
from vendor_registry.store.revisions import publish, revisions, sheets_of

Told = tuple[list[tuple[int, str]], int]  # numbers with the key that was added, and how often it was too late


def write(url: str, name: str, seconds: float) -> Told:
    """Publish for so long."""
    stored: list[tuple[int, str]] = []
    late = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        base = revisions(url)[0].number
        rows = sheets_of(url, base)[0].rows
        key = f"{name}-{len(stored)}"
        sheet = Sheet("vendors.csv", ("key", "region"), (*rows, Row(len(rows) + 2, (key, "DE"))))
        try:
            revision = publish(url, [sheet], key, datetime.now(UTC), COLUMNS, base=base)
        except UsageError:
            late += 1
            continue
        assert revision is not None
        stored.append((revision.number, key))
    return stored, late


def run(url: str, processes: int, seconds: float) -> str:
    """What happened, in a sentence; raises AssertionError for a gap, for two with one number, and for what is lost."""
    publish(url, [Sheet("vendors.csv", ("key", "region"), (Row(2, ("first", "DE")),))], "", datetime.now(UTC), COLUMNS)
    context = multiprocessing.get_context("forkserver")  # the libraries are loaded once, for all of them
    context.set_forkserver_preload(["benchmarks.writers"])
    with context.Pool(processes) as pool:
        told = pool.starmap(write, [(url, f"writer{number}", seconds) for number in range(processes)])
    stored = sorted(one for numbers, _ in told for one in numbers)
    late = sum(too_late for _, too_late in told)
    assert [number for number, _ in stored] == list(range(2, len(stored) + 2)), "a number is left out or stands twice"
    kept = {row.values[0] for row in sheets_of(url, len(stored) + 1)[0].rows}
    assert kept == {"first", *(key for _, key in stored)}, "a row that was stored is not there any more"
    assert fsck(url).problems == ()
    return f"{len(stored)} revisions without a gap, {late} told that their base was stale, nothing lost"


def main(processes: int, seconds: float) -> None:
    engines = {"SQLite": sqlite_stores}
    if postgres.programs() is not None:
        engines["PostgreSQL"] = postgres_stores
    for engine, stores in engines.items():
        with stores() as new:
            print(f"{engine}, {processes} processes, {seconds:.0f} s: {run(new(), processes, seconds)}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8, float(sys.argv[2]) if len(sys.argv) > 2 else 60.0)
