"""HTML as published on a website."""

from vendor_registry.intake.lists.formats.markup import blocks
from vendor_registry.intake.lists.formats.page import Block
from vendor_registry.intake.lists.formats.text import text_of_file


def read(raw: bytes, name: str) -> list[Block]:
    """The blocks of a page; raises RefusedError where it cannot be read as text."""
    return blocks(text_of_file(raw, name))
