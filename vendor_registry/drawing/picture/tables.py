"""The tables under a picture, in words: the findings it shows, and all flows."""

from dataclasses import dataclass

from vendor_registry.drawing.picture.picture import GridCell, Mark, Picture


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, columns with their share of the width, and rows of texts."""

    title: str
    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


def title_block(picture: Picture) -> str:
    """Whose picture, of which day, drawn from what, in one line of text."""
    words = picture.words
    day = words.say("block.as_of_within", day=picture.day) + (f", {page_count(picture)}" if picture.pages > 1 else "")
    about = (picture.company, day, picture.source, picture.rules, picture.filter)
    return " · ".join(part for part in about if part)


def page_count(picture: Picture) -> str:
    """Which page of how many."""
    return picture.words.say("block.page", page=picture.number, pages=picture.pages)


def marked(picture: Picture, cell: GridCell) -> str:
    """What is wrong in a cell of a grid, in a word."""
    return picture.words.say(f"mark.{cell.mark}") if cell.mark else ""


def tables(picture: Picture) -> tuple[Table, ...]:
    """The tables that have rows."""
    return tuple(table for table in (_findings(picture), _flows(picture)) if table.rows)


def _findings(picture: Picture) -> Table:
    words = picture.words
    return Table(
        title=words.say("table.findings"),
        columns=(words.say("table.sign"), words.say("table.finding")),
        shares=(0.06, 0.94),
        rows=tuple((remark.sign, words.original(remark.text)) for remark in picture.remarks),
    )


def _flows(picture: Picture) -> Table:
    columns = ("number", "finding", "from", "to", "data", "ground", "written_in")
    return Table(
        title=picture.words.say("table.flows"),
        columns=tuple(picture.words.say(f"table.{one}") for one in columns),
        shares=(0.035, 0.065, 0.22, 0.15, 0.25, 0.17, 0.11),
        rows=tuple(
            (
                row.number,
                ", ".join(row.signs) or _mark(picture, row.mark),
                row.source,
                row.target,
                row.data,
                row.ground,
                row.place,
            )
            for row in picture.rows
        ),
    )


def _mark(picture: Picture, mark: Mark) -> str:
    return {Mark.NONE: "", Mark.GAP: "?", Mark.BROKEN: picture.words.say("mark.broken")}[mark]
