"""Tables without one header on top: titles in the first column, titles over two rows, several tables in one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from vendor_registry.intake.lists.entries.entry import STANDING, SURE, Choice
from vendor_registry.intake.lists.entries.titles import Meaning, by_title
from vendor_registry.intake.lists.formats.page import Line, Text
from vendor_registry.intake.lists.words.standings import Standing, standing_alone

MOST = 0.6  # of the cells of a first column that have to be titles
TITLE = 60  # characters, at most
BRAND = Text("Vendor")  # the title that a table of comparison leaves out in its corner


def upright(lines: Sequence[Line], named: str, choice: Choice) -> Iterator[list[Line]]:
    """The tables within a table, each with its titles in a row on top.

    `named` is the vendor that the heading above names: a form below it need not say it again; "" where it names none.
    """
    if is_sideways(lines, choice):
        for form in _forms(lines):
            turned = _turned(form)
            titles = [_column(cell.text, choice) for cell in turned[0].cells]
            if not turned[0].cells[0].text and "vendor" not in titles:  # else it only counts them: "Sub-processor 1"
                turned[0] = Line((BRAND, *turned[0].cells[1:]), turned[0].place)
                titles[0] = "vendor"
            if named and "vendor" not in titles:
                turned = [Line((first, *line.cells), line.place) for first, line in _with_name(turned, named)]
            yield turned
        return
    for part in _parts(lines, choice):
        yield _one_header(part, choice)


def is_sideways(lines: Sequence[Line], choice: Choice) -> bool:
    """Whether the first column is one of titles, and no row is."""
    filled = [line for line in lines if line.cells and any(cell.text for cell in line.cells)]
    firsts = [line.cells[0].text for line in filled if line.cells[0].text]
    known = [_column(text, choice) for text in firsts]
    enough = len(set(filter(None, known))) >= 2 and sum(map(bool, known)) >= MOST * len(firsts)
    return enough and not any(_column(cell.text, choice) for line in filled for cell in line.cells[1:])


def _forms(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """A new form begins where the first title comes again."""
    form: list[Line] = []
    for line in lines:
        if form and line.cells and line.cells[0].text and line.cells[0].text == form[0].cells[0].text:
            yield form
            form = []
        if line.cells and any(cell.text for cell in line.cells):
            form.append(line)
    if form:
        yield form


def _turned(lines: Sequence[Line]) -> list[Line]:
    width = max(len(line.cells) for line in lines)
    blank = Text("")
    return [
        Line(tuple(line.cells[at] if at < len(line.cells) else blank for line in lines), lines[0].place)
        for at in range(width)
    ]


def _with_name(lines: Sequence[Line], named: str) -> Iterator[tuple[Text, Line]]:
    for number, line in enumerate(lines):
        yield (BRAND if number == 0 else Text(named)), line


def _parts(lines: Sequence[Line], choice: Choice) -> Iterator[list[Line]]:
    """Cut before each further header, and before the title that stands above it."""
    part: list[Line] = []
    begun = False
    for line in lines:
        if _is_header(line, choice):
            titles: list[Line] = []
            while begun and part and sum(bool(cell.text) for cell in part[-1].cells) <= 1:
                titles.insert(0, part.pop())
            if begun and part:
                yield part
                part = []
            part += titles
            begun = True
        part.append(line)
    if part:
        yield part


def _is_header(line: Line, choice: Choice) -> bool:
    texts = [cell.text for cell in line.cells if cell.text]
    known = [column for column in (_column(text, choice) for text in texts) if column]
    return len(known) >= 2 and "vendor" in known and 2 * len(known) > len(texts)


def _one_header(lines: list[Line], choice: Choice) -> list[Line]:
    """Two rows of titles as one: what stands below is the title, after what stands above where that alone is known."""
    for at, (upper, lower) in enumerate(pairwise(lines[:4])):
        if _is_divided(upper, lower, choice):
            return [*lines[:at], Line(tuple(_both(upper, lower, choice)), upper.place), *lines[at + 2 :]]
        if _is_header(upper, choice):
            break  # what stands below are rows, even where they say "processor"
    return lines


def _is_divided(upper: Line, lower: Line, choice: Choice) -> bool:
    """Whether a row gives titles to parts of the titles above it: it says none anew but under a wider cell."""
    above = [cell.text for cell in upper.cells]
    below = [cell.text for cell in lower.cells]
    if sum(map(bool, above)) < 2 or not any(_column(text, choice) for text in above):
        return False
    new = [text for number, text in enumerate(below) if text and text != (above[number : number + 1] or [""])[0]]
    same = [text for text, over in zip(below, above, strict=False) if text and text == over]
    if new and _is_header(upper, choice) and "vendor" in [_column(text, choice) for text in same]:
        return True  # a title that covers both rows: no vendor has its own name
    wide = len(above) < len(below) or not all(above[: len(below)])
    return wide and len(new) >= 2 and all(len(text) < TITLE for text in new) and any(_column(t, choice) for t in new)


def _both(upper: Line, lower: Line, choice: Choice) -> Iterator[Text]:
    over = ""
    for at in range(max(len(upper.cells), len(lower.cells))):
        above = upper.cells[at].text if at < len(upper.cells) else ""
        below = lower.cells[at].text if at < len(lower.cells) else ""
        over = above or over
        if not below or below == above:
            yield Text(above)
        elif _column(below, choice) or not _column(over, choice):
            yield Text(below)
        else:
            yield Text(f"{over} ({below})")


def _column(text: str, choice: Choice) -> str:
    """What a text means as a title that leaves no doubt; "" for any other."""
    said: Meaning | None = by_title(text.replace("\n", " "), choice.columns) if 0 < len(text) <= TITLE else None
    is_value = said is not None and said.column == STANDING and standing_alone(text) is not Standing.UNCLEAR
    return said.column if said and said.score >= SURE and not is_value else ""  # "Active" stands in cells as well
