"""An SVG page as PNG or PDF, in our own fonts (door to typst)."""

import json
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from typing import Literal

import typst

from vendor_registry.drawing.picture.picture import Picture
from vendor_registry.drawing.picture.tables import Table, tables
from vendor_registry.model.origin import FailureError

PIXELS_PER_INCH = 144  # an SVG unit is 1/96 inch, so a PNG has three pixels for two units


def pdf(picture: Picture, svg: bytes) -> bytes:
    """The drawing on the first page, A3, its tables as real tables on the next; tagged for screen readers."""
    return _typeset(picture, svg, "pdf", tables(picture))


def png(picture: Picture, svg: bytes) -> bytes:
    """The page as one image."""
    return _typeset(picture, svg, "png", ())


def _typeset(picture: Picture, svg: bytes, format_: Literal["pdf", "png"], below: tuple[Table, ...]) -> bytes:
    day = date.fromisoformat(picture.as_of)
    values = {
        "title": f"{picture.title}, {picture.company}, {picture.as_of}",
        "description": picture.description,
        "paper": format_ == "pdf",
        "tables": [
            {"title": one.title, "columns": one.columns, "shares": one.shares, "rows": one.rows} for one in below
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
                sys_inputs={"sheet": json.dumps(values, ensure_ascii=False), "picture": svg.decode()},
                timestamp=int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()),
            )
        except typst.TypstError as error:
            raise FailureError(f"The picture could not be written as {format_.upper()}: {error}") from error
