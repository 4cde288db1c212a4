"""The desk under load: 50 readers and 5 editors at once, on a socket of this machine.

`python benchmarks/desk.py [ROWS] [SECONDS]` makes a register of so many rows (39, 60), starts `vendors serve` and lets
everybody work: a reader opens a page every second, an editor mends a cell every three seconds, all in the same sheet.
The editors are five people, and the readers a sixth in fifty browsers.
Told are the errors, the times from sending to the last byte, the processor time of the desk, and whether every edit
that was confirmed stands in the sheet.
"""

import asyncio
import csv
import random
import re
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import httpx2

from vendor_registry.desk.security.passwords import hashed
from vendor_registry.use_cases.desk.users import add
from vendor_registry.use_cases.register.init import init

PASSWORD = "four words make one"
READERS, EDITORS, READ_EVERY, EDIT_EVERY = 50, 5, 1.0, 3.0
PAGES = ("/", "/", "/", "/findings", "/cell?line=2&column=region", "/changes", "/annex", "/trail", "/objections")


@dataclass
class Told:
    """What happened."""

    reads: list[float] = field(default_factory=list)
    edits: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    conflicts: int = 0
    confirmed: dict[str, str] = field(default_factory=dict)  # by key: what its notes say


def register(folder: Path, rows: int) -> Path:
    """A register that begins with the starter's rows."""
    init(folder)
    sheet = folder / "data" / "vendors.csv"
    with sheet.open(newline="", encoding="utf-8-sig") as file:
        header, first, *_ = list(csv.reader(file))
    header += [] if "notes" in header else ["notes"]
    with sheet.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        for number in range(rows):
            row = dict(zip(header, first, strict=False)) | {"key": f"row-{number}", "vendor": f"Vendor {number}"}
            writer.writerow([row.get(name, "") for name in header])
    return sheet


async def timed(
    client: httpx2.AsyncClient, told: Told, times: list[float], path: str, form: dict[str, str] | None
) -> str:
    """The page, or what a form sent there gives; a conflict is counted, and is no error."""
    began = time.perf_counter()
    try:
        answer = await (client.post(path, data=form) if form else client.get(path))
    except httpx2.HTTPError as error:
        told.errors.append(f"{path}: {type(error).__name__}")
        return ""
    times.append(time.perf_counter() - began)
    if answer.status_code == 409:
        told.conflicts += 1
    elif answer.status_code not in (200, 303):
        told.errors.append(f"{path}: {answer.status_code}")
    return answer.text if answer.status_code in (200, 303) else ""


async def read(client: httpx2.AsyncClient, told: Told, end: float, chance: random.Random) -> None:
    await asyncio.sleep(chance.random() * READ_EVERY)
    while time.perf_counter() < end:
        began = time.perf_counter()
        await timed(client, told, told.reads, chance.choice(PAGES), None)
        await asyncio.sleep(max(0, READ_EVERY - (time.perf_counter() - began)))


async def edit(client: httpx2.AsyncClient, told: Told, end: float, chance: random.Random, rows: int) -> None:
    """Editors share rows: some of their edits meet."""
    await asyncio.sleep(chance.random() * EDIT_EVERY)
    number = 0
    while time.perf_counter() < end:
        began, line = time.perf_counter(), chance.randrange(min(rows, 12)) + 2
        page = await timed(client, told, told.reads, f"/cell?line={line}&column=notes", None)
        form = dict(
            re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.partition('action="/cell"')[2])
        )
        if form:
            number += 1
            form = {name: unescape(value) for name, value in form.items()}
            text = f"edit {number} of {id(chance)}"
            if await timed(client, told, told.edits, "/cell", form | {"text": text, "do": "save"}):
                told.confirmed[form["key"]] = text
        await asyncio.sleep(max(0, EDIT_EVERY - (time.perf_counter() - began)))


async def load(base: str, rows: int, seconds: float) -> Told:
    told = Told()
    limits = httpx2.Limits(max_connections=READERS + EDITORS, max_keepalive_connections=READERS + EDITORS)
    async with AsyncExitStack() as stack:
        clients: list[httpx2.AsyncClient] = []
        for number in range(EDITORS + 1):
            client = httpx2.AsyncClient(base_url=base, limits=limits, timeout=60)
            clients.append(await stack.enter_async_context(client))
            await client.post("/login", data={"name": f"person {number}", "password": PASSWORD})
        reader, *editors = clients
        end = time.perf_counter() + seconds
        people = [read(reader, told, end, random.Random(number)) for number in range(READERS)]
        people += [edit(one, told, end, random.Random(1000 + number), rows) for number, one in enumerate(editors)]
        await asyncio.gather(*people)
    return told


def people(ledger: str) -> None:
    """A reader and the editors, who may come in."""
    for number in range(EDITORS + 1):
        role = "edit" if number else "read"
        add(ledger, f"person {number}", role, hashed(PASSWORD), "benchmark", datetime.now(UTC))


def port() -> int:
    """One that is free."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        number: int = found.getsockname()[1]
    return number


def lost(sheet: Path, told: Told) -> list[str]:
    """The rows that do not say what was confirmed last."""
    with sheet.open(newline="", encoding="utf-8") as file:
        stands = {row["key"]: row["notes"] for row in csv.DictReader(file)}
    return [key for key, text in told.confirmed.items() if stands[key] != text]


def main() -> None:
    rows, seconds = (*map(int, sys.argv[1:3]), *(39, 60)[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as name:
        sheet = register(Path(name), rows)
        host = f"127.0.0.1:{port()}"
        people(f"sqlite:///{name}/.vendors/registry.db")
        command = [sys.executable, "-m", "vendor_registry", "serve", "--port", host.partition(":")[2], "--name", host]
        desk = subprocess.Popen(command, cwd=name, stdout=subprocess.PIPE, text=True)
        try:
            assert desk.stdout is not None
            desk.stdout.readline()
            with httpx2.Client(base_url=f"http://{host}", follow_redirects=True, timeout=60) as browser:
                began = time.perf_counter()
                browser.post("/login", data={"name": "person 0", "password": PASSWORD})
                print(f"{rows} rows, first page after start: {time.perf_counter() - began:.2f} s")
            told = asyncio.run(load(f"http://{host}", rows, seconds))
        finally:
            desk.terminate()
            desk.wait(30)
        report(told, lost(sheet, told), seconds)


def report(told: Told, gone: list[str], seconds: float) -> None:
    """Ends with exit status 1 where anything went wrong."""
    for what, times in (("pages", told.reads), ("edits", told.edits)):
        if len(times) > 1:
            parts = [part * 1000 for part in statistics.quantiles(times, n=100)]
            print(f"{what}: {len(times)} in {seconds:g} s, median {parts[49]:.0f} ms, p95 {parts[94]:.0f} ms")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"the desk: {used.ru_utime + used.ru_stime:.1f} s of processor time, {used.ru_maxrss // 1024} MB")
    print(f"errors: {len(told.errors)} {sorted(set(told.errors))[:5]}")
    print(f"conflicts told: {told.conflicts}; edits lost: {len(gone)}")
    sys.exit(bool(told.errors or gone))


if __name__ == "__main__":
    main()
