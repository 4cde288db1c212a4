"""How the sheets were read where they could have been read otherwise: each reading once."""

from collections.abc import Iterator

from vendor_registry.intake.columns import BY_HEADER, column
from vendor_registry.intake.words.cells import items
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.country_names import country_code
from vendor_registry.intake.words.details import with_detail
from vendor_registry.intake.words.place_tables import wider_code
from vendor_registry.intake.words.places import region
from vendor_registry.intake.words.suggestions import nearest
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import Cell
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.model.text.unsaid import unsaid
from vendor_registry.rules.policy.require import Require

PLACES = ("region", "access_from")
DECLARED = ("products", "zone", "service", "data_subjects", "data", "condition")  # words of the policy, by key or name


def readings(registry: Registry, policy: Policy) -> Iterator[str]:
    """A sentence for each, in the order of the sheets: how a file is laid out, its titles, then the words of its cells.

    Of the cells those are told that say a place in other words than codes and names of countries, or a word of the
    policy otherwise than by its key, and those that are filled and say nothing; each text once.
    """
    for remark in registry.remarks:
        if remark.on_request:
            yield f"{remark}."
    for sheet in registry.sheets:
        yield f"{sheet.file}: read as {_laid_out(sheet)}."
        for title, name in zip(sheet.titles, sheet.header, strict=False):
            if title != name:
                where = Cell(sheet.file, sheet.header_line, title).place
                yield f"{where}: the column {quote(title)} is read as {name}."
        yield from _cells(sheet, policy)


def _cells(sheet: Sheet, policy: Policy) -> Iterator[str]:
    ours = [(name, cells) for name, cells in zip(sheet.header, sheet.columns, strict=True) if column(name)]
    for name, cells in ours:
        texts: dict[str, int] = {}
        for text, line in zip(cells, sheet.lines, strict=True):
            texts.setdefault(trim(text), line)
        for text, line in texts.items() if name != "key" else ():
            where = Cell(sheet.file, line, name).address or sheet.file
            if unsaid(text):
                yield f"{where} [{name}]: {quote(text)} is read as blank."
            elif text and (meant := _otherwise(name, text, policy)):
                yield f"{where} [{name}]: {quote(text)} is read as {meant}."


def _otherwise(name: str, text: str, policy: Policy) -> str:
    """What is read of a cell that says it in other words; "" where it says so itself."""
    if name in PLACES:
        return _places(text, policy)
    return _keys(name, text, policy) if name in DECLARED else ""


def _keys(name: str, text: str, policy: Policy) -> str:
    """The keys of the policy that a cell means; "" where it has them itself."""
    read = BY_HEADER[name].kind.reader(text, policy)
    found = {read} if isinstance(read, str) else set(read)
    return "" if found == set(items(text)) else "; ".join(sorted(found))


def _places(text: str, policy: Policy) -> str:
    """What is understood of a cell that is more than codes and names with `;` between; "" where it is not."""
    entries = (with_detail(trim(entry))[0] for entry in text.split(";"))
    if all(entry in policy.zones or country_code(entry) or wider_code(entry) for entry in entries):
        return ""
    return str(region(text, policy.zones))


def strange_columns(registry: Registry, policy: Policy) -> Iterator[tuple[str, str]]:
    """Columns that are not ours and that nothing in the policy names, each with the one probably meant, or ""."""
    asked = (spec.parameters.filled for spec in policy.rules if isinstance(spec.parameters, Require))
    named = {*policy.sheet.columns, *(one.name for columns in asked for one in columns)}
    return ((header, meant) for header, meant in registry.unknown_columns if header not in named)


def unused_titles(registry: Registry, policy: Policy) -> Iterator[tuple[str, str]]:
    """Titles that the policy maps and no sheet has, each with the one that was probably meant, or ""."""
    titles = {title for sheet in registry.sheets for title in sheet.titles}
    for title in policy.sheet.columns:
        if title not in titles:
            yield title, nearest(title, titles)


def _laid_out(sheet: Sheet) -> str:
    delimiter = {",": "commas", ";": "semicolons", "\t": "tabs"}.get(sheet.delimiter, f'"{sheet.delimiter}"')
    return f"{sheet.encoding} with {delimiter} between" if sheet.delimiter else f"a spreadsheet ({sheet.encoding})"
