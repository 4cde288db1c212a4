"""What a person is told of several rows at once: the sentence, the rows as a list with their cells, the mend."""

from collections.abc import Collection, Iterator

from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.groups import Group, fact, place
from vendor_registry.reports.parts.tally import aside
from vendor_registry.reports.parts.wrapping import inert, unbroken, wrapped

_INDENT = 4
_GAP = 2  # blanks between two columns, and between a place and what is said of it


def row_lines(group: Group, width: int, begun: Collection[Cell] = ()) -> Iterator[str]:
    """The verdict with how many rows and what is so of them, the rows, and what is to be done.

    `begun` are cells that the report names at its beginning as the first to fill; they are not named again.
    """
    shared = group.first.shared
    if shared is None:
        return
    head = unbroken(filter(None, (group.cell, group.rows, aside(group.first))))
    yield from wrapped("", visible(f"{group.first.verdict}  {head}: {shared.sentence}"), 2, width, hanging=2)
    yield from _in_columns([(" " * _GAP).join(filter(None, entry)) for entry in _entries(group)], width)
    told = (
        ("note", "; ".join(group.notes)),
        ("see", unbroken(cell for cell in group.elsewhere if cell not in begun)),
        ("mend", shared.mend),
    )
    yield from (line for label, text in told for line in wrapped(label, visible(text), width=width))


def _entries(group: Group) -> Iterator[tuple[str, str]]:
    for finding, cells in zip(group.findings, group.every_place, strict=True):
        apart = cells[:1] + tuple(cell for cell in cells[1:] if cell.column not in group.in_each)
        yield visible(place(apart)), visible(fact(finding))


def _in_columns(texts: list[str], width: int) -> Iterator[str]:
    """Down the page in the order of the rows, two short ones side by side."""
    room = width - _INDENT
    left = ""
    for text in texts:
        second = min(max(room // 2, len(left)) + _GAP, room - len(text))
        if left and second >= len(left) + _GAP:
            yield _line(left.ljust(second) + text)
            left = ""
            continue
        yield from [_line(left)] if left else []
        left = text if len(text) < room else ""
        yield from wrapped("", text, _INDENT, width, hanging=_INDENT) if not left else []
    yield from [_line(left)] if left else []


def _line(text: str) -> str:
    """A line of which no blank inside is taken away."""
    return inert(" " * _INDENT + text)
