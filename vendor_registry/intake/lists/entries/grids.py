"""Tables of a page as entries: which row is the header, which rows are titles, and which tables are no lists."""

import re
from collections.abc import Callable, Mapping, Sequence

from vendor_registry.intake.lists.entries.arrangements import is_sideways, upright
from vendor_registry.intake.lists.entries.entry import (
    ABOUT_VENDORS,
    EXTRA,
    GUESSED,
    LIKELY,
    Choice,
    Findings,
    ListEntry,
    Said,
)
from vendor_registry.intake.lists.entries.phrases import told
from vendor_registry.intake.lists.entries.table_columns import YES_OR_NO, columns_of, name_column, product_column
from vendor_registry.intake.lists.entries.titles import Meaning, by_title
from vendor_registry.intake.lists.formats.page import Line, Table, Text
from vendor_registry.intake.lists.words.grounds import carries_transfers, is_safeguard
from vendor_registry.intake.lists.words.names import is_company, is_name, without_marks
from vendor_registry.intake.lists.words.where import is_place
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.suggestions import fold
from vendor_registry.model.text.counting import abridged

TELLING = ("purpose", "service", "region", "mechanism", "data")
MARKED = frozenset("✓ ✔ ✔️ ✅ x yes y ja oui sí si • ● 1 true".split())
HEADER_WITHIN = 5  # rows
COOKIE = re.compile(r"\bcookies?\b(?! polic)|^cookie", re.IGNORECASE)
NO_TITLES = "has no column of names"


def read_table(table: Table, groups: tuple[str, ...], choice: Choice, findings: Findings) -> None:
    """Add the entries of a table; a table without names of vendors is told and left out."""
    filled = [line for line in table.lines if any(cell.text for cell in line.cells)]
    named = without_marks(groups[-1]) if groups and is_name(groups[-1]) and not ABOUT_VENDORS.search(groups[-1]) else ""
    if not _says_what_it_does(filled, groups, choice):
        findings.remark(table.place, "a table was left out, as it says who a company is, and not what it does")
        return
    for lines in upright(filled, named, choice):
        _read_one(Table(tuple(lines), table.place), groups, choice, findings)


def _says_what_it_does(lines: Sequence[Line], groups: tuple[str, ...], choice: Choice) -> bool:
    """Whether a table is more than a name with its address, as stand under "Contact"; where none says of vendors."""
    if ABOUT_VENDORS.search(" ".join(groups)) or not is_sideways(lines, choice):
        return True
    titles = [by_title(line.cells[0].text, choice.columns) for line in lines]
    return any(said and said.column in TELLING for said in titles)


def _read_one(table: Table, groups: tuple[str, ...], choice: Choice, findings: Findings) -> None:
    lines = table.lines
    at = _header(lines, choice)
    header = lines[at] if at >= 0 else Line((), table.place)
    body = lines[at + 1 :]
    width = max((len(line.cells) for line in lines), default=0)
    titles = [_cell(header, number).text.replace("\n", " ") for number in range(width)]
    rows = [line for line in body if not _is_title(line, width)]
    cells = [[_cell(line, number).text for line in rows] for number in range(width)]
    if any(COOKIE.search(title) for title in titles):
        findings.remark(table.place, "a table was left out, as it is one of cookies")
        return
    found = columns_of(titles, cells, choice.columns)
    if not any(said.column == "vendor" for said in found.values()):
        guessed = name_column(cells, found)
        if guessed is None and ABOUT_VENDORS.search(" ".join(groups)):
            guessed = product_column(titles, found)
        if guessed is None:
            shown = abridged(quote(title) for title in titles if title) or "no titles"
            findings.remark(table.place, f"a table was left out, as it {NO_TITLES} ({shown})")
            return
        found[guessed] = Meaning("vendor", GUESSED)
    findings.titles.update({titles[number]: said.column for number, said in found.items() if number < len(titles)})
    _add(lines[:at], body, titles, found, groups, findings)


