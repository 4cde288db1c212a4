"""The same input gives the same bytes; what goes wrong on the way leaves what was there before.

How runs are compared: byte for byte, every format of every command that writes (`tests/everything.py`), stderr too.
Where rows were shuffled, lines and the digest of the sheet are the only things that may differ: they are masked in
texts, and findings, which reports tell in the order of lines, are compared as a set.
"""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from tests.everything import commands
from tests.running import DAY, INSTALLED, Ran, apart
from tests.small import WHOLE_VIEWS as VIEWS
from vendor_registry.use_cases.register.init import init

FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
ROOT = Path(__file__).parents[1]
STARTS_WITHOUT_UTF_8 = sys.prefix.isascii() or sys.version_info >= (3, 13)
WITHOUT_UTF_8 = pytest.mark.skipif(
    not STARTS_WITHOUT_UTF_8, reason="before 3.13 Python itself does not start without UTF-8 in a folder of such a name"
)
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


def started(folder: Path, into: Path, environ: Mapping[str, str], *wanted: str) -> "subprocess.Popen[bytes]":
    """A process that writes everything it can say of the sheet in a folder, or what is wanted of it."""
    into.mkdir(parents=True, exist_ok=True)
    return subprocess.Popen(
        [sys.executable, "-m", "tests.everything", str(into), *wanted],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), **environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finished(process: "subprocess.Popen[bytes]") -> None:
    _, err = process.communicate()
    assert (process.returncode, err) == (0, b"")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    assert one.keys() == other.keys()
    return [name for name in one if one[name] != other[name]]


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The register that comes with the program, which has findings of every kind."""
    shutil.copytree(ROOT / "data", tmp_path / "office" / "data")
    return tmp_path / "office"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Everything the program says of that register, by the name of the output: what other runs are held against."""
    folder = tmp_path_factory.mktemp("usual")
    shutil.copytree(ROOT / "data", folder / "data")
    finished(started(folder, folder / "outputs", {"PYTHONHASHSEED": "0", "TZ": "UTC"}))
    return contents(folder / "outputs")


def shuffled(sheet: Path, seed: int = 7) -> None:
    header, *rows = sheet.read_bytes().splitlines(keepends=True)
    mixed = rows[:]
    random.Random(seed).shuffle(mixed)
    assert mixed != rows
    sheet.write_bytes(header + b"".join(mixed))


