"""Where rows stand in a sheet, revision after revision: what of it stays, what comes, what goes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vendor_registry.model.text.sheet import Row
from vendor_registry.store.ranks import kept, ranked

Placed = tuple[int, str]  # lines from the row before, and the digest of the cells


@dataclass(frozen=True, slots=True)
class Standing:
    """A row in its place."""

    rank: str
    gap: int
    digest: str

    @property
    def placed(self) -> Placed:
        return (self.gap, self.digest)


@dataclass(frozen=True, slots=True)
class Step:
    """From one state of a sheet to the next."""

    coming: tuple[Standing, ...]
    going: tuple[Standing, ...]


def step(before: Sequence[Standing], rows: Sequence[Placed]) -> Step:
    """What comes and what goes, so that the rows stand in this order; `before` by rank."""
    stays = kept([one.placed for one in before], rows)
    ranks = ranked([before[stays[place]].rank if place in stays else None for place in range(len(rows))])
    left = set(stays.values())
    return Step(
        coming=tuple(Standing(ranks[place], *rows[place]) for place in range(len(rows)) if place not in stays),
        going=tuple(one for place, one in enumerate(before) if place not in left),
    )


def gaps(lines: Iterable[int]) -> Iterator[int]:
    """Lines from the row before, of rows by the lines on which they begin."""
    last = 0
    for line in lines:
        yield line - last
        last = line


def rows_of(placed: Iterable[tuple[int, tuple[str, ...]]]) -> Iterator[Row]:
    """Rows with their lines, of what stands in them and the lines from the row before."""
    line = 0
    for gap, values in placed:
        line += gap
        yield Row(line, values)
