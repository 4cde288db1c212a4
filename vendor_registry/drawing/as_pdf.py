"""The picture as PDF: the drawing on one sheet, its tables on the next."""

from vendor_registry.drawing import as_svg, paper
from vendor_registry.drawing.picture.picture import Picture


def write(picture: Picture, engine: str) -> bytes:
    """The pages. Raises UsageError where the engine is not installed, FailureError where it fails."""
    return paper.pdf(picture, as_svg.page(picture, engine, with_tables=False))
