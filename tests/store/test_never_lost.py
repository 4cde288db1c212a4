"""A process that is killed while it publishes leaves a revision wholly, or not at all."""

import random
import subprocess
import sys
import time

from tests.store.conftest import New
from vendor_registry.store.fsck import fsck
from vendor_registry.store.revisions import revisions, sheets_of

KILLS = 8
ROWS = 300
WRITER = """
import sys
from datetime import UTC, datetime
from vendor_registry.model.sheet import Row, Sheet
from vendor_registry.store.revisions import publish
url, rows, start = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for number in range(start, start + 10_000):
    values = tuple(Row(n + 2, (f"{n}", f"{number}" if n % 3 == number % 3 else "")) for n in range(rows))
    publish(url, [Sheet("vendors.csv", ("key", "region"), values)], f"{number}", datetime.now(UTC), ["key", "region"])
    print("stored", flush=True)
"""


def test_kill_9_at_any_moment_leaves_every_revision_whole(new_store: New) -> None:
    url, chance = new_store(), random.Random(7)
    for round_ in range(KILLS):
        command = [sys.executable, "-c", WRITER, url, str(ROWS), str(round_ * 10_000)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for _ in range(chance.randint(1, 3)):
                assert process.stdout.readline() == "stored\n"
            time.sleep(chance.uniform(0.0, 0.1))
            process.kill()
        assert fsck(url).problems == ()
    found = revisions(url)
    assert [one.number for one in found] == list(range(len(found), 0, -1))
    assert len(found) >= KILLS
    some = found[:: max(1, len(found) // 5)]
    assert all(len(sheets_of(url, one.number)[0].rows) == ROWS for one in some)
