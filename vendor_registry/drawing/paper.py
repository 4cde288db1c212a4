"""An SVG page as PNG or PDF, in our own fonts (door to typst)."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from typing import Literal

import typst

from vendor_registry.drawing.album import Album
from vendor_registry.drawing.picture.tables import tables
from vendor_registry.model.text.origin import FailureError

PIXELS_PER_INCH = 144  # an SVG unit is 1/96 inch, so a PNG has three pixels for two units


def pdf(album: Album, pictures: Sequence[bytes]) -> bytes:
    """Each drawing on a sheet, its tables as real tables on the next; bookmarks, tags, a text for each drawing."""
    return _typeset(album, [svg.decode() for svg in pictures], "pdf")


def png(album: Album, svg: bytes) -> bytes:
    """The pages as one image."""
    return _typeset(album, [svg.decode()], "png")


def _typeset(album: Album, pictures: Sequence[str], format_: Literal["pdf", "png"]) -> bytes:
    first = album.pages[0].picture
    day = date.fromisoformat(first.as_of)
    values = {
        "title": f"{first.title}, {first.company}, {first.day}",
        "language": first.words.language,
        "paper": album.pages[0].target.paper or "a3" if format_ == "pdf" else "",
        "pages": [
            {
                "title": page.picture.title,
                "description": page.picture.description,
                "tables": [
                    {"title": one.title, "columns": one.columns, "shares": one.shares, "rows": one.rows}
                    for one in tables(page.picture)
                ],
            }
            for page in album.pages
        ],
    }
    template = files("vendor_registry.drawing").joinpath("page.typ").read_bytes()
    with as_file(files("vendor_registry").joinpath("fonts")) as fonts:
        try:
            return typst.compile(
                template,
                format=format_,
                ppi=PIXELS_PER_INCH,
                font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(fonts)]),
                sys_inputs={"sheet": json.dumps(values, ensure_ascii=False), "pictures": json.dumps(pictures)},
                timestamp=int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()),
            )
        except typst.TypstError as error:
            raise FailureError(f"The picture could not be written as {format_.upper()}: {error}") from error
