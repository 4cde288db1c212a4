"""The formats of diagrams, in the order people see.

To add one: a module as_<name>.py with `write(picture, engine) -> bytes`, and a line here. Writers are named, not
imported: a text format has no use for an engine or a typesetter.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """How a diagram leaves: `module.write(picture, engine)` gives the bytes of a file with this suffix."""

    name: str
    suffix: str
    text: bool  # whether it can be shown on a terminal
    module: str


_FOLDER = "vendor_registry.drawing."

FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format("svg", ".svg", True, _FOLDER + "as_svg"),
        Format("png", ".png", False, _FOLDER + "as_png"),
        Format("pdf", ".pdf", False, _FOLDER + "as_pdf"),
        Format("dot", ".dot", True, _FOLDER + "as_dot"),
        Format("mermaid", ".mermaid", True, _FOLDER + "as_mermaid"),
        Format("json", ".json", True, _FOLDER + "as_json"),
    )
}
