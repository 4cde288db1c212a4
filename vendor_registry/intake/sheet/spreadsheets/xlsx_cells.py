"""The cells of one worksheet of an XLSX file (ECMA-376 18.3.1)."""

import re
from dataclasses import dataclass
from datetime import date
from math import isfinite

from vendor_registry.intake.sheet import errors
from vendor_registry.intake.sheet.limits import CELL_LIMIT, COLUMNS
from vendor_registry.intake.sheet.spreadsheets.archive import EnoughError, local
from vendor_registry.intake.sheet.spreadsheets.grid import Grid, place_of
from vendor_registry.intake.sheet.spreadsheets.number_formats import LAST_DAY, as_day, as_number, padded

ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how Excel writes characters that XML has no place for
LINKED = re.compile(r'_?(?:xlfn\.)?HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
READ = frozenset(("v", "t", "f"))


@dataclass(frozen=True, slots=True)
class Book:
    """What cells of all worksheets refer to."""

    texts: list[str]
    styles: list[str]
    first_day: date
    recalculated: bool  # the results of formulas are, by the file's own account, not those of its cells


class Cells:
    """Takes the elements of a worksheet and puts its cells into a grid."""

    def __init__(self, grid: Grid, book: Book, links: dict[str, str], lines: int) -> None:
        self._grid, self._book, self._links, self._lines = grid, book, links, lines
        self._line, self._place = 0, -1
        self._row: dict[int, str] = {}
        self._cell: dict[str, str] = {}
        self._found: dict[str, str] = {}  # the texts inside the cell by element
        self._reading = ""
        self._spoken = 0  # inside how many elements on pronunciation
        self._around = {"row": self._open_row, "col": self._columns, "mergeCell": self._merge, "hyperlink": self._link}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = local(tag)
        if tag == "c":
            self._cell, self._found = attributes, {}
            address = attributes.get("r")
            self._place = place_of(address.rstrip("0123456789")) if address else self._place + 1
        elif tag in READ:
            self._reading = "" if self._spoken else tag
            self._found.setdefault(tag, "")
        elif tag == "rPh":
            self._spoken += 1
        elif tag in self._around:
            self._around[tag](attributes)

    def text(self, text: str) -> None:
        if self._reading and len(self._found[self._reading]) <= CELL_LIMIT:
            self._found[self._reading] += text

    def end(self, tag: str) -> None:
        tag = local(tag)
        if tag in READ:
            self._reading = ""
        elif tag == "c":
            if self._found and (value := self._value()):
                self._row[self._place] = value
        elif tag == "rPh":
            self._spoken -= 1
        elif tag == "row":
            self._grid.add(self._line, self._row)

    def _columns(self, attributes: dict[str, str]) -> None:
        """A run of columns that look alike; those that are hidden are read all the same."""
        if attributes.get("hidden") in ("1", "true"):
            first, last = int(attributes["min"]) - 1, min(int(attributes["max"]), COLUMNS)
            self._grid.narrow += range(first, last)

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._line = int(attributes["r"]) if "r" in attributes else self._line + 1
        if self._lines and self._line > self._lines:
            raise EnoughError
        self._place, self._row = -1, {}
        if attributes.get("hidden") in ("1", "true"):
            self._grid.out_of_sight.append(self._line)

    def _value(self) -> str:
        """The text of the cell at hand, and what it says beside."""
        at, kind, value = (self._line, self._place), self._cell.get("t", "n"), self._found.get("v", "")
        formula = self._found.get("f")
        if formula is not None and (linked := LINKED.match(formula)):
            self._grid.links[at] = linked[1]
        if kind == "e":
            self._grid.unclear[at] = errors.error(value or "#N/A")
            return value or "#N/A"
        if formula is not None and self._unknown(kind, value):
            self._grid.unclear[at] = errors.NOT_STORED
            return f"={formula or '...'}"
        if kind == "s":
            return _plain(self._book.texts[int(value)]) if value else ""
        if kind in ("str", "inlineStr"):
            return _plain(value if kind == "str" else self._found.get("t", ""))
        if kind == "d":
            return value.removesuffix("T00:00:00")
        return self._number(kind, value) if value else ""

    def _unknown(self, kind: str, value: str) -> bool:
        """Whether the result of a formula is not in the file: none is, or a nought that is a placeholder."""
        blank = kind in ("str", "inlineStr") and "v" in self._found  # a text without a letter is a result
        return (not value and not blank) or (value == "0" and self._book.recalculated)

    def _number(self, kind: str, value: str) -> str:
        if kind == "b":
            return "no" if value in ("0", "false") else "yes"
        number = float(value)
        if not isfinite(number):
            raise ValueError(value)
        style = self._cell.get("s")
        shown = self._book.styles[int(style)] if style and int(style) < len(self._book.styles) else ""
        if shown == "day":
            return as_day(number, self._book.first_day)
        if number.is_integer() and 0 < number <= LAST_DAY:
            self._grid.numbers[self._line, self._place] = int(number)
        return padded(number, shown) if shown and number.is_integer() and number >= 0 else as_number(number)

    def _merge(self, attributes: dict[str, str]) -> None:
        reference = attributes["ref"]
        area = ADDRESS.fullmatch(reference)
        if area and area[4] and int(area[4]) > int(area[2]):
            self._grid.merged.append((int(area[2]), int(area[4]), place_of(area[1])))

    def _link(self, attributes: dict[str, str]) -> None:
        said = {local(name): value for name, value in attributes.items()}
        area, target = ADDRESS.match(said.get("ref", "")), self._links.get(said.get("id", ""), "")
        if area and target:
            self._grid.links[int(area[2]), place_of(area[1])] = target


def _plain(text: str) -> str:
    return ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text
