"""What stands in made workbooks: values of cells, and worksheets."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Error:
    """A cell whose formula failed."""

    name: str


@dataclass(frozen=True)
class Formula:
    """A formula, with its result as the program that saved the file stored it; None where it stored none."""

    text: str
    result: str | float | None = None


@dataclass(frozen=True)
class Linked:
    """A text with an address behind it."""

    text: str
    target: str


@dataclass(frozen=True)
class Padded:
    """A whole number shown with zeros in front."""

    number: int
    format: str


@dataclass(frozen=True)
class Shown:
    """A number with what LibreOffice shows for it: an Excel file's TRUE is a 1 there, in a format of its own."""

    number: int
    text: str


Value = str | float | bool | date | Error | Formula | Linked | Padded | Shown | None


@dataclass(frozen=True)
class Worksheet:
    """One worksheet, its rows and columns counted from 1."""

    rows: Sequence[Sequence[Value]]
    name: str = "vendors"
    hidden: bool = False
    merged: Sequence[tuple[int, int, int]] = ()  # first row, last row, column
    filtered: Sequence[int] = field(default_factory=tuple)  # rows that are hidden
    narrow: Sequence[int] = ()  # columns that are hidden, from 1


def zipped(files: dict[str, str | bytes]) -> bytes:
    """The files as a ZIP archive, packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, packing)
    return out.getvalue()
