"""Markdown (CommonMark with tables, HTML inside, front matter), MDX as far as it is Markdown, and other markup."""

import re
from collections.abc import Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token

from vendor_registry.intake.lists.dialects.recognised import as_markdown
from vendor_registry.intake.lists.formats.markup import LINE, blocks
from vendor_registry.intake.lists.formats.page import Block, Node
from vendor_registry.intake.lists.formats.read_js import assigned
from vendor_registry.intake.lists.formats.read_yaml import read as read_yaml
from vendor_registry.intake.lists.formats.text import refused, text_of_file
from vendor_registry.intake.words.complaints import quote
from vendor_registry.model.text.origin import RefusedError

FRONT_MATTER = re.compile(r"\A(?:---|\+\+\+)\n.*?\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
NOT_OURS = re.compile(r"^(?:import |export |:::|\{\{[%<]|\{%).*$", re.MULTILINE)  # MDX, admonitions, shortcodes
JSX_TEXT = re.compile(r"\{\s*(['\"`])([^'\"`{}<>\n]*)\1\s*\}|\{/\*[^*]*\*/\}")  # {'United States'}, {/* a remark */}
EXPORT = re.compile(r"^export (?:const|let|var|default)\b", re.MULTILINE)  # of MDX: what follows is a program
HTML_TABLE = re.compile(r"<(table|ul|ol|dl)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
BLANK_LINE = re.compile(r"\n[ \t]*(?=\n)")  # would end the HTML for Markdown
CELL_END = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[\s|:-]*-[\s|:-]*")


def read(raw: bytes, name: str, *, lines_count: bool = False) -> list[Block]:
    """The blocks of a page; raises RefusedError for a table whose rows have lost a bar.

    `lines_count`: a new line is one on the page, as in plain text; to Markdown it is a blank.
    """
    text = text_of_file(raw, name)
    data = _data(text, name)
    if EXPORT.search(text):
        text, exported = _exported(text, name)
        data += exported
    text = JSX_TEXT.sub(r"\2", as_markdown(text, name))
    for dressing in (FRONT_MATTER, NOT_OURS):
        text = dressing.sub(lambda found: "\n" * found[0].count("\n"), text)
    text = HTML_TABLE.sub(lambda found: BLANK_LINE.sub("\n<!-- -->", found[0]), text)
    page = MarkdownIt("commonmark", {"html": True, "breaks": lines_count}).enable(["table", "strikethrough"])
    tokens = page.parse(text)
    _check_tables(tokens, text.split("\n"), name)
    for token in tokens:
        if token.map and token.type == "html_block":
            token.content = f"<!--{LINE}{token.map[0] + 1}-->{token.content}"
        elif token.map and token.nesting == 1:
            token.attrSet("data-place", str(token.map[0] + 1))
    return [*data, *blocks(page.renderer.render(tokens, page.options, {}))]


def _data(text: str, name: str) -> list[Block]:
    """What stands before a page as data, where arrays of objects are in it: some pages are drawn from such a list."""
    front = FRONT_MATTER.match(text)
    if not front or not front[0].startswith("---"):
        return []
    try:
        found = read_yaml(front[0].rstrip().removesuffix("---").encode(), name)
    except RefusedError:
        return []  # titles of a page that are no YAML are passed over, as all of them were
    return [one for one in found if isinstance(one, Node) and _has_objects(one)]


def _exported(text: str, name: str) -> tuple[str, list[Block]]:
    """A page without the data that it hands to what draws it, and these data."""
    begins = {found.start() for found in EXPORT.finditer(text)}
    found = [one for one in assigned(text, name) if text.rfind("\n", 0, one.start) + 1 in begins]
    for one in reversed(found):
        start = text.rfind("\n", 0, one.start) + 1
        text = text[:start] + "\n" * text.count("\n", start, one.end) + text[one.end :].lstrip(";")
    return text, [one.node for one in found if _has_objects(one.node)]


def _has_objects(node: Node) -> bool:
    if not isinstance(node.value, Mapping):
        return False
    arrays = [one.value for one in node.value.values() if isinstance(one.value, tuple)]
    return any(isinstance(one.value, Mapping) for array in arrays for one in array)


def _check_tables(tokens: list[Token], lines: list[str], name: str) -> None:
    """A row that has lost or won a bar puts every cell behind it into the wrong column, and nobody can say which."""
    columns = 0
    for token, inner in zip(tokens, [*tokens[1:], None], strict=False):
        if not token.map:
            continue
        line = lines[token.map[0]]
        if token.type == "tr_open":
            count = _count(line)
            columns = count if inner is None or (token.level == 2 and inner.tag == "th") else columns
            if count > columns or 1 < count < columns:
                raise _lost(name, token.map[0] + 1, count, columns)
        elif token.type == "paragraph_open":
            _check_prose(lines[token.map[0] : token.map[1]], token.map[0] + 1, name)


def _count(line: str) -> int:
    """Cells of a row as it is written; a row of one cell, or of blanks, is a title or a gap."""
    cells = CELL_END.split(line.strip().removeprefix("|"))
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return len(cells)


def _lost(name: str, line: int, count: int, columns: int) -> Exception:
    message = f"this row of a table has {count} cells where {columns} belong"
    return refused(name, line, message, 'Is a "|" missing, or one too many? Write "\\|" for a bar within a text.')


def _check_prose(lines: list[str], first: int, name: str) -> None:
    """Rows without the line of dashes below their header are prose to Markdown, and their vendors would be lost."""
    rows = [line for line in lines if len(CELL_END.findall(line)) >= 2]
    if len(rows) >= 2:
        ruled = any(RULE.fullmatch(line) and "|" in line for line in lines)
        hint = "Header, dashes and rows need as many cells." if ruled else "Below the header belongs a line of | --- |."
        raise refused(name, first, f"{quote(rows[0])} begins a table that cannot be read", hint)
