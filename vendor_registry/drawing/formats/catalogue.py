"""The formats of diagrams, in the order people see.

To add one: a module as_<name>.py with `write(album) -> bytes`, and a line here. Writers are named, not
imported: a text format has no use for an engine or a typesetter.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Format(NamedTuple):
    """How a diagram leaves: `module.write(album)` gives the bytes of a file with this suffix."""

    name: str
    suffix: str
    text: bool  # whether it can be shown on a terminal
    module: str
    drawn: bool = False  # whether it needs to know where everything stands
    supplemented: bool = False  # shows other days and entries of the annex: `module.write(album, Supplement(...))`
    themed: bool = False  # whether it has a dark variant: `module.write(album, module.Theme(...))`


_FOLDER = "vendor_registry.drawing.formats."

FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format("svg", ".svg", True, _FOLDER + "as_svg", drawn=True, themed=True),
        Format("png", ".png", False, _FOLDER + "as_png", drawn=True, themed=True),
        Format("pdf", ".pdf", False, _FOLDER + "as_pdf", drawn=True),
        Format("dot", ".dot", True, _FOLDER + "as_dot"),
        Format("mermaid", ".mermaid", True, _FOLDER + "as_mermaid"),
        Format("d2", ".d2", True, _FOLDER + "as_d2"),
        Format("drawio", ".drawio", True, _FOLDER + "as_drawio", drawn=True),
        Format("json", ".json", True, _FOLDER + "as_json", drawn=True),
        Format("csv", ".csv", True, _FOLDER + "as_csv"),
        Format("md", ".md", True, _FOLDER + "as_md"),
        Format("txt", ".txt", True, _FOLDER + "as_txt"),
        Format("html", ".html", True, _FOLDER + "as_html", drawn=True, supplemented=True),
    )
}
