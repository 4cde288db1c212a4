"""The tables under a picture, in words: the findings it shows, and all flows."""

from dataclasses import dataclass

from vendor_registry.drawing.picture.picture import Mark, Picture

_MARK_WORDS = {Mark.NONE: "", Mark.GAP: "?", Mark.BROKEN: "broken"}


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, columns with their share of the width, and rows of texts."""

    title: str
    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(picture: Picture) -> tuple[Table, ...]:
    """The tables that have rows."""
    return tuple(table for table in (_findings(picture), _flows(picture)) if table.rows)


def _findings(picture: Picture) -> Table:
    return Table(
        title="Findings shown in the picture",
        columns=("Sign", "Finding"),
        shares=(0.06, 0.94),
        rows=tuple((remark.sign, remark.text) for remark in picture.remarks),
    )


def _flows(picture: Picture) -> Table:
    return Table(
        title="Flows",
        columns=("No.", "Finding", "From", "To", "Personal data", "Ground", "Written in"),
        shares=(0.035, 0.065, 0.22, 0.15, 0.25, 0.17, 0.11),
        rows=tuple(
            (
                row.number,
                ", ".join(row.signs) or _MARK_WORDS[row.mark],
                row.source,
                row.target,
                row.data,
                row.ground,
                row.place,
            )
            for row in picture.rows
        ),
    )
