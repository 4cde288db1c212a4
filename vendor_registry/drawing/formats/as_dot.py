"""The pictures in Graphviz's DOT language, one graph a page."""

from vendor_registry.drawing.album import Album, graphs
from vendor_registry.drawing.layout.dot_source import dot


def write(album: Album) -> bytes:
    """DOT text, UTF-8. Pages that are tables are left out; raises UsageError where there is no other."""
    return "\n".join(dot(page.picture) for page in graphs(album)).encode()
