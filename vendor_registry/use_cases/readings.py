"""How the sheets were read where they could have been read otherwise: each reading once."""

from collections.abc import Iterator

from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.suggestions import nearest
from vendor_registry.model.policy import Policy
from vendor_registry.model.registry import Registry
from vendor_registry.model.sheet import Sheet


def readings(registry: Registry) -> Iterator[str]:
    """A sentence for each, in the order of the sheets: encoding and delimiter, then titles that are not our names."""
    for remark in registry.remarks:
        if remark.on_request:
            yield f"{remark}."
    for sheet in registry.sheets:
        yield f"{sheet.file}: read as {_laid_out(sheet)}."
        for title, name in zip(sheet.titles, sheet.header, strict=False):
            if title != name:
                yield f"{sheet.file}:{sheet.header_line}: the column {quote(title)} is read as {name}."


def unused_titles(registry: Registry, policy: Policy) -> Iterator[tuple[str, str]]:
    """Titles that the policy maps and no sheet has, each with the one that was probably meant, or ""."""
    titles = {title for sheet in registry.sheets for title in sheet.titles}
    for title in policy.sheet.columns:
        if title not in titles:
            yield title, nearest(title, titles)


def _laid_out(sheet: Sheet) -> str:
    delimiter = {",": "commas", ";": "semicolons", "\t": "tabs"}.get(sheet.delimiter, f'"{sheet.delimiter}"')
    return f"{sheet.encoding} with {delimiter} between" if sheet.delimiter else f"a spreadsheet ({sheet.encoding})"
