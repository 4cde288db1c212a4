"""A workbook of LibreOffice (OASIS OpenDocument 1.3, part 3, section 9): every table of its one part of content."""

import re
from datetime import date

from vendor_registry.intake.sheet import errors
from vendor_registry.intake.sheet.limits import CELL_LIMIT, COLUMNS
from vendor_registry.intake.sheet.spreadsheets.archive import Archive, damaged, locked
from vendor_registry.intake.sheet.spreadsheets.grid import Grid
from vendor_registry.intake.sheet.spreadsheets.number_formats import LAST_DAY, as_number

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
BESIDE = frozenset(("office:annotation", "table:shapes", "draw:frame", "draw:custom-shape", "table:tracked-changes"))
CELLS = frozenset(("table:table-cell", "table:covered-table-cell"))
MIDNIGHT = re.compile(r"T00:00(?::00(?:\.0+)?)?$")
LINKED = re.compile(r'of:=HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)
SHOWN = "text:p"  # in the attributes of a cell at hand: whether it shows anything, were it nothing
REPEATED = "table:number-columns-repeated"


class Ods:
    """An open workbook."""

    kind = "ods"

    def __init__(self, archive: Archive) -> None:
        if b"encryption-data" in archive.read(MANIFEST) or "encrypted-package" in archive.parts:
            raise locked(archive.name)
        if CONTENT not in archive.parts:
            raise damaged(archive.name)
        self._archive = archive

    def heads(self, lines: int) -> list[Grid]:
        """Every worksheet, as far as its first lines go."""
        return self._read(lines, None)

    def whole(self, number: int) -> Grid:
        """One worksheet."""
        return self._read(0, number)[number]

    def _read(self, lines: int, only: int | None) -> list[Grid]:
        tables = _Tables(self._archive.name, lines, only)
        self._archive.walk(CONTENT, tables.start, tables.end, tables.text)
        return tables.grids


class _Tables:
    """Takes the elements of the content and puts the cells of tables into grids."""

    def __init__(self, file: str, lines: int, only: int | None) -> None:
        self.grids: list[Grid] = []
        self._file, self._lines, self._only = file, lines, only
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._first_day = date(1899, 12, 30)
        self._beside = 0  # inside how many elements that stand beside the table, or inside a table in a cell
        self._line, self._place, self._times = 0, 0, 1
        self._column = 0  # of those whose looks were said
        self._row: dict[int, str] = {}
        self._cell: dict[str, str] = {}
        self._texts: list[str] = []
        self._size = 0
        self._link = ""
        self._paragraph = False  # whether what comes is text, and no blanks between elements

    def start(self, tag: str, said: dict[str, str]) -> None:
        if self._beside or tag in BESIDE or (tag == "table:table" and self._cell):
            self._beside += tag in BESIDE or tag == "table:table"
        elif tag in CELLS:
            self._cell, self._texts, self._size, self._link = {"": tag} | said, [], 0, ""
        elif tag == "table:table-row":
            self._times = int(said.get("table:number-rows-repeated", "1"))
            self._row, self._place = {}, 0
            if said.get("table:visibility", "visible") != "visible" and self.grids:
                self.grids[-1].out_of_sight.append(self._line + 1)
        elif tag == "table:table-column" and self.grids:
            self._columns(said)
        elif tag == "table:table":
            hidden = said.get("table:style-name", "") in self._hidden_styles
            self.grids.append(Grid(self._file, said.get("table:name", ""), hidden, first_day=self._first_day))
            self._line = self._column = 0
        elif self._cell:
            self._inside(tag, said)
        else:
            self._setting(tag, said)

    def _columns(self, said: dict[str, str]) -> None:
        """A run of columns that look alike; those that are hidden are read all the same."""
        first = self._column
        self._column = min(first + int(said.get("table:number-columns-repeated", "1")), COLUMNS)
        if said.get("table:visibility", "visible") != "visible":
            self.grids[-1].narrow += range(first, self._column)

    def text(self, text: str) -> None:
        if self._paragraph and not self._beside and self._size <= CELL_LIMIT:
            self._texts.append(text)
            self._size += len(text)

    def end(self, tag: str) -> None:
        if self._beside:
            self._beside -= tag in BESIDE or tag == "table:table"
        elif tag == "text:p":
            self._paragraph = False
        elif tag in CELLS:
            self._close_cell()
            self._cell = {}
        elif tag == "table:table-row":
            self._close_row()

    def _setting(self, tag: str, said: dict[str, str]) -> None:
        if tag == "style:style":
            self._style = said.get("style:name", "")
        elif tag == "style:table-properties" and said.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif tag == "table:null-date":
            self._first_day = date.fromisoformat(said.get("table:date-value", "1899-12-30"))
            for grid in self.grids:
                grid.first_day = self._first_day

    def _inside(self, tag: str, said: dict[str, str]) -> None:
        """Text inside a cell: its paragraphs, blanks, and links."""
        if tag == "text:p":
            self._paragraph = True
            self._cell[SHOWN] = ""
            self.text("\n" if self._texts else "")
        elif tag == "text:s":
            self.text(" " * min(int(said.get("text:c", "1")), CELL_LIMIT))
        elif tag in ("text:tab", "text:line-break"):
            self.text("\t" if tag == "text:tab" else "\n")
        elif tag == "text:a":
            self._link = self._link or said.get("xlink:href", "")

    def _close_cell(self) -> None:
        said, times = self._cell, int(self._cell.get(REPEATED, "1"))
        wanted = self._only is None or self._only == len(self.grids) - 1
        if self.grids and wanted and not (self._lines and self._line >= self._lines) and (value := self._value()):
            if self._place + times > COLUMNS:
                self.grids[-1].add(self._line + 1, {COLUMNS: value})  # refuses
            self._row.update(dict.fromkeys(range(self._place, self._place + times), value))
            down = int(said.get("table:number-rows-spanned", "1"))
            if down > 1:
                self.grids[-1].merged.append((self._line + 1, self._line + down, self._place))
        self._place += times

    def _close_row(self) -> None:
        if self.grids and self._row:
            for line in range(self._line + 1, self._line + self._times + 1):
                self.grids[-1].add(line, self._row)
        self._line += self._times

    def _value(self) -> str:
        """The text of the cell at hand, and what it says beside."""
        said, at, grid = self._cell, (self._line + 1, self._place), self.grids[-1]
        if said[""] != "table:table-cell":
            return ""  # covered by another one: what it held is out of sight
        shown, kind, formula = "".join(self._texts), said.get("office:value-type", ""), said.get("table:formula")
        linked = LINKED.match(formula or "")
        if link := self._link or (linked[1] if linked else ""):
            grid.links[at] = link
        if said.get("calcext:value-type") == "error" or (formula and shown in errors.NAMES):
            grid.unclear[at] = errors.error(shown or "#N/A")
            return shown or "#N/A"
        if formula and not kind and SHOWN not in said:  # a blank result is an empty paragraph
            grid.unclear[at] = errors.NOT_STORED
            return formula
        if kind == "date":
            return MIDNIGHT.sub("", said["office:date-value"]).replace("T", " ")
        if kind == "boolean":
            return "yes" if said["office:boolean-value"] == "true" else "no"
        if kind in ("float", "percentage", "currency"):
            return self._number(float(said["office:value"]), shown)
        return said.get("office:string-value") or shown

    def _number(self, number: float, shown: str) -> str:
        if number.is_integer() and 0 < number <= LAST_DAY:
            self.grids[-1].numbers[self._line + 1, self._place] = int(number)
        zeros = shown.isascii() and shown.isdigit() and int(shown) == number  # 01067 of a post code
        truth = number in (0, 1) and shown.isalpha()  # TRUE or WAHR, as LibreOffice keeps those of an Excel file
        return shown if zeros or truth else as_number(number)