def test_no_seed_place_clock_or_language_of_the_machine_changes_a_byte(
    office: Path, written: dict[str, bytes], tmp_path: Path
) -> None:
    """Three seeds of Python's hashes, time zones and locales, three folders, and files of yesterday to replace.

    What is laid out anew for each output, which takes longest, is written with two of them.
    """
    elsewhere = shutil.copytree(office, tmp_path / "a longer näme" / "deeper")
    second, third = tmp_path / "second", tmp_path / "third"
    third.mkdir()
    for name in written:
        (third / name).write_bytes(b"of yesterday")
    quickly = ("check.*", "annex.*", "list.*", "pack.*", f"{VIEWS[0]}.*")
    running = [
        started(elsewhere, second, {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8"}),
        started(
            office,
            third,
            {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", **(ASCII if STARTS_WITHOUT_UTF_8 else {})},
            *quickly,
        ),
    ]
    for process in running:
        finished(process)
    assert len(written) == 2 * len(list(commands())), "each output, and what was said on stderr"
    assert all(content for name, content in written.items() if not name.endswith(".talk"))
    assert differing(written, contents(second)) == []
    again = {name for name in written if any(fnmatch(name.removesuffix(".talk"), one) for one in quickly)}
    assert set(differing(written, contents(third))) == written.keys() - again
    here = [str(tmp_path.parent).encode(), str(ROOT).encode()]
    assert [name for name, content in written.items() if any(path in content for path in here)] == []


@pytest.mark.parametrize("seed", [7])
def test_the_order_of_rows_changes_lines_and_nothing_else(
    office: Path, written: dict[str, bytes], tmp_path: Path, seed: int
) -> None:
    """Of the register that comes with the program, with findings of every kind and their numbers on every picture."""
    shuffled(office / "data" / "vendors.csv", seed)
    wanted = (
        "check.json",
        "check.sarif",
        "annex.*.docx",
        "annex.en.*",
        "list.*",
        "*.json",
        "*.dot",
        "*.mermaid",
        "*.svg",
    )
    finished(started(office, tmp_path / "outputs", {}, *wanted))
    second = contents(tmp_path / "outputs")
    first = {name: content for name, content in written.items() if name in second}
    assert {name for name in differing(first, second) if name.startswith(("annex.", "list."))} == set()
    one, other = (json.loads(told["check.json"]) for told in (first, second))
    assert findings(one) == findings(other)
    assert [judged(rule) for rule in one["rules"]] == [judged(rule) for rule in other["rules"]]
    assert fingerprints(first["check.sarif"]) == fingerprints(second["check.sarif"])
    assert {f"{VIEWS[0]}.dot", f"{VIEWS[0]}.mermaid", f"{VIEWS[0]}.svg"} <= first.keys()
    for view in VIEWS:
        assert json.loads(first[f"{view}.json"])["findings"]
        texts = [name for name in ("dot", "mermaid") if f"{view}.{name}" in first]
        assert [name for name in texts if first[f"{view}.{name}"] != second[f"{view}.{name}"]] == []
        for name in {f"{view}.svg", f"{view}.json"} & first.keys():
            assert masked(first[name]) == masked(second[name]), name


def test_the_order_of_rows_changes_no_line_of_a_report(tmp_path: Path) -> None:
    """Where nothing is found, so that nothing is told in the order of lines."""
    offices = [tmp_path / "office", tmp_path / "mixed"]
    for office in offices:
        sheet, _ = init(office)
        rows = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
        sheet.write_text("".join(row for row in rows if not row.startswith("desk,")), encoding="utf-8", newline="")
    shuffled(offices[1] / "data" / "vendors.csv")
    running = [started(office, tmp_path / f"from {office.name}", {}, "check.*") for office in offices]
    for process in running:
        finished(process)
    first, second = (contents(tmp_path / f"from {office.name}") for office in offices)
    for name in ("check.text", "check.markdown"):
        assert masked(first[name]) == masked(second[name]), name


def masked(content: bytes) -> str:
    """Without line numbers and the digest of the sheet, nor how wide texts with these stand."""
    text = re.sub(r"vendors\.csv [0-9a-f]{7}", "vendors.csv DIGEST", content.decode("utf-8"))
    text = re.sub(r"(vendors\.csv:|\"line\": )\d+(, \d+)*", r"\1LINE", text)
    return re.sub(r'textLength="[\d.]+"([^>]*>[^<]*(?:DIGEST|LINE))', r"\1", text)


def judged(rule: Mapping[str, Any]) -> tuple[str, str]:
    return rule["id"], rule["verdict"]


def fingerprints(sarif: bytes) -> list[str]:
    """What code scanning knows findings by."""
    [run] = json.loads(sarif)["runs"]
    return sorted(json.dumps(result["partialFingerprints"]) for result in run["results"])


def findings(report: Mapping[str, Any]) -> Counter[tuple[str, ...]]:
    """What is found, of whom and why, without where."""
    assert len(report["findings"]) > 20
    texts = [(one, *(masked(one[word].encode()) for word in ("message", "mend"))) for one in report["findings"]]
    return Counter((one["rule"], one["verdict"], one["sink"], *said, *one["data"]) for one, *said in texts)


# What the terminal is like


TEXTS = (
    "list",
    "check",
    "check --format markdown",
    "annex --with excluded --format md -o -",
    "graph --format svg -o -",
    "columns",
)


@WITHOUT_UTF_8
@pytest.mark.parametrize("command", TEXTS)
def test_a_terminal_without_utf_8_gets_the_same_bytes(office: Path, command: str) -> None:
    name, *options = command.split()
    dated = [] if name == "columns" else ["--as-of", DAY]
    sheet = office / "data" / "vendors.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("Stripe", "Strïpe"), encoding="utf-8", newline="")
    usual = apart(name, *dated, *options, cwd=office)
    poor = apart(name, *dated, *options, cwd=office, environ=os.environ | ASCII)
    assert poor == usual
    assert ("Strïpe" in usual.out) == (name != "columns")


@WITHOUT_UTF_8
def test_help_and_messages_can_be_printed_without_utf_8(office: Path) -> None:
    environ = os.environ | ASCII
    assert apart("annex", "--help", cwd=office, environ=environ).status == 0
    told = apart("show", "Bäcker", cwd=office, environ=environ)
    assert (told.status, told.stdout) == (2, b"")
    assert told.err.endswith(" is no key and no vendor of the sheet; `vendors list` shows the keys.\n")


def test_a_reader_who_leaves_is_no_error(office: Path) -> None:
    """`vendors ... | head -1`: quiet, with the exit status that the command would have had."""
    for command, status in (("columns", 0), (f"list --as-of {DAY}", 0), (f"check --as-of {DAY}", 1)):
        process = subprocess.Popen(
            [INSTALLED, *command.split()], cwd=office, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b"", command
        assert process.wait() == status, command
        process.stderr.close()


def test_an_interrupt_is_quiet_and_no_finding(office: Path) -> None:
    """Ctrl-C while a sheet comes slowly through a pipe."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [INSTALLED, "check", "--sheet", "/dev/stdin"],
        cwd=office,
        stdin=reading,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(reading)
    os.write(writing, b"key,vendor\n")
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    os.close(writing)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err


# Disks and folders


@FULL
def test_a_closed_or_full_stdout_is_one_line_and_exit_70(office: Path) -> None:
    for redirection, reason in (
        (">&-", "There is no stdout to write to; it was closed."),
        (">/dev/full", "stdout cannot be written: No space left on device"),
    ):
        for command in ("log", "annex --format md -o -"):
            ran = apart("-c", f'"{INSTALLED}" {command} {redirection}', cwd=office, by=["sh"])
            assert ran.status == 70, command
            assert ran.err.splitlines()[-1:] == [f"vendors failed: {reason}"], command
            assert "Traceback" not in ran.err


def failed(reason: str) -> Callable[[Ran], bool]:
    return lambda ran: (ran.status, ran.stdout, ran.err) == (70, b"", f"vendors failed: {reason}\n")


@FULL
def test_a_device_that_is_full_is_one_line_and_stays_a_device(office: Path) -> None:
    for command in ("annex --format pdf", "graph --format svg"):
        ran = apart(*command.split(), "-o", "/dev/full", cwd=office)
        assert failed('"/dev/full" cannot be written: No space left on device')(ran), ran
        assert Path("/dev/full").is_char_device()


def test_a_disk_that_fills_up_leaves_the_file_of_yesterday(office: Path) -> None:
    """A process that may write no file longer than 10 kB stops in the middle, as on a disk that is full."""
    (office / "annex.pdf").write_bytes(b"of yesterday")
    code = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)); "
        'sys.dont_write_bytecode = True; runpy.run_module("vendor_registry", run_name="__main__")'
    )
    ran = apart("annex", "-o", "annex.pdf", cwd=office, by=[sys.executable, "-c", code])
    assert failed('"annex.pdf" cannot be written: File too large')(ran), ran
    assert (office / "annex.pdf").read_bytes() == b"of yesterday"
    assert sorted(path.name for path in office.iterdir()) == ["annex.pdf", "data"]


def test_a_folder_that_may_not_be_written_is_one_line(office: Path) -> None:
    """Root may write everywhere, so root tries it without that right."""
    by: list[str] = []
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root may write everywhere, and setpriv (util-linux) is not there to give up that right")
        by = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-all"]
    office.chmod(0o555)
    for command, file in (
        ("annex", "annex.docx"),
        ("graph", "diagrams/summary.svg"),
        ("check --output json=out.json", "out.json"),
    ):
        ran = apart(*command.split(), cwd=office, by=[*by, INSTALLED])
        assert failed(f'"{file}" cannot be written: Permission denied')(ran), ran
    ran = apart("publish", cwd=office, by=[*by, INSTALLED])
    assert failed('The folder of the store cannot be made: ".vendors": Permission denied')(ran), ran
    assert sorted(path.name for path in office.iterdir()) == ["data"]
    office.chmod(0o755)


def test_a_kill_in_the_middle_of_writing_leaves_the_file_of_yesterday_or_the_whole_new_one(office: Path) -> None:
    """SIGKILL as soon as the draft is there: at that moment the target must not have been touched."""
    target = office / "annex.pdf"
    in_the_middle = 0
    for _ in range(4):
        target.write_bytes(b"of yesterday")
        process = subprocess.Popen(
            [INSTALLED, "annex", "-o", "annex.pdf"], cwd=office, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        while process.poll() is None and not any(drafts(office)):
            pass
        process.kill()
        process.wait()
        content = target.read_bytes()
        assert content == b"of yesterday" or (content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF"))
        in_the_middle += content == b"of yesterday"
        for draft in drafts(office):
            draft.unlink()
    assert in_the_middle, "at least one of the kills came before the file was replaced"


def drafts(folder: Path) -> Iterator[Path]:
    return folder.glob(".vendors.*")
