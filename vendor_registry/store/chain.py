"""Digests: what was published is known by them, and each revision by the one before it as well.

All are SHA-256 over JSON with sorted keys, written without blanks, in UTF-8.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from vendor_registry.model.text.sheet import Row, Sheet


@dataclass(frozen=True, slots=True)
class SheetDigest:
    """What a revision's digest says of one of its sheets."""

    file: str
    sha256: str
    header: Sequence[str]
    rows: str


def digest_of_cells(cells: Mapping[str, str]) -> str:
    """Of one row, by column header."""
    return _digest(cells)


def digest_of_rows(placed: Iterable[tuple[int, str]]) -> str:
    """Of a sheet's rows in their order: lines from the row before, and the digest of the cells."""
    return hashlib.sha256("\n".join(f"{gap} {digest}" for gap, digest in placed).encode()).hexdigest()


def digest_of_content(digests: Iterable[str]) -> str:
    """Of all rows whatever their order, to see that nothing changed."""
    return hashlib.sha256("\n".join(sorted(digests)).encode()).hexdigest()


def content_of(sheets: Iterable[Sheet]) -> str:
    """The digest of all rows, whatever their order: two registers with the same one say the same."""
    return digest_of_content(digest_of_cells(cells_of(sheet, row)) for sheet in sheets for row in sheet.rows)


def cells_of(sheet: Sheet, row: Row) -> dict[str, str]:
    """One row by column header."""
    return dict(zip(sheet.header, row.values, strict=True))


def digest_of_revision(
    *,
    number: int,
    published_at: datetime,
    note: str,
    author: str,
    effective: date | None,
    content: str,
    sheets: Iterable[SheetDigest],
    previous: str,
) -> str:
    """Of everything that a revision says; `previous` is the digest of the one before, "" for the first."""
    return _digest(
        {
            "number": number,
            "published_at": published_at.astimezone(UTC).isoformat(),
            "note": note,
            "author": author,
            "effective": effective.isoformat() if effective else None,
            "content": content,
            "sheets": [[one.file, one.sha256, list(one.header), one.rows] for one in sheets],
            "previous": previous,
        }
    )


def digest_of_record(what: str, said: Mapping[str, object], previous: str) -> str:
    """Of a record, such as a notice; `previous` is the digest of the one before, "" for the first."""
    return _digest({"what": what, "said": said, "previous": previous})


def _digest(value: object) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
