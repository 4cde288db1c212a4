"""Every format of published lists. To add one: a file with `read(raw, name)`, and a line in READERS."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath

from vendor_registry.intake.lists.dialects.endings import ENDINGS
from vendor_registry.intake.lists.formats.other_kinds import refuse_other_kinds
from vendor_registry.intake.lists.formats.page import Block
from vendor_registry.intake.lists.formats.text import refuse_long
from vendor_registry.model.text.origin import UsageError

PACKED = b"PK\x03\x04"  # a workbook or a document, which have limits of their own
Reader = Callable[[bytes, str], list[Block]]

_ROOM = "vendor_registry.intake.lists.formats"
READERS = {  # format: (its file, the endings of its files); loaded when asked for
    "md": ("read_markdown", (".md", ".mdx", ".markdown", *ENDINGS)),
    "txt": ("read_text", (".txt", ".text")),
    "html": ("read_html", (".html", ".htm", ".xhtml")),
    "json": ("read_json", (".json",)),
    "js": ("read_js", (".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".tsx")),
    "yaml": ("read_yaml", (".yaml", ".yml")),
    "docx": ("read_docx", (".docx", ".docm")),
    "csv": ("read_table", (".csv", ".tsv")),
    "xlsx": ("read_table", (".xlsx", ".xlsm", ".xls", ".ods")),
}


def format_of(raw: bytes, name: str, wanted: str = "") -> str:
    """The format of a list: as asked for, else by the ending of its name, else by how it begins. Raises UsageError."""
    if wanted:
        if wanted not in READERS:
            raise UsageError(f'"{wanted}" is no format of lists; choose one of {", ".join(READERS)}.')
        return wanted
    ending = PurePath(name).suffix.lower()
    by_ending = (kind for kind, (_, endings) in READERS.items() if ending in endings)
    return next(by_ending, "") or _sniffed(raw)


def read(raw: bytes, name: str, kind: str) -> list[Block]:
    """The blocks of a list; raises RefusedError where it cannot be read."""
    refuse_other_kinds(raw, name, kind)
    if not raw.startswith(PACKED):
        refuse_long(raw, name)
    reader: Reader = import_module(f"{_ROOM}.{READERS[kind][0]}").read
    return reader(raw, name)


def _sniffed(raw: bytes) -> str:
    start = raw[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if raw.startswith(PACKED):
        return "docx" if b"word/" in raw else "xlsx"
    if start.startswith((b"{", b"[")) and not start.startswith((b"{|", b"[cols", b"[options", b"[%")):
        return "json"
    if start.startswith(b"<"):
        return "html"
    first = start.split(b"\n", 1)[0]
    marked = (
        first.startswith((b"#", b"|", b"*", b"---", b"- ", b"{|", b"=", b"..", b"+-", b"["))
        or b"\n#" in start
        or b"\n|" in start
    )
    return "csv" if not marked and (b"," in first or b";" in first or b"\t" in first) else "md"
