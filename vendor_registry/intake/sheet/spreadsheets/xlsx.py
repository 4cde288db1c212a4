"""A workbook in the format of Excel 2007 and later (ECMA-376, ISO/IEC 29500): its parts, styles and worksheets."""

import posixpath
from dataclasses import dataclass, field
from datetime import date

from vendor_registry.intake.sheet.limits import CELL_LIMIT
from vendor_registry.intake.sheet.spreadsheets.archive import Archive, damaged, local
from vendor_registry.intake.sheet.spreadsheets.grid import Grid
from vendor_registry.intake.sheet.spreadsheets.number_formats import is_day, is_padded
from vendor_registry.intake.sheet.spreadsheets.xlsx_cells import Book, Cells
from vendor_registry.model.text.origin import Cell, Fault, RefusedError

ROOT = "_rels/.rels"


@dataclass(slots=True)
class _Parts:
    """What the main part of a workbook says of it."""

    worksheets: list[tuple[str, str, bool]] = field(default_factory=list)  # name, relation, whether it is hidden
    first_day: date = date(1899, 12, 30)
    recalculated: bool = False  # whether the results in the file are to be worked out anew

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag, said = local(tag), {local(name): value for name, value in attributes.items()}
        if tag == "sheet":
            self.worksheets.append((said["name"], said["id"], said.get("state", "visible") != "visible"))
        elif tag == "workbookPr" and said.get("date1904") in ("1", "true"):
            self.first_day = date(1904, 1, 1)
        elif tag == "calcPr":
            self.recalculated = said.get("fullCalcOnLoad") in ("1", "true")


class Xlsx:
    """An open workbook; nothing of it is run, and nothing outside of it is opened."""

    kind = "xlsx"

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        main = self.main = _main_part(archive)
        parts = _Parts()
        archive.walk(main, parts.start, lambda _: None)
        kinds = _relations(archive, main)
        self._worksheets = [(name, kinds[key][1], hidden) for name, key, hidden in parts.worksheets
                            if kinds.get(key, ("", ""))[0] == "worksheet"]  # fmt: skip
        targets = dict(kinds.values())
        styles = _styles(archive, targets.get("styles", ""))
        self._book = Book(
            _texts(archive, targets.get("sharedStrings", "")), styles, parts.first_day, parts.recalculated
        )

    @property
    def first_day(self) -> date:
        """Day 0 of the workbook."""
        return self._book.first_day

    def shows_days(self, style: str) -> bool:
        """Whether cells of a style, by its number, show days."""
        return style.isdecimal() and int(style) < len(self._book.styles) and self._book.styles[int(style)] == "day"

    def part_of(self, worksheet: str) -> str:
        """The part that holds the worksheet of a name."""
        return next(part for name, part, _ in self._worksheets if name == worksheet)

    def tables_of(self, part: str) -> list[str]:
        """The parts that hold its tables."""
        return [target for kind, target in _relations(self._archive, part).values() if kind == "table"]

    def has_formulas_beside(self, part: str) -> bool:
        """Whether another worksheet works anything out."""
        return any(b"<f" in self._archive.read(other) for _, other, _ in self._worksheets if other != part)

    def heads(self, lines: int) -> list[Grid]:
        """Every worksheet, as far as its first lines go."""
        return [self._read(number, lines) for number in range(len(self._worksheets))]

    def whole(self, number: int) -> Grid:
        """One worksheet."""
        return self._read(number, 0)

    def _read(self, number: int, lines: int) -> Grid:
        name, part, hidden = self._worksheets[number]
        grid = Grid(self._archive.name, name, hidden, first_day=self._book.first_day)
        links = {key: target for key, (kind, target) in _relations(self._archive, part).items() if kind == "hyperlink"}
        cells = Cells(grid, self._book, links, lines)
        self._archive.walk(part, cells.start, cells.end, cells.text)
        return grid


def _main_part(archive: Archive) -> str:
    """The part that lists the worksheets; raises RefusedError for a binary workbook, and for another kind of file."""
    if any(part.endswith(".iwa") for part in archive.parts):
        message = "this is a document of Apple Numbers, which Numbers alone can read"
        raise RefusedError((Fault(Cell(archive.name, 0), message, "Export it there as Excel (XLSX) or CSV."),))
    if ROOT not in archive.parts:
        raise damaged(archive.name)
    main = next((target for kind, target in _relations(archive, "").values() if kind == "officeDocument"), "")
    if main.endswith(".bin"):
        message = "this is a binary workbook (.xlsb), in which not every cell can be told from a blank one"
        raise RefusedError((Fault(Cell(archive.name, 0), message, "Save it as XLSX."),))
    if main not in archive.parts:
        raise damaged(archive.name)
    return main


def _relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """What a part refers to: kind and target by id. Only links to read lead out of the file."""
    folder, name = posixpath.split(part)
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, said: dict[str, str]) -> None:
        if local(tag) != "Relationship":
            return
        kind, target = said["Type"].rpartition("/")[2], said["Target"]
        if said.get("TargetMode") != "External":
            found[said["Id"]] = kind, posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
        elif kind == "hyperlink":
            found[said["Id"]] = kind, target

    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if rels in archive.parts:
        archive.walk(rels, start, lambda _: None)
    return found


def _styles(archive: Archive, part: str) -> list[str]:
    """For each style of cells: "day", the code of a format of zeros, or "" where a number is a number."""
    codes: dict[int, str] = {}
    styles: list[str] = []
    inside: list[str] = []

    def start(tag: str, said: dict[str, str]) -> None:
        tag = local(tag)
        if tag == "numFmt":
            codes[int(said["numFmtId"])] = said["formatCode"]
        elif tag == "xf" and inside and inside[-1] == "cellXfs":
            number = int(said.get("numFmtId", "0"))
            code = codes.get(number, "")
            styles.append("day" if is_day(number, code) else code if is_padded(code) else "")
        inside.append(tag)

    def end(_: str) -> None:
        inside.pop()

    if part in archive.parts:
        archive.walk(part, start, end)
    return styles


def _texts(archive: Archive, part: str) -> list[str]:
    """The texts that cells share, without what is only said of their pronunciation."""
    texts: list[str] = []
    pieces: list[str] = []
    inside: list[str] = []

    def start(tag: str, _: dict[str, str]) -> None:
        inside.append(local(tag))
        if inside[-1] == "si":
            pieces.clear()

    def end(_: str) -> None:
        if inside.pop() == "si":
            texts.append("".join(pieces)[: CELL_LIMIT + 1])

    def text(piece: str) -> None:
        if inside[-1] == "t" and "rPh" not in inside:
            pieces.append(piece)

    if part in archive.parts:
        archive.walk(part, start, end, text)
    return texts
