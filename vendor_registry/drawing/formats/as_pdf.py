"""The pages as PDF: each drawing on a sheet of its own, then its tables as real tables."""

from vendor_registry.drawing import paper
from vendor_registry.drawing.album import Album
from vendor_registry.drawing.formats import as_svg


def write(album: Album) -> bytes:
    """The pages. Raises UsageError where the engine is not installed, FailureError where it fails."""
    return paper.pdf(album, [as_svg.for_paper((page,)) for page in album.pages])