def _add(
    above: Sequence[Line],
    body: Sequence[Line],
    titles: Sequence[str],
    found: dict[int, Meaning],
    groups: tuple[str, ...],
    findings: Findings,
) -> None:
    width = max((len(line.cells) for line in body), default=0)
    inner = next((_first(line) for line in reversed(above) if _is_title(line, width)), "")
    names = [number for number, said in found.items() if said.column == "vendor"]
    prose = _prose(body, names[0], found)
    places = _marked(body, titles, found, "region", is_place)
    grounds = _marked(body, titles, found, "mechanism", carries_transfers)
    alone: Line | None = None  # a title below which no row stands yet
    for line in body:
        if _is_title(line, width):
            _tell_alone(alone, findings)
            inner, alone = _first(line), line
            continue
        alone = None
        said = tuple(
            Said(titles[number] if number < len(titles) else "", cell, *_meant(number, found))
            for number, cell in enumerate(line.cells)
            if cell.text
        )
        said += tuple(told(_cell(line, prose).text)) if prose >= 0 else ()
        for column, numbers in (("region", places), ("mechanism", grounds)):
            marked = "\n".join(titles[number] for number in numbers if fold(_cell(line, number).text) in MARKED)
            said += (Said("", Text(marked), column, LIKELY),) if marked else ()
        if _cell(line, names[0]).text:
            findings.entries.append(ListEntry(line.place, said, (*groups, *([inner] if inner else []))))
        else:
            shown = "; ".join(one.text.text.replace("\n", " ") for one in said)
            findings.remark(line.place, f"a row was left out, as it names no vendor: {quote(shown)}")
    _tell_alone(alone, findings)


def _tell_alone(line: Line | None, findings: Findings) -> None:
    if line:
        shown = quote(_first(line))
        findings.remark(
            line.place, f"{shown} is taken for a title, as it stands alone in its row, and no row is below it"
        )


def _marked(
    body: Sequence[Line],
    titles: Sequence[str],
    found: Mapping[int, Meaning],
    column: str,
    is_one: Callable[[str], bool],
) -> list[int]:
    """Columns with a place, or grounds, as their title, and a mark below; none where another says it in words."""
    if any(said.column == column for said in found.values()):
        return []
    open_titles = [n for n in range(len(titles)) if _meant(n, found).column == EXTRA]
    numbers = [n for n in open_titles if is_one(titles[n])]
    answers = MARKED | YES_OR_NO | {"", "-", "–", "—", "✗", "✘", "❌"}
    marked = [n for n in numbers if all(fold(_cell(line, n).text) in answers for line in body)]
    return marked if len(marked) > 1 or (marked and is_safeguard(titles[marked[0]])) else []


def _prose(body: Sequence[Line], name: int, found: Mapping[int, Meaning]) -> int:
    """The one column beside the names, where its title does not say what it holds: what they do, in words; else -1."""
    filled = {number for line in body for number, cell in enumerate(line.cells) if cell.text} - {name}
    unclear = [number for number in filled if _meant(number, found).column in (EXTRA, "subprocessors_url")]
    return unclear[0] if len(filled) == 1 and unclear and not any(_links(body, unclear[0])) else -1


def _links(body: Sequence[Line], number: int) -> list[tuple[str, str]]:
    return [link for line in body for link in _cell(line, number).links]


def _meant(number: int, found: Mapping[int, Meaning]) -> Meaning:
    return found.get(number, Meaning("extra", GUESSED))


def _header(lines: Sequence[Line], choice: Choice) -> int:
    """The row that says most titles that are known, a name among them; -1 where none does."""
    best, most = -1, 0
    for number, line in enumerate(lines[:HEADER_WITHIN]):
        said = [by_title(cell.text.replace("\n", " "), choice.columns) for cell in line.cells if cell.text]
        known = [one for one in said if one]
        named = any(one.column in ("vendor", "legal_name") for one in known)
        if len(said) > 1 and len(known) + named > most and 2 * len(known) >= min(len(said), 4):
            best, most = number, len(known) + named
    first = [cell.text for cell in lines[0].cells] if lines else []
    plain = all(len(text) < 40 and not is_company(text) for text in first)  # of titles, none is a company
    if best < 0 and plain and len(lines) > 2:
        return 0
    return best


def _is_title(line: Line, width: int) -> bool:
    """A row of one cell in a table of several is a title of what follows."""
    return width > 1 and sum(bool(cell.text) for cell in line.cells) == 1 and bool(line.cells[0].text)


def _first(line: Line) -> str:
    return next((cell.text for cell in line.cells if cell.text), "")


def _cell(line: Line, number: int) -> Text:
    return line.cells[number] if number < len(line.cells) else Text("")
