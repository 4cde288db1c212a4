"""Parts of a page that fold out: how deep their headings stand, and where they end."""

from collections.abc import Iterable, Iterator

from vendor_registry.intake.lists.formats.page import Block, Heading

FOLD, UNFOLD = 0, -1  # levels of the headings with which such a part begins and ends, until it is known how deep


def nested(found: Iterable[Block]) -> Iterator[Block]:
    """Blocks with the words on which a part folds out below the heading before, and above all headings within.

    A heading without words ends such a part: what follows stands where it stood before.
    """
    folds: list[tuple[int, list[int]]] = []
    above: list[int] = []  # levels of the headings under which a block stands
    for block in found:
        if not isinstance(block, Heading):
            yield block
            continue
        if block.level == UNFOLD:
            level, above = folds.pop()
            yield Heading(level, block.text, block.place)
            continue
        level = block.level + (folds[-1][0] if folds else 0)
        if block.level == FOLD:
            level = max(above, default=0) + 1
            folds.append((level, above))
        above = [*(one for one in above if one < level), level]
        yield Heading(level, block.text, block.place)
