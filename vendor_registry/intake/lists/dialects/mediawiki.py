"""Pages of MediaWiki as Markdown: tables between `{|` and `|}`, headings, points, links."""

import re
from collections.abc import Sequence

from vendor_registry.intake.lists.dialects.html_table import DrawnCell, DrawnRow, html_table
from vendor_registry.intake.lists.dialects.lines import heading, point, term

BEGIN, END = re.compile(r"[:*\s]*\{\|.*"), re.compile(r"\s*\|\}.*")
_HEADING = re.compile(r"(?P<marks>={1,6})\s*(?P<words>[^=\s].*?)\s*=+\s*")
_POINT = re.compile(r"(?P<marks>[*#]+)\s*(?P<words>\S.*)")
_TERM = re.compile(r";\s*(?P<term>[^:]+?)\s*(?::\s*(?P<words>.*))?")
_INNER = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_OUTER = re.compile(r"\[(?P<address>(?:https?://|mailto:)[^\s\[\]]+)\s+(?P<words>[^\[\]]+)\]")
_FLAG = re.compile(r"\{\{\s*[Ff]lag\w*\s*\|\s*([^{}|]+)[^{}]*\}\}")
_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}")
_REFERENCE = re.compile(r"<ref[^<>]*?/>|<ref[^<>]*>[^<]{0,1000}</ref>", re.IGNORECASE)
_SET = re.compile(r"\s*(?:\w[\w-]*\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w%#.-]+)\s*)+\|(?!\|)")  # style="..." | what is shown
_SPAN = re.compile(r"(?P<name>colspan|rowspan)\s*=\s*[\"']?\s*(?P<count>\d{1,3})", re.IGNORECASE)


def to_markdown(lines: Sequence[str]) -> list[str]:
    """The page as Markdown, every line where it was."""
    found: list[str] = []
    while len(found) < len(lines):
        at = len(found)
        found += (_table(lines, at) if BEGIN.fullmatch(lines[at]) else []) or [_line(lines[at])]
    return found


def _line(line: str) -> str:
    if title := _HEADING.fullmatch(line):
        return heading(len(title["marks"]), _inline(title["words"]))
    if entry := _POINT.fullmatch(line):
        return point(len(entry["marks"]), _inline(entry["words"]))
    if named := _TERM.fullmatch(line):
        return term(_inline(named["term"]), _inline(named["words"] or ""))
    return _inline(line)


def _inline(text: str) -> str:
    text = _TEMPLATE.sub("", _FLAG.sub(r"\1", _REFERENCE.sub("", text)))
    text = _OUTER.sub(r"[\g<words>](\g<address>)", _INNER.sub(r"\1", text))
    return text.replace("'''", "**").replace("''", "*")


def _table(lines: Sequence[str], at: int) -> list[str]:
    """The table that begins here, up to its end, to the next one or to the end of the page."""
    after = range(at + 1, len(lines))
    stop = next((n for n in after if END.fullmatch(lines[n]) or BEGIN.fullmatch(lines[n])), len(lines) - 1)
    end = stop - bool(BEGIN.fullmatch(lines[stop]) and stop > at)
    rows, caption = [DrawnRow(at + 2, [])], ""
    for number in range(at + 1, end + 1):
        line = lines[number].strip()
        if line.startswith("|}"):
            continue
        if line.startswith("|+"):
            caption = _inline(line[2:].strip())
            continue
        if line.startswith("|-"):
            rows.append(DrawnRow(number + 2, []))
        elif line.startswith(("|", "!")):
            between = r"\|\||!!" if line.startswith("!") else r"\|\|"
            rows[-1].cells += [_cell(part) for part in re.split(between, line[1:])]
        elif rows[-1].cells and line:
            rows[-1].cells[-1].text += f"\n{_inline(line.lstrip('*# '))}"
    rows = [row for row in rows if row.cells]
    return html_table(rows, end + 1 - at, caption) if rows else []


def _cell(written: str) -> DrawnCell:
    dressing = _SET.match(written)
    spans = {one["name"].lower(): int(one["count"]) for one in _SPAN.finditer(dressing[0])} if dressing else {}
    text = written[dressing.end() :] if dressing else written
    return DrawnCell(_inline(text.strip()), max(spans.get("colspan", 1), 1), max(spans.get("rowspan", 1), 1))
