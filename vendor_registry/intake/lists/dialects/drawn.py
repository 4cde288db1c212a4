"""Tables drawn with characters: rows between bars without a line of dashes, grids with corners, columns under rules."""

import re
from collections.abc import Callable, Iterator, Sequence

from vendor_registry.intake.lists.dialects.html_table import DrawnCell, DrawnRow, html_table

BORDER = re.compile(r"\s*\+(?:[-=]+\+)+\s*")  # +-----+=====+
_EDGE = re.compile(r"\+[-=]+\+")  # as beside a cell that covers several rows: |     +-----+
RULES = re.compile(r"\s*=+(?:\s+=+)+\s*")  # =====  ====
SPANS = re.compile(r"\s*-+(?:\s+-+)*\s*")  # below a title that covers several columns
_PARTING = re.compile(r"\s*\|[\s:]*-[-\s:+|]*\|?\s*")  # |-----+----|
_CROSSED = re.compile(r"\s*-+(?:\+-+)+\s*")  # -----+----
_BAR = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"\s*(?:```|~~~)")
FEWEST = 2  # rows, and cells of each
MOST_COLUMNS = 100

Drawn = tuple[list[DrawnRow], int]  # its rows, and how many lines it takes


def with_tables(lines: Sequence[str], words: Callable[[str], str] = str) -> list[str]:
    """The lines of a page, each table that is drawn as one line of HTML and blank ones; what is fenced stays.

    `words` makes Markdown of the words of a cell, where they are written in another markup.
    """
    found: list[str] = []
    fenced = False
    while len(found) < len(lines):
        at = len(found)
        fenced ^= bool(_FENCE.match(lines[at]))
        rows, count = ([], 0) if fenced else _grid(lines, at) or _ruled(lines, at) or _barred(lines, at) or ([], 0)
        for row in rows:
            for cell in row.cells:
                cell.text = words(cell.text)
        found += html_table(rows, count) if rows else [lines[at]]
    return found


def _barred(lines: Sequence[str], at: int) -> Drawn | None:
    """Rows of as many cells each, of which none is a line of dashes as Markdown wants it."""
    if not _is_row(lines[at]) or (at and _BAR.search(lines[at - 1])):
        return None  # it began above, and was none
    end = next(
        (n for n in range(at, len(lines)) if not (_is_row(lines[n]) or _CROSSED.fullmatch(lines[n]))), len(lines)
    )
    run = lines[at:end]
    parting = [(_PARTING.fullmatch(line) or _CROSSED.fullmatch(line)) is not None for line in run]
    if run[1:2] and parting[1] and "+" not in run[1]:
        return None  # Markdown's own
    rows = [DrawnRow(at + n + 1, _cells(line)) for n, line in enumerate(run) if not parting[n]]
    if len(rows) < FEWEST or len({len(row.cells) for row in rows}) > 1 or len(rows[0].cells) < FEWEST:
        return None
    return rows, len(run)


def _is_row(line: str) -> bool:
    return len(_BAR.findall(line)) >= FEWEST


def _cells(line: str) -> list[DrawnCell]:
    parts = _BAR.split(line.strip().removeprefix("|"))
    parts = parts[:-1] if len(parts) > 1 and not parts[-1].strip() else parts
    return [DrawnCell(part.strip().replace("\\|", "|")) for part in parts]


def _grid(lines: Sequence[str], at: int) -> Drawn | None:
    """A grid with corners, as reStructuredText and Pandoc have it."""
    if not BORDER.fullmatch(lines[at]) or (at and BORDER.fullmatch(lines[at - 1])):
        return None
    end = next((n for n in range(at, len(lines)) if not lines[n].strip().startswith(("+", "|"))), len(lines))
    drawn = [line.strip() for line in lines[at:end]]
    borders = [number for number, line in enumerate(drawn) if _EDGE.search(line)]
    stops = sorted({where for number in borders for where, mark in enumerate(drawn[number]) if mark == "+"})
    if len(borders) < FEWEST or not FEWEST < len(stops) <= MOST_COLUMNS:
        return None
    rows: list[DrawnRow] = []
    open_cells: dict[int, DrawnCell] = {}
    for number, border in enumerate(borders[:-1]):
        band = drawn[border + 1 : borders[number + 1]]
        row = DrawnRow(at + border + 2, [])
        column = 0
        while column < len(stops) - 1:
            wide = _width(band, stops, column)
            text = _paragraphs([line[stops[column] + 1 : stops[column + wide]].strip() for line in band])
            above = drawn[border][stops[column] + 1 : stops[column + 1]]
            over = open_cells.get(column)
            if over and set(above) - set("-=+"):
                over.text, over.high = "\n".join(filter(None, (over.text, above.strip(), text))), over.high + 1
            else:
                open_cells[column] = DrawnCell(text, wide)
                row.cells.append(open_cells[column])
            column += wide
        rows.append(row)
    return rows, len(drawn)


def _width(band: Sequence[str], stops: Sequence[int], column: int) -> int:
    """How many columns a cell covers: up to the next bar in all of its lines."""
    ends = range(column + 1, len(stops) - 1)
    barred = (stop for stop in ends if all(line[stops[stop] : stops[stop] + 1] in ("|", "+") for line in band))
    return next(barred, len(stops) - 1) - column


def _ruled(lines: Sequence[str], at: int) -> Drawn | None:
    """Columns under rules, as reStructuredText has them; a line that is blank in its first column goes on above."""
    if not RULES.fullmatch(lines[at]) or not _begins_anew(lines, at):
        return None
    found = (
        n for n in range(at + 1, len(lines)) if RULES.fullmatch(lines[n]) and not "".join(lines[n + 1 : n + 2]).strip()
    )
    end = next(found, -1)
    starts = [part.start() for part in re.finditer(r"=+", lines[at])]
    rows: list[DrawnRow] = []
    for number in range(at + 1, end):
        line = lines[number]
        if RULES.fullmatch(line) or SPANS.fullmatch(line) or not line.strip():
            continue
        parts = [line[start:stop].strip() for start, stop in zip(starts, [*starts[1:], None], strict=True)]
        if rows and not parts[0]:
            for cell, part in zip(rows[-1].cells, parts, strict=True):
                cell.text = f"{cell.text} {part}".strip()
        else:
            rows.append(DrawnRow(number + 1, list(map(DrawnCell, parts))))
    return (rows, end + 1 - at) if len(rows) >= FEWEST and len(starts) <= MOST_COLUMNS else None


def _begins_anew(lines: Sequence[str], at: int) -> bool:
    """Whether a rule is the first of its table: of one that has ended, the rest is no other."""
    return at == 0 or not lines[at - 1].strip() or lines[at - 1].lstrip().startswith((".. ", ":"))


def _paragraphs(lines: Sequence[str]) -> str:
    """The lines of a cell as its paragraphs, each on one line."""
    return "\n".join(_joined(lines))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    words: list[str] = []
    for line in [*lines, ""]:
        if line and not (words and line.startswith(("- ", "* "))):
            words.append(line)
            continue
        if words:
            yield " ".join(words)
        words = [line] if line else []
