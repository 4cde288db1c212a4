"""Another list, of whichever kind > what it says. The kind is recognised by the content, not by the name of the file.

To add a kind: a file with a reader, and a line in KINDS and in the recogniser of what it is written in.
"""

import csv
import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from vendor_registry.intake.inventories import cookies, cyclonedx, hosts, prose, published, scanners, terraform
from vendor_registry.intake.inventories.json_file import json_of
from vendor_registry.intake.inventories.sighting import KnownNames
from vendor_registry.intake.lists.formats import readers
from vendor_registry.intake.lists.formats.text import refused, text_of_file
from vendor_registry.model.ledger.mention import Inventory
from vendor_registry.model.text.origin import UsageError

KINDS = ("list", "terraform", "hosts", "cookies", "bearer", "privado", "cyclonedx", "text")
_PAPERS = ("md", "txt", "html", "docx")
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_RECORD = re.compile(
    r"records? of processing|processing activit|verzeichnis von verarbeitung|verarbeitungstätigkeit|"
    r"registre des (?:activités de )?traitement|registro de (?:las )?actividades",
    re.IGNORECASE,
)  # Art. 30: its rows are activities, and vendors stand in one of their cells
_OF_JSON: dict[str, tuple[Callable[[Any], bool], Callable[[Any, str, KnownNames], Inventory]]] = {
    "cyclonedx": (cyclonedx.is_bill, cyclonedx.read),
    "terraform": (terraform.is_terraform, terraform.read),
    "bearer": (scanners.is_bearer, scanners.read_bearer),
    "privado": (scanners.is_privado, scanners.read_privado),
    "cookies": (cookies.is_cookies, cookies.read_json),
    "hosts": (hosts.is_hosts_json, hosts.read_json),
}


def read(raw: bytes, file: str, wanted: str, known: KnownNames) -> Inventory:
    """What a list says. `wanted`: its kind where somebody said it, else "".

    Raises RefusedError where it cannot be read, UsageError for a kind that is none, or that this file is not.
    """
    if wanted and wanted not in KINDS:
        raise UsageError(f'"{wanted}" is no kind of list; choose one of {", ".join(KINDS)}.')
    if raw.lstrip()[:5] == b"%PDF-":
        raise refused(
            file, 0, "a PDF is not read", "Save its text, for example with pdftotext -layout, and hand in that."
        )
    if wanted == "list" or (not wanted and raw.startswith(_PACKED)):
        return published.read(raw, file, known) if wanted else _page(raw, file, known)
    if wanted == "text":
        return _text(raw, file, known)
    found = _json(raw, file, wanted, known) if _looks_like_json(raw) else _lines(raw, file, wanted, known)
    if found:
        return found
    if wanted:
        raise UsageError(f'"{file}" is not of the kind {wanted}; leave --as out, and it is told what it is taken for.')
    return _page(raw, file, known)


def _looks_like_json(raw: bytes) -> bool:
    return raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _json(raw: bytes, file: str, wanted: str, known: KnownNames) -> Inventory | None:
    value = json_of(raw, file)
    for kind, (is_one, reader) in _OF_JSON.items():
        if wanted in ("", kind) and is_one(value):
            return reader(value, file, known)
    return None


def _lines(raw: bytes, file: str, wanted: str, known: KnownNames) -> Inventory | None:
    text = text_of_file(raw, file)
    if "http://cyclonedx.org/schema/bom" in text[:2000]:
        raise refused(file, 0, "this bill of materials is XML", "Convert it: cyclonedx convert --output-format json.")
    titles = next(csv.reader([text.lstrip("\n").split("\n", 1)[0]], delimiter=hosts.delimiter_of(text)), [])
    ways: list[tuple[str, bool, Callable[[str, str, KnownNames], Inventory]]] = [
        ("cookies", text.startswith(cookies.NETSCAPE), cookies.read_netscape),
        ("bearer", f"\n{scanners.BEARER_TITLES}" in f"\n{text}", scanners.read_bearer_table),
        ("cookies", cookies.is_cookie_table(titles), cookies.read_table),
        ("hosts", len(titles) > 1 and hosts.is_hosts_table(titles), hosts.read_table),
        ("hosts", hosts.is_hosts(text), hosts.read),
        ("hosts", len(titles) == 1 and hosts.is_hosts_table(titles), hosts.read_table),
    ]
    return next((reader(text, file, known) for kind, fits, reader in ways if wanted in ("", kind) and fits), None)


def _page(raw: bytes, file: str, known: KnownNames) -> Inventory:
    """A published list where it clearly is one, else a paper; data and tables are lists always."""
    kind = readers.format_of(raw, file)
    if kind not in _PAPERS and not (kind == "csv" and PurePath(file).suffix.lower() not in (".csv", ".tsv")):
        return published.read(raw, file, known)
    record = not raw.startswith(_PACKED) and _RECORD.search(raw[:20_000].decode("utf-8", "ignore"))
    return (None if record else published.tried(raw, file, known)) or _text(raw, file, known)


def _text(raw: bytes, file: str, known: KnownNames) -> Inventory:
    kind = readers.format_of(raw, file)
    found = prose.read(readers.read(raw, file, "txt" if kind == "csv" else kind), file, known)
    if not found.mentions:
        hint = "Say what it is with --as, if it is a list: " + ", ".join(KINDS) + "."
        raise refused(file, 0, "no third party is named in this file", hint)
    return found
