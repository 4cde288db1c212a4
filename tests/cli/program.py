"""A command run in this process, in a folder of its own."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from vendor_registry.cli.main import run

SHEET = """\
key,vendor,legal_name,address,contact,country,role,service,purpose,products,zone,data_subjects,data,region
host,Sample Cloud,Sample GmbH,"Weg 2, Berlin",Ada,DE,sub-processor,hosting,Data centres,mail,eu,customers,content,DE
"""


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Program:
    """One command in a folder of its own, with a sheet and a policy in it."""

    command: str
    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]
    day: str = "2026-11-23"  # that is judged; "": none is named

    def __call__(self, *arguments: str) -> Ran:
        judged = ["--as-of", self.day] if self.day else []
        self.monkeypatch.setattr(sys, "argv", ["vendors", self.command, *judged, *arguments])
        status = 0
        try:
            run()
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        told = self.capture.readouterr()
        return Ran(status, told.out, told.err)

    def files(self) -> list[str]:
        """What the command has made."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())
        return sorted(name for name in found if not name.startswith("data/"))
