"""The program, run in this process or in one of its own."""

import io
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.main import get_command

from vendor_registry.cli import main

DAY = "2026-11-23"
PROGRAM = (main.app, get_command(main.app))  # put together once, not for each of a thousand runs
INSTALLED = str(Path(sys.executable).parent / "vendors")


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit status, the bytes of the result, the talk."""

    status: int
    stdout: bytes
    err: str

    @property
    def out(self) -> str:
        return self.stdout.decode("utf-8")


def vendors(*arguments: str) -> Ran:
    """`vendors ARGUMENTS` in the working directory of the test, in this process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    status = 0
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["vendors", *arguments])
        if main.app is PROGRAM[0]:
            patch.setattr(main, "asked", lambda _: PROGRAM[1])
        try:
            main.run()
        except SystemExit as leaving:
            status = int(leaving.code or 0)
    return Ran(status, _bytes(out), _bytes(err).decode("utf-8"))


def apart(*arguments: str, cwd: Path, environ: Mapping[str, str] | None = None, by: Sequence[str] = ()) -> Ran:
    """`vendors ARGUMENTS` as a process of its own, by the program that is installed."""
    ran = subprocess.run(
        [*(by or [INSTALLED]), *arguments],
        cwd=cwd,
        env=environ,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr.decode("utf-8", "replace"))


def _bytes(stream: io.TextIOWrapper) -> bytes:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue()
