"""What a document says of itself to programs: from which register it follows, and what was asked for.

Every writer puts the seal where its format keeps what is said of a file; `vendors verify` reads it there. It is one
line of JSON in ASCII without any sign that a format takes for mark-up, so that all formats carry it as it is.
"""

import hashlib
import html
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from vendor_registry.documents.document import Document
from vendor_registry.documents.formats.as_json import values
from vendor_registry.documents.parts.phrases import Phrases

_SHOWN = 12  # digits of a digest that people are shown; 48 bits
_VERSION = 1
_MARK_UP = re.compile("[<>&']")
_DESCRIPTION = re.compile(r'<dc:description>(?:<rdf:Alt><rdf:li xml:lang="x-default">)?(\{[^<]*)<')
_METADATA = re.compile(rf"\nstream\r?\n<\?xpacket (?:(?!endstream).)*?{_DESCRIPTION.pattern}", re.DOTALL)
_PLACES = (  # where the formats keep it, by how a file begins; no text of the register can stand there
    (b"PK", (_DESCRIPTION,)),
    (b"%PDF", (_METADATA,)),
    (b"<!DOCTYPE html>", (re.compile(r'<meta name="vendors-seal" content="([^"]*)"'),)),
)
_AT_THE_END = (re.compile(r"\n<!-- vendors-seal: (.*) -->\s*\Z"), re.compile(r"\nvendors-seal: (.*)\s*\Z"))
_CORE = "docProps/core.xml"  # of Word and Excel files (ECMA-376 Part 2, 11)
_LARGEST = 1_000_000  # bytes of a description; more is no document of ours


@dataclass(frozen=True, kw_only=True)
class Seal:
    """`register`: SHA-256 of the rows it was made from, as the ledger has it; `content`: of what the document says."""

    document: str  # which one: "annex"
    request: Mapping[str, Any]  # the options that were given, by their names
    register: str
    content: str


def sealed(document: Document, kind: str, request: Mapping[str, Any], register: str, phrases: Phrases) -> Document:
    """The document with the register's digest in its foot, and its seal."""
    content = content_of(document)  # the foot tells of the register, which changes more often than what is said here
    foot = phrases.say("document.register", footer=document.footer, digest=short(register))
    shown = replace(document, footer=foot)
    seal = Seal(document=kind, request=dict(request), register=register, content=content)
    return replace(shown, seal=_written(seal))


def short(digest: str) -> str:
    """The beginning of a digest, as people are shown it."""
    return digest[:_SHOWN]


def content_of(document: Document) -> str:
    """The digest of all that a document says, whatever its format."""
    said = json.dumps(values(replace(document, seal="")), sort_keys=True)
    return hashlib.sha256(said.encode("ascii")).hexdigest()


def read_seal(content: bytes) -> Seal | None:
    """The seal of a file in any of our formats; None for a file that has none, or none that can be understood."""
    text = _description(content) if content.startswith(b"PK") else content.decode("utf-8", "ignore")
    if text.startswith("{"):
        return _understood(text, "seal")
    places = next((places for start, places in _PLACES if content.startswith(start)), _AT_THE_END)
    found = next((found for place in places if (found := place.search(text))), None)
    return _understood(html.unescape(found[1])) if found else None


def _written(seal: Seal) -> str:
    said = {
        "vendors": _VERSION,
        "document": seal.document,
        "register": seal.register,
        "content": seal.content,
        "request": seal.request,
    }
    inert = _MARK_UP.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(said))
    return inert.replace("--", "-\\u002d")


def _description(content: bytes) -> str:
    """What a Word or Excel file says of itself; "" for any other zip."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as file:
            whole = file.getinfo(_CORE).file_size <= _LARGEST
            return file.read(_CORE).decode("utf-8", "ignore") if whole else ""
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError):
        return ""


def _understood(text: str, inside: str = "") -> Seal | None:
    try:
        said = json.loads(text)
        said = said[inside] if inside else said
        if said["vendors"] != _VERSION or not isinstance(said["request"], dict):
            return None
        texts = {name: str(said[name]) for name in ("document", "register", "content")}
        return Seal(request=said["request"], **texts)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
