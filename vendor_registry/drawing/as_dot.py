"""The picture in Graphviz's DOT language."""

from vendor_registry.drawing.layout.dot_source import dot
from vendor_registry.drawing.picture.picture import Picture


def write(picture: Picture, engine: str) -> bytes:
    """DOT text, UTF-8. No engine is needed."""
    return dot(picture).encode()
