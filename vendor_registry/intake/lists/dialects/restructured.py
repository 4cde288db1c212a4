"""reStructuredText as Markdown: headings with lines below them, list-tables and csv-tables, links, roles."""

import re
from collections.abc import Sequence

from vendor_registry.intake.lists.dialects import drawn
from vendor_registry.intake.lists.dialects.html_table import DrawnCell, DrawnRow, html_table, separated
from vendor_registry.intake.lists.dialects.lines import heading

DIRECTIVE = re.compile(r"(?P<indent>\s*)\.\.\s+(?P<name>[\w-]+)::\s*(?P<words>.*)")
_TARGET = re.compile(r"\s*\.\. _`?(?P<name>[^:`]{1,100})`?: *(?P<address>\S+)\s*")
_COMMENT = re.compile(r"\s*\.\.(?:\s.*)?")
_OPTION = re.compile(r"\s+:(?P<name>[\w-]+):\s*(?P<value>.*)")
_RULE = re.compile(r"([=\-`:.'\"~^_*+#])\1{2,}\s*")
_LINK = re.compile(r"`(?P<words>[^`<>]{1,200}?)\s*<(?P<address>[^<>`\s]{1,500})>`__?")
_NAMED = re.compile(r"`(?P<name>[^`<>]{1,100})`__?|(?<![\w`])(?P<word>[A-Za-z][\w.-]{0,60}[A-Za-z0-9])_(?![\w`])")
_ROLE = re.compile(r":[\w:-]{1,40}:`(?P<words>[^`<>]{1,200}?)(?:\s*<[^<>`]{1,200}>)?`")
_FOOTNOTE = re.compile(r"\s*\[(?:\d{1,3}|#\w{0,20}|\*)\]_")
_CELL = re.compile(r"(?P<indent>\s*)(?P<row>\* )?(?P<mark>\s*- )(?P<text>.*)|(?P<rest>\s*\S.*)")
MARKERS = ("list-table", "csv-table")


def to_markdown(lines: Sequence[str]) -> list[str]:
    """The page as Markdown, every line where it was."""
    targets = {found["name"].casefold(): found["address"] for line in lines if (found := _TARGET.fullmatch(line))}
    tables = drawn.with_tables(lines, lambda words: _inline(words, targets))
    words = [line if line.startswith("<table>") else _inline(line, targets) for line in tables]
    levels: list[str] = []
    page: list[str] = []
    while len(page) < len(words):
        page += _heading(words, len(page), levels) or _block(words, len(page))
    return page


def _heading(lines: Sequence[str], at: int, levels: list[str]) -> list[str]:
    """A line above a rule, or between two, as a heading; each kind of rule is a level, in the order of the page."""
    over = _RULE.fullmatch(lines[at])
    title, rule = (at + 1, at + 2) if over else (at, at + 1)
    under = _RULE.fullmatch(lines[rule]) if rule < len(lines) else None
    words = lines[title].strip() if under else ""
    if not under or not words or _RULE.fullmatch(lines[title]) or (over and over[1] != under[1]):
        return []
    if not over and ((at and lines[at - 1].strip()) or lines[at].startswith(" ")):
        return []
    kind = under[1] * (1 + bool(over))
    if kind not in levels:
        levels.append(kind)
    line = heading(min(levels.index(kind) + 1, 6), words)
    return ["", line, ""] if over else [line, ""]


def _block(lines: Sequence[str], at: int) -> list[str]:
    """One line, or a table made of points or of commas; directives, comments and targets are passed over."""
    directive = DIRECTIVE.fullmatch(lines[at])
    if directive and directive["name"] in MARKERS:
        end = _end(lines, at, len(directive["indent"]))
        options = [found for line in lines[at + 1 : end] if (found := _OPTION.fullmatch(line))]
        body = [n for n in range(at + 1, end) if lines[n].strip() and not _OPTION.fullmatch(lines[n])]
        read = _rows_of_points if directive["name"] == MARKERS[0] else _rows_of_commas
        titles = next((found["value"] for found in options if found["name"] == "header"), "")
        rows = read(lines, body)
        rows = [*([DrawnRow(at + 1, separated(titles, ","))] if titles and read is _rows_of_commas else []), *rows]
        if len(rows) > 1:
            heading = f"###### {directive['words']}" if directive["words"] else ""
            return [heading, *html_table(rows, end - at - 1)]
    return ["" if directive or _TARGET.fullmatch(lines[at]) or _COMMENT.fullmatch(lines[at]) else lines[at]]


def _end(lines: Sequence[str], at: int, indent: int) -> int:
    """The line behind a block that is indented deeper than its directive."""
    after = range(at + 1, len(lines))
    return next((n for n in after if lines[n].strip() and len(lines[n]) - len(lines[n].lstrip()) <= indent), len(lines))


def _rows_of_points(lines: Sequence[str], body: Sequence[int]) -> list[DrawnRow]:
    """`* - a` begins a row, `- b` a cell, anything else goes on with the cell."""
    rows: list[DrawnRow] = []
    outer = inner = -1
    for number in body:
        found = _CELL.fullmatch(lines[number])
        assert found
        deep = len(found["indent"] or "")
        if found["row"] and (outer < 0 or deep <= outer):
            outer, inner = deep, deep + len(found["row"]) + len(found["mark"]) - 2
            rows.append(DrawnRow(number + 1, [DrawnCell(found["text"].strip())]))
        elif rows and found["mark"] and not found["row"] and deep + len(found["mark"]) - 2 <= inner:
            rows[-1].cells.append(DrawnCell(found["text"].strip()))
        elif rows:
            text = lines[number].strip()
            between = "\n" if text.startswith(("- ", "* ")) else " "
            rows[-1].cells[-1].text = f"{rows[-1].cells[-1].text}{between}{text}".strip()
    return rows


def _rows_of_commas(lines: Sequence[str], body: Sequence[int]) -> list[DrawnRow]:
    return [DrawnRow(number + 1, separated(lines[number], ",")) for number in body]


def _inline(line: str, targets: dict[str, str]) -> str:
    if "`" not in line and "_" not in line:
        return line
    line = _LINK.sub(r"[\g<words>](\g<address>)", _ROLE.sub(r"\g<words>", _FOOTNOTE.sub("", line)))
    return line if _TARGET.fullmatch(line) else _NAMED.sub(lambda found: _named(found, targets), line)


def _named(found: re.Match[str], targets: dict[str, str]) -> str:
    name = found["name"] or found["word"]
    address = targets.get(name.casefold(), "")
    return f"[{name}]({address})" if address else name if found["name"] else found[0]
