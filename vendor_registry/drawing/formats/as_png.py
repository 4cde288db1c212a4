"""The pages as one PNG image, one below another, without their tables: those never shrink a picture."""

from vendor_registry.drawing import paper
from vendor_registry.drawing.album import Album
from vendor_registry.drawing.formats import as_svg
from vendor_registry.drawing.svg.theme import Theme


def write(album: Album, theme: Theme = Theme.LIGHT) -> bytes:
    """The image. Raises UsageError where the engine is not installed, FailureError where it fails."""
    return paper.png(album, as_svg.for_paper(album.pages, theme))
