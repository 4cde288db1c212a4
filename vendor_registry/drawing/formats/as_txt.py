"""The pages as an outline in plain text, for terminals and mail: who stands where, and what each hands to whom."""

from collections.abc import Iterator

from vendor_registry.drawing.album import Album
from vendor_registry.drawing.picture.picture import Box, Grid, Line, Picture
from vendor_registry.drawing.picture.tables import marked, title_block
from vendor_registry.model.register.coverage import ALL

_STEP = "  "


def write(album: Album) -> bytes:
    """UTF-8, one line a party or a flow; texts were cleaned of what would steer a terminal."""
    return "\n".join(line for page in album.pages for line in _page(page.picture)).encode()


def _page(picture: Picture) -> Iterator[str]:
    yield picture.title
    yield title_block(picture)
    yield ""
    if picture.grid:
        yield from _grid(picture, picture.grid)
    yield from _inside(picture, "", "")
    if picture.remarks:
        yield ""
        yield from (f"{remark.sign}  {picture.words.original(remark.text)}" for remark in picture.remarks)
    yield ""
    yield from picture.notes
    yield ""


def _inside(picture: Picture, cluster: str, indent: str) -> Iterator[str]:
    """The boxes and frames directly inside a frame, "" for the page."""
    for box in picture.boxes:
        if box.cluster == cluster:
            yield from _box(picture, box, indent)
    for frame in picture.clusters:
        if frame.parent == cluster:
            yield f"{indent}{frame.title}"
            yield from _inside(picture, frame.id, indent + _STEP)


def _box(picture: Picture, box: Box, indent: str) -> Iterator[str]:
    badge = f"({box.badge}) " if box.badge else ""
    words = picture.words
    zone = f", {words.say('legend.zone', zone=box.zone)}" if box.zone not in ("", ALL) else ""
    status = f"{box.status.sign} " if box.status.sign else ""
    yield f"{indent}{status}{badge}{box.title} [{words.say(f'kind.{box.kind}')}{zone}]"
    yield from (f"{indent}{_STEP}{line}" for line in box.lines)
    titles = {one.id: one.title for one in picture.boxes}
    for line in picture.lines:
        if line.source == box.id:
            yield f"{indent}{_STEP}{_flow(picture, line, titles[line.target])}"
    if box.badges:
        yield f"{indent}{_STEP}-> {', '.join(box.badges)}"


def _flow(picture: Picture, line: Line, target: str) -> str:
    words = picture.words
    data = words.series(row.data for row in picture.rows if row.number == str(line.number))
    mark = words.say(f"mark.{line.mark}").upper() if line.mark else ""
    cut = words.say("mark.cut").upper() if line.cut else ""
    wrong = " ".join(part for part in (mark, *line.signs, cut) if part)
    number = f"{line.status.sign}{line.number}"
    return f"{number} -> {target}: {data} ({line.ground.label(words)}){'  ' + wrong if wrong else ''}"


def _grid(picture: Picture, grid: Grid) -> Iterator[str]:
    """Row by row, what stands in each column that is not empty."""
    for name, cells in zip(grid.rows, grid.cells, strict=True):
        yield name
        for column, cell in zip(grid.columns, cells, strict=True):
            said = ", ".join(line for line in (*cell.lines, marked(picture, cell).upper()) if line)
            if said:
                yield f"{_STEP}{column}: {said}"
