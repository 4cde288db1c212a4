"""Where rows and cells stand in the XML of a worksheet (ECMA-376 18.3.1), and others put in their place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from xml.parsers import expat
from xml.sax.saxutils import escape

from vendor_registry.intake.sheet.spreadsheets.archive import local
from vendor_registry.intake.sheet.spreadsheets.grid import At, letters, place_of

_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(slots=True)
class Span:
    """An element, in bytes: its tag, what it holds, and its end."""

    tag: str
    said: Mapping[str, str]
    start: int
    inner: int = 0  # where what it holds begins
    inner_end: int = 0
    end: int = 0

    @property
    def is_empty(self) -> bool:
        """Written as one tag."""
        return self.inner_end == self.end


@dataclass(slots=True)
class Filled:
    """What a cell is to say: a text, or the number of a day under its style."""

    text: str
    day: int | None = None
    style: str = ""  # of a cell that is not there yet


@dataclass
class Places:
    """All rows and cells of a worksheet. Raises ExpatError for what is no XML, ValueError for cells without a place."""

    raw: bytes
    rows: dict[int, Span] = field(default_factory=dict)
    cells: dict[At, Span] = field(default_factory=dict)
    formulas: list[At] = field(default_factory=list)
    others: set[str] = field(default_factory=set)  # elements beside rows: tableParts, sheetProtection
    data: Span | None = None
    _open: list[Span] = field(default_factory=list)
    _begun: Span | None = None  # its start tag has not ended yet
    _ended: Span | None = None  # its end tag has not
    _line: int = 0
    _place: int = -1

    def __post_init__(self) -> None:
        parser = expat.ParserCreate()
        parser.ordered_attributes = False
        parser.StartElementHandler = lambda tag, said: self._start(parser.CurrentByteIndex, tag, said)
        parser.EndElementHandler = lambda tag: self._end(parser.CurrentByteIndex)
        parser.DefaultHandler = lambda _: self._other(parser.CurrentByteIndex)
        parser.Parse(self.raw, True)
        self._other(len(self.raw))

    def _start(self, at: int, tag: str, said: dict[str, str]) -> None:
        self._other(at)
        span = self._begun = Span(tag, said, at)
        self._open.append(span)
        name = local(tag)
        if name == "row":
            self._line, self._place = int(said.get("r", self._line + 1)), -1
            self.rows[self._line] = span
        elif name == "c":
            address = said.get("r")
            self._place = place_of(address.rstrip("0123456789")) if address else self._place + 1
            self.cells[self._line, self._place] = span
        elif name == "f":
            self.formulas.append((self._line, self._place))
        elif name == "sheetData":
            self.data = span
        elif len(self._open) == 2:
            self.others.add(name)

    def _end(self, at: int) -> None:
        span = self._open.pop()
        span.inner_end = at
        self._other(at)
        self._ended = span

    def _other(self, at: int) -> None:
        """Whatever stands here: what was begun or ended before it ends here."""
        if self._begun is not None and at > self._begun.start:
            self._begun.inner, self._begun = at, None
        if self._ended is not None and at > self._ended.start:
            self._ended.end, self._ended = at, None

    def filled(self, cells: Mapping[At, Filled]) -> bytes:
        """The XML with these cells; a row or a cell that is not there yet is put where it belongs."""
        made, at = [], 0
        for start, end, piece in sorted(self._pieces(cells), key=lambda one: one[:2]):
            made += [self.raw[at:start], piece]
            at = end
        return b"".join((*made, self.raw[at:]))

    def _pieces(self, cells: Mapping[At, Filled]) -> Iterator[tuple[int, int, bytes]]:
        by_line: dict[int, dict[int, Filled]] = {}
        for (line, place), said in sorted(cells.items(), key=lambda one: one[0]):
            by_line.setdefault(line, {})[place] = said
        for line, texts in by_line.items():
            row = self.rows.get(line)
            if row is None:
                yield self._new_row(line, texts)
            elif row.is_empty:
                opened = self.raw[row.start : row.end].rstrip().removesuffix(b"/>") + b">"
                yield row.start, row.end, opened + self._fresh(line, texts) + f"</{row.tag}>".encode()
            else:
                yield from self._in_row(line, row, texts)

    def _in_row(self, line: int, row: Span, texts: Mapping[int, Filled]) -> Iterator[tuple[int, int, bytes]]:
        here = self._by_line.get(line, [])
        fresh: dict[int, dict[int, Filled]] = {}
        for place, said in texts.items():
            known = self.cells.get((line, place))
            if known is not None:
                yield known.start, known.end, self._cell(line, place, said, known.said.get("s", ""))
                continue
            later = next((one for one in here if one > place), None)
            position = self.cells[line, later].start if later is not None else row.inner_end
            fresh.setdefault(position, {})[place] = said
        for position, ones in fresh.items():
            yield position, position, self._fresh(line, ones)

    def _new_row(self, line: int, texts: Mapping[int, Filled]) -> tuple[int, int, bytes]:
        later = min((one for one in self.rows if one > line), default=None)
        if self.data is None or self.data.is_empty:
            raise ValueError("a worksheet without rows")
        position = self.rows[later].start if later is not None else self.data.inner_end
        tag = self._prefix + "row"
        return position, position, f'<{tag} r="{line}">'.encode() + self._fresh(line, texts) + f"</{tag}>".encode()

    def _fresh(self, line: int, texts: Mapping[int, Filled]) -> bytes:
        return b"".join(self._cell(line, place, said, said.style) for place, said in sorted(texts.items()))

    def _cell(self, line: int, place: int, said: Filled, style: str) -> bytes:
        pre, name = self._prefix, f"{letters(place)}{line}"
        begun = f'<{pre}c r="{name}"' + (f' s="{escape(style)}"' if style else "")
        if said.day is not None:
            return f"{begun}><{pre}v>{said.day}</{pre}v></{pre}c>".encode()
        if not said.text:
            return f"{begun}/>".encode()
        text = escape(_LIKE_AN_ESCAPE.sub("_x005F_", said.text))
        inside = f'<{pre}is><{pre}t xml:space="preserve">{text}</{pre}t></{pre}is>'
        return f'{begun} t="inlineStr">{inside}</{pre}c>'.encode()

    @cached_property
    def _by_line(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for line, place in sorted(self.cells):
            found.setdefault(line, []).append(place)
        return found

    @property
    def _prefix(self) -> str:
        tag = self.data.tag if self.data else ""
        return tag.removesuffix(local(tag))
