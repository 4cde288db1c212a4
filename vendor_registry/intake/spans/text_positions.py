"""Offsets of a text as lines and columns."""

import re
from bisect import bisect_right

from vendor_registry.intake.sheet.delimited import LINE_END
from vendor_registry.model.text.span import Span


class TextPlaces:
    """The lines of one text, which end as the sheet's lines do: with CR LF, CR or LF."""

    def __init__(self, text: str, line_end: re.Pattern[str] = LINE_END) -> None:
        self._text = text
        self._starts = [0, *(end.end() for end in line_end.finditer(text))]

    def start(self, line: int) -> int | None:
        """The offset at which a line begins; None where there is no such line."""
        return self._starts[line - 1] if 0 < line <= len(self._starts) else None

    def span(self, start: int, end: int) -> Span:
        """The places of two offsets."""
        return Span(*self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        before = self._text[self._starts[line - 1] : offset]
        return line, len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1
