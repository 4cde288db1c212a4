"""AsciiDoc as Markdown: tables between `|===`, headings, points, links."""

import re
from collections.abc import Iterator, Sequence

from vendor_registry.intake.lists.dialects.html_table import DrawnCell, DrawnRow, html_table, separated
from vendor_registry.intake.lists.dialects.lines import heading, point, term

EDGE = re.compile(r"(?P<kind>[|,:;!])={3,}\s*")
_CELL = re.compile(
    r"(?:(?<=\s)|^)(?:(?P<times>\d{1,2})\*|(?P<wide>\d{1,3})?(?:\.(?P<high>\d{1,3}))?\+)?[<^>]?(?:\.[<^>])?[adehlmsv]?\|"
)
_ESCAPED = "\ue000"  # of a private area: a bar within a text
_HEADING = re.compile(r"(?P<marks>={1,6})\s+(?P<words>\S.*)")
_POINT = re.compile(r"\s*(?P<marks>\*{1,5}|-|\.{1,5})\s+(?P<words>\S.*)")
_TERM = re.compile(r"(?P<term>[^\s|:][^|:]{0,100}):{2,4}(?:\s+(?P<words>.*))?")
_TITLE = re.compile(r"\.(?P<words>[^\s.].*)")
_ATTRIBUTE = re.compile(r":!?[\w-]+:.*|\[.*\]|//.*|(?:--|={4,}|\*{4,}|-{4,}|\.{4,})\s*|\+\s*")
_LINK = re.compile(r"(?:link:)?(?P<address>(?:https?://|mailto:)[^\s\[\]|]+)\[(?P<words>[^\[\]]*?)(?:,[^\[\]]*|\^)?\]")
_BOLD = re.compile(r"(?<![\w*])\*(?P<words>[^\s*](?:[^*]{0,200}[^\s*])?)\*(?![\w*])")
_COLUMNS = re.compile(r"cols\s*=\s*(?P<quote>[\"']?)(?P<all>(?(quote)[^\"']*|[^\],]*))")
_TIMES = re.compile(r"(\d{1,2})\*")
_COMMAS = re.compile(r"format\s*=\s*[\"']?(?:csv|dsv|tsv)")
MOST_COLUMNS = 100


def to_markdown(lines: Sequence[str]) -> list[str]:
    """The page as Markdown, every line where it was."""
    found: list[str] = []
    attributes = ""
    while len(found) < len(lines):
        at = len(found)
        edge = EDGE.fullmatch(lines[at])
        found += (_table(lines, at, edge["kind"], attributes) if edge else []) or [_line(lines[at])]
        attributes = lines[at] if lines[at].startswith("[") else attributes if lines[at].startswith(".") else ""
    return found


def _line(line: str) -> str:
    if title := _HEADING.fullmatch(line):
        return heading(len(title["marks"]), _inline(title["words"]))
    if caption := _TITLE.fullmatch(line):
        return heading(6, _inline(caption["words"]))
    if _ATTRIBUTE.fullmatch(line):
        return ""
    if entry := _POINT.fullmatch(line):
        return point(len(entry["marks"]), _inline(entry["words"]))
    if named := _TERM.fullmatch(line):
        return term(_inline(named["term"]), _inline(named["words"] or ""))
    return _inline(line)


def _inline(text: str) -> str:
    return _BOLD.sub(
        r"**\g<words>**", _LINK.sub(lambda one: f"[{one['words'] or one['address']}]({one['address']})", text)
    )


def _table(lines: Sequence[str], at: int, kind: str, attributes: str) -> list[str]:
    """The table that begins here; [] where nothing ends it."""
    end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() == lines[at].strip()), -1)
    if end < 0:
        return []
    commas = {",": ",", ":": ":", ";": ";"}.get(kind, "," if _COMMAS.search(attributes) else "")
    body = range(at + 1, end)
    rows = _separated(lines, body, commas) if commas else _barred(lines, body, kind, _columns(attributes))
    return html_table(rows, end + 1 - at)


def _columns(attributes: str) -> int:
    """How many columns `[cols="2,1,3*"]` declares; 0 where it says none."""
    said = _COLUMNS.search(attributes)
    parts = re.split(r"[,;]", said["all"]) if said and said["all"].strip() else []
    return sum(int(times[1]) if (times := _TIMES.match(part.strip())) else 1 for part in parts)


def _separated(lines: Sequence[str], body: Sequence[int], mark: str) -> list[DrawnRow]:
    rows = (DrawnRow(number + 1, separated(lines[number], mark)) for number in body if lines[number].strip())
    return [DrawnRow(row.line, [DrawnCell(_inline(cell.text)) for cell in row.cells]) for row in rows]


def _barred(lines: Sequence[str], body: Sequence[int], mark: str, columns: int) -> list[DrawnRow]:
    """Cells each behind a bar; as many as are declared, or as stand on the first line, make a row."""
    cells: list[tuple[int, DrawnCell]] = []
    for number in body:
        line = lines[number].replace("\\|", _ESCAPED).replace(mark, "|")
        before = line[: marks[0].start()] if (marks := list(_CELL.finditer(line))) else line
        if cells and before.strip():
            cells[-1][1].text += f" {before.strip()}"
        elif cells and not line.strip():
            cells[-1][1].text += "\n"
        cells += [(number + 1, cell) for cell in _split(line, marks)]
        columns = columns or sum(cell.wide for _, cell in cells)
    for _, cell in cells:
        cell.text = _inline(cell.text.strip().replace(_ESCAPED, "|"))
    return list(_rows(cells, min(columns, MOST_COLUMNS)))


def _split(line: str, marks: Sequence[re.Match[str]]) -> Iterator[DrawnCell]:
    """The cells that begin on a line, each behind its mark."""
    for found, end in zip(marks, [*(one.start() for one in marks[1:]), len(line)], strict=False):
        text = line[found.end() : end]
        for _ in range(int(found["times"] or 1)):
            yield DrawnCell(text.strip(), int(found["wide"] or 1), int(found["high"] or 1))


def _rows(cells: Sequence[tuple[int, DrawnCell]], columns: int) -> Iterator[DrawnRow]:
    covered: dict[int, int] = {}  # column > rows that a cell above still covers
    row = DrawnRow(0, [])
    at = 0
    for line, cell in cells:
        row.line = row.line or line
        row.cells.append(cell)
        for column in range(at, at + min(cell.wide, MOST_COLUMNS)):
            covered[column] = cell.high
        at += min(cell.wide, MOST_COLUMNS)
        while covered.get(at, 0) > 0 and at < columns:
            at += 1
        if at >= columns:
            yield row
            covered = {column: left - 1 for column, left in covered.items() if left > 1}
            row, at = DrawnRow(0, []), 0
            while covered.get(at, 0) > 0 and at < columns:
                at += 1
    if row.cells:
        yield row
