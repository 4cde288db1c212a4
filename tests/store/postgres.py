"""A PostgreSQL server of a test's own, where the machine has the programs for one."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

New = Callable[[], str]
PASSWORD = "p@ss:w/rd"
ESCAPED = "p%40ss%3Aw%2Frd"


def programs() -> Path | None:
    """The folder of initdb and pg_ctl; None where there is no server to be had, or root may not run one."""
    found = [Path(where) for where in [shutil.which("initdb")] if where]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].resolve().parent if found and (os.getuid() or _account()) else None


@contextmanager
def server() -> Iterator[str]:
    """The address of an empty database, on a socket in a folder that is removed afterwards."""
    where = programs()
    assert where is not None
    account = None if os.getuid() else _account()  # the server refuses to be root
    folder = Path(tempfile.mkdtemp(prefix="vendors-"))
    (folder / "password").write_text(PASSWORD, encoding="utf-8")
    if account:
        for path in (folder, folder / "password"):
            os.chown(path, account.pw_uid, account.pw_gid)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(where / program), "-D", str(folder / "data"), *arguments],
            user=account.pw_name if account else None,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            check=True,
        )

    try:
        run("initdb", "-U", "vendors", "-A", "scram-sha-256", f"--pwfile={folder}/password", "--no-sync", "-E", "UTF8")
        options = f"-c listen_addresses='' -c fsync=off -c default_transaction_isolation=serializable -k {folder}"
        options += " -c timezone=Pacific/Auckland -c lc_messages=C"  # far from UTC; errors as the tests quote them
        run("pg_ctl", "start", "-w", "-o", options, "-l", f"{folder}/log")
        yield f"postgresql://vendors:{ESCAPED}@/postgres?host={folder}"
    finally:
        run("pg_ctl", "stop", "-m", "immediate")
        shutil.rmtree(folder)


@contextmanager
def databases() -> Iterator[New]:
    """Addresses of new databases, all of one server: to make one takes a hundredth of what a server takes."""
    numbers = count()
    with server() as url, psycopg.connect(url, autocommit=True) as connection:

        def database() -> str:
            name = f"registry{next(numbers)}"
            connection.execute(f"CREATE DATABASE {name}")
            return url.replace("/postgres?", f"/{name}?")

        yield database


def _account() -> pwd.struct_passwd | None:
    return next((one for one in pwd.getpwall() if one.pw_name == "postgres"), None)
