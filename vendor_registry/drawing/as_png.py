"""The picture as a PNG image of the whole page, tables included."""

from vendor_registry.drawing import as_svg, paper
from vendor_registry.drawing.picture.picture import Picture


def write(picture: Picture, engine: str) -> bytes:
    """The image. Raises UsageError where the engine is not installed, FailureError where it fails."""
    return paper.png(picture, as_svg.write(picture, engine))
