"""`kill -9` at random moments while a ledger is written, copied and brought up to date: is it ever less than whole?

`python benchmarks/kill.py [KILLS [WORK]]`: so many for each kind of work, or for one (publish, notice, backup ...), on
SQLite, and on PostgreSQL where it is installed. After each kill the ledger is opened, `fsck` looks at all of it, and
what was being stored has to be there wholly or not at all. Ends with status 1 at the first that is not.
"""

import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import psycopg

from benchmarks.ledger_work import WORKS, New, Work
from tests.store import postgres


def killed_at(work: Work, moment: float) -> bool:
    """Work in a process of its own, killed after so many seconds; whether it had ended before."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    return os.WIFEXITED(os.waitpid(child, 0)[1])


def kill(name: str, new: New, kills: int, chance: random.Random) -> None:
    """So many kills; moments are drawn up to a little longer than the work takes."""
    rounds = WORKS[name](new)
    work, check = next(rounds)
    start = time.perf_counter()
    work()
    longest = 1.2 * (time.perf_counter() - start)
    check(True)
    ended = 0
    for _ in range(kills):
        work, check = next(rounds)
        was = killed_at(work, chance.uniform(0, longest))
        ended += was
        check(was)
    print(f"{name}: {kills} kills within {longest:.2f} s, {kills - ended} before the work had ended: whole", flush=True)


@contextmanager
def sqlite_stores() -> Iterator[New]:
    numbers = count()
    with tempfile.TemporaryDirectory(prefix="vendors-") as folder:
        yield lambda: f"sqlite:///{folder}/{next(numbers)}.db"


@contextmanager
def postgres_stores() -> Iterator[New]:
    numbers = count()
    with postgres.server() as url, psycopg.connect(url, autocommit=True) as connection:

        def new() -> str:
            number = next(numbers)
            connection.execute(f'DROP DATABASE IF EXISTS "registry{number - 3}" WITH (FORCE)')
            connection.execute(f"CREATE DATABASE registry{number}")
            return url.replace("/postgres?", f"/registry{number}?")

        yield new


def main(kills: int, works: Iterable[str]) -> None:
    for engine, stores in {"SQLite": sqlite_stores, "PostgreSQL": postgres_stores}.items():
        if engine == "PostgreSQL" and postgres.programs() is None:
            return print("PostgreSQL's programs are not installed: not tried")
        print(engine)
        for name in works:
            with stores() as new:
                kill(name, new, kills, random.Random(7))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200, sys.argv[2:] or WORKS)
