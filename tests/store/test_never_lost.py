"""A process that is killed while it writes, copies or migrates a ledger leaves each of them whole.

The same as `benchmarks/kill.py` and `benchmarks/writers.py`, with fewer kills and in less time.
"""

import random

import pytest

from benchmarks.kill import kill
from benchmarks.ledger_work import WORKS
from benchmarks.writers import run
from tests.store.postgres import New

KILLS = 3


@pytest.mark.parametrize("work", WORKS)
def test_kill_9_at_any_moment_leaves_the_ledger_whole(new_store: New, work: str) -> None:
    kill(work, new_store, KILLS, random.Random(7))


def test_who_publishes_on_a_stale_base_is_told_and_nothing_is_lost(new_store: New) -> None:
    assert "nothing lost" in run(new_store(), processes=2, seconds=0.5)
