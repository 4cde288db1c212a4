"""Writes vendor_registry/documents/templates/document.docx afresh: python docs/make_word_template

The template may as well be changed in Word; docs/word_template.md says what must stay. Running this undoes that.
"""

import sys
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from blocks import body
from look import footer, hyphenated, lighten, modern, numbered, page, styles

TEMPLATE = Path(__file__).parents[2] / "vendor_registry" / "documents" / "templates" / "document.docx"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def template() -> bytes:
    word: Any = docx.Document()
    for step in (lighten, modern, page, styles, hyphenated, numbered, footer, body, properties):
        step(word)
    file = BytesIO()
    word.save(file)
    return with_fixed_dates(file.getvalue())


def properties(word: Any) -> None:
    core = word.core_properties
    core.title, core.author, core.last_modified_by, core.comments, core.keywords = "Document", "", "", "", ""
    core.created = core.modified = LONG_AGO


def with_fixed_dates(content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(0 if TEMPLATE.write_bytes(template()) else 1)
