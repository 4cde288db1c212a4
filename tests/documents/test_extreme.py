"""Very long and very odd documents: every format opens, nothing is lost, and nothing runs.

What each file says is taken out of it by a reader that knows nothing of us, and compared with what was put in.
"""

import io
import json
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from importlib import import_module
from typing import Any

import docx
import pytest
from markdown_it import MarkdownIt
from python_calamine import CalamineWorkbook

from tests.documents.sample import document
from vendor_registry.documents.document import Column, Document, Heading, Row, Table, line
from vendor_registry.documents.formats.catalogue import FORMATS

ODD = (
    "=1+1 @SUM(A1) -2+3 +4",
    "<script>alert(1)</script> <b>&amp; &lt;i&gt;",
    "{{7*7}} {% raw %} {# gone #} ${7*7}",
    '#import "x": * $1$ *bold* _it_ `code` \\begin{x}',
    "a|b \\| c [link](javascript:alert(1)) ![x](y)",
    'HYPERLINK "http://x.example" DDEAUTO c:\\\\x MERGEFIELD',
    "Donau\u00addampf\u00adschiff",
    "\u202egnp.exe\u202c \u2066inside\u2069",
    "株式会社サクラ 北京科技有限公司 주식회사",
    "😀 emoji 🔥",
    "_x0041_ _x000D_ %0A::error::x",
)
pypdfium2: Any = pytest.importorskip("pypdfium2", reason="PDFs are read with pypdfium2")
COLUMNS = (Column("Vendor", 20), Column("Purpose", 50), Column("Place", 30))


def words(start: int, count: int) -> str:
    return " ".join(f"w{number:06}" for number in range(start, start + count))


def rows(count: int, length: int) -> tuple[Row, ...]:
    """Each row has words of its own, so that one that is lost is missed; every purpose has `length` words."""
    return tuple(
        Row(
            (
                (line(f"v{number:04}"), line(ODD[number % len(ODD)])),
                (line(words(number * length, length)),),
                (line("Germany"), line(f"p{number:04}")),
            ),
            level=int(number % 3 == 1),
        )
        for number in range(count)
    )


MANY = document(Heading("Listed"), Table("Listed", COLUMNS, rows(300, 12)))
TALL = document(Heading("Listed"), Table("Listed", COLUMNS, rows(len(ODD), 5_000 // 8)))  # 5,000 signs in a cell
TALLEST = document(Heading("Listed"), Table("Listed", COLUMNS, rows(1, 5_000)))  # more than a page in one row


class Page(HTMLParser):
    """The text of a page; it must not have anything that runs."""

    def __init__(self) -> None:
        super().__init__()
        self.said, self.elements = "", set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.said += data


def of_docx(content: bytes) -> str:
    word: Any = docx.Document(io.BytesIO(content))
    assert not {"fldSimple", "instrText", "hyperlink", "object"} & {
        one.tag.rpartition("}")[2] for one in word.element.iter()
    }
    return "\n".join(cell.text for table in word.tables for row in table.rows for cell in row.cells)


def of_pdf(content: bytes) -> str:
    pages = pypdfium2.PdfDocument(content)
    assert b"/JavaScript" not in content
    assert b"/Launch" not in content
    return "".join(page.get_textpage().get_text_range() for page in pages)


def of_xlsx(content: bytes) -> str:
    """Column by column, as a long text goes on in the row below."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    pages = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return "".join(str(value) for page in pages for column in zip(*page, strict=True) for value in column)


def of_html(content: bytes) -> str:
    page = Page()
    page.feed(content.decode("utf-8"))
    assert not {"script", "b", "i", "a", "img"} & page.elements
    return page.said


def of_markdown(content: bytes) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(content.decode("utf-8"))
    inside = [child for token in tokens for child in token.children or ()]
    assert not [one for one in inside if one.type in ("link_open", "image", "code_inline", "em_open")]
    return "\n".join("\n" if one.content == "<br>" else one.content for one in inside)


def of_text(content: bytes) -> str:
    return content.decode("utf-8")


def of_json(content: bytes) -> str:
    said = json.loads(content)
    cells = [
        cell for block in said["blocks"] if block["kind"] == "table" for row in block["rows"] for cell in row["cells"]
    ]
    return "\n".join(run["text"] for cell in cells for one in cell for run in one)


READERS: Mapping[str, Callable[[bytes], str]] = {
    "docx": of_docx,
    "pdf": of_pdf,
    "xlsx": of_xlsx,
    "html": of_html,
    "markdown": of_markdown,
    "text": of_text,
    "json": of_json,
}


def bare(text: str) -> str:
    """Without what readers add and drop: blanks, soft hyphens and the marks for them."""
    return re.sub(r"[\s\u00ad\ufffe\x02]", "", text)


def shown(text: str, form: str) -> str:
    """As a document shows it: marks that turn the direction of what follows are written out, but for programs."""
    if form == "json":
        return text
    return re.sub("[\u202a-\u202e\u2066-\u2069]", lambda mark: f"\\u{ord(mark[0]):04x}", text)


def test_every_format_is_read_back() -> None:
    assert READERS.keys() == FORMATS.keys()


@pytest.mark.parametrize(
    "content", [MANY, TALL, TALLEST], ids=["300 rows", "5,000 signs in a cell", "a row over pages"]
)
@pytest.mark.parametrize("form", FORMATS.values(), ids=list(FORMATS))
def test_nothing_is_lost_and_nothing_runs(form: Any, content: Document) -> None:
    written = getattr(import_module(form.module), form.function)(content)
    found = bare(READERS[form.name](written))
    (table,) = [block for block in content.blocks if isinstance(block, Table)]
    for row in table.rows:
        for cell in row.cells:
            for one in cell:
                text = bare(shown("".join(run.text for run in one), form.name))
                if form.name == "pdf" and len(text) > 1_000:  # pages part it
                    assert [word for word in re.findall(r"w\d{6}", text) if word not in found] == []
                else:
                    assert text in found
