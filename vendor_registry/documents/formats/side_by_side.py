"""Which lists of fields stand beside each other on a wide page, so that what follows gets a place on it."""

from collections.abc import Sequence

from vendor_registry.documents.document import Block, Fields, Heading

_PAIR = 4  # blocks: a heading with its fields, and another


def pairs(blocks: Sequence[Block]) -> list[int]:
    """The places at which two narrow lists of fields begin, each below a heading of the first level."""
    found: list[int] = []
    for number in range(len(blocks) - _PAIR + 1):
        title, one, other_title, other = blocks[number : number + _PAIR]
        headed = all(isinstance(head, Heading) and head.level == 1 for head in (title, other_title))
        narrow = all(isinstance(fields, Fields) and fields.narrow for fields in (one, other))
        if headed and narrow and not (found and number < found[-1] + _PAIR):
            found.append(number)
    return found
