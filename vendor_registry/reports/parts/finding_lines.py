"""What a person is told of one finding: the sentence, the chain that proves it, the ways around, the mend."""

from collections.abc import Iterator, Sequence

from vendor_registry.model.findings.finding import Finding, Hop
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.parts.chain_words import carried, claimed, routes
from vendor_registry.reports.parts.tally import aside
from vendor_registry.reports.parts.wrapping import LABEL, WIDTH, unbroken, wrapped

_MARGIN = " " * (4 + LABEL)
_WIDEST = 40  # a column no cell of which is longer is aligned; a longer cell sticks out


def heading(finding: Finding) -> str:
    """The cell first, so that editors and terminals can jump to it."""
    return visible("  ".join(filter(None, (str(finding.cell), finding.verdict, aside(finding)))))


def body(finding: Finding, width: int = WIDTH) -> Iterator[str]:
    """The lines below the heading."""
    yield from wrapped("", visible(finding.message), width=width)
    yield from _chain("path", finding.witness, finding, width)
    for chain in finding.more_witnesses:
        yield from _chain("also", chain, finding, width)
    told = (
        ("routes", "" if _plain(finding) else routes(finding)),
        ("see", unbroken(_beside(finding))),
        ("mend", finding.mend),
    )
    yield from (line for label, text in told for line in wrapped(label, visible(text), width=width))


def _plain(finding: Finding) -> bool:
    """Whether the chain above says all of the routes: there is one, of one flow."""
    return finding.routes == 1 and len(finding.witness) == 1


def _beside(finding: Finding) -> Iterator[str]:
    """Other cells; those of the finding's own row by their column."""
    for cell in finding.related:
        own_row = (cell.file, cell.line) == (finding.cell.file, finding.cell.line)
        yield f"[{cell.column}]" if own_row and cell.column else str(cell)


def _chain(label: str, chain: tuple[Hop, ...], finding: Finding, width: int) -> Iterator[str]:
    """Each hop on a line of its own: who gets, what travels, on which claim, and the cell; marked where a cut helps.

    On a terminal too narrow for that the cell stands below.
    """
    if not chain:
        return
    region = f"  (data region {finding.home})" if finding.home else ""
    yield f"    {label.ljust(LABEL)}{visible(chain[0].flow.source + region)}"
    rows = [tuple(map(visible, (hop.flow.target, carried(hop), claimed(hop), str(hop.flow.cell)))) for hop in chain]
    widths = [_width(column) for column in zip(*rows, strict=True)]
    marks = ["  <- cut here" if hop.flow in finding.cut else "" for hop in chain]
    lines = [f"{_MARGIN}-> {_aligned(row, widths)}{mark}" for row, mark in zip(rows, marks, strict=True)]
    if width < WIDTH and max(map(len, lines)) > width:
        below = (f"{_MARGIN}   at {row[-1]}{mark}" for row, mark in zip(rows, marks, strict=True))
        lines = [
            f"{_MARGIN}-> {'  '.join(filter(None, row[:-1]))}\n{cell}" for row, cell in zip(rows, below, strict=True)
        ]
    yield from lines


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (text.ljust(width) for text, width in zip(row, widths, strict=True) if width)
    return "  ".join(cells).rstrip()


def _width(column: Sequence[str]) -> int:
    return min(max(map(len, column)), _WIDEST)
