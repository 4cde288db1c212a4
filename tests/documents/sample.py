"""Documents for tests: one of every block, and one whose every place holds a text."""

import struct
import zlib
from datetime import date

from vendor_registry.documents.document import (
    Block,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Picture,
    Row,
    Run,
    Style,
    Table,
    line,
)

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>'


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        _chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 0, 0, 0, 0)),
        _chunk(b"IDAT", zlib.compress(b"\0\0\0")),
        _chunk(b"IEND", b""),
    )
)
LONG_WORD = "x" * 5_000
CHINESE = "株式会社 😀"
HOSTILE = (
    "=cmd|'/C calc'!A0",
    "<script>alert(1)</script>",
    '"]; x [label="',
    "{{7*7}} {% raw %} {# gone? #}",
    '#import "@preview/x": *',
    "`*_[x](javascript:alert(1))_*` ~~x~~",
    "a|b\\|c\\",
    "&lt;b&gt; &amp; &",
    "{_{ 7 }_} {_% x %_}",
    "- x",
    "1. x",
    "'\"<!-- --> ]]>",
    "עברית \u200f(abc)",
    "${7*7} <%= 7 %> \\begin{x}",
    LONG_WORD,
)
STEERING = {  # what is handed in, and what may be seen of it
    "\x1b[31mred\x1b[0m": "\\x1b[31mred\\x1b[0m",
    "\u202eevil\u202c": "\\u202eevil\\u202c",
    "a\x00b\x85c\ufffe": "a\\x00b\\x85c\\ufffe",
}


def plain() -> Document:
    """One of every block, with every style."""
    columns = (Column("Name", 2), Column("What", 3), Column("Where", 1))
    first = ((Run("Acme Cloud", Style.STRONG),), (Run("Seat: ", Style.LABEL), Run("Ireland")))
    nested = ((Run("Nimbus", Style.STRONG),), (Run("Seat: ", Style.LABEL), Run("unknown", Style.MISSING)))
    rest = ((line("Hosting"),), (line("Germany"), line("Belgium")))
    return document(
        Paragraph(line("A first sentence.")),
        Heading("Who"),
        Fields("Who", (("Name", (line("Acme"),)), ("Address", (line("1 Road"), line("Berlin"))))),
        Heading("Others"),
        Heading("Hosting", 2),
        Table("Hosting", columns, (Row((first, *rest)), Row((nested, *rest), level=1))),
    )


def drawn() -> Document:
    """One picture under a heading."""
    return document(Heading("Flows"), drawing("From <us> to {{all}}", "Flows, drawn"))


def everywhere(text: str) -> Document:
    """The text in the title, the footer, headings, fields, column titles and cells."""
    cells = ((line(text),), (line("left"), (Run(text, Style.STRONG), Run("|"), Run(text, Style.MISSING))))
    return document(
        Heading(text),
        Paragraph(line(text)),
        Fields(text, ((text, (line(text),)),)),
        Heading(text, 2),
        Table(text, (Column(text[:80], 1), Column("Second", 1)), (Row(cells), Row(cells, level=1))),
        drawing(text, text),
        title=text,
    )


def drawing(alt: str, caption: str) -> Picture:
    """A picture of two pixels, wider than high."""
    return Picture(svg=lambda: SVG, png=lambda: PNG, alt=alt, caption=caption)


def document(*blocks: Block, title: str = "List of things") -> Document:
    return Document(
        title=title,
        language="en-GB",
        day=date(2026, 11, 23),
        author=f"{title} Ltd",
        footer=f"{title[:80]} · foot",
        page="Page {page} of {pages}",
        blocks=blocks,
    )
