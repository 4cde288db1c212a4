"""`[sheet]`: how the sheets of this company are written."""

from collections.abc import Mapping

from vendor_registry.intake.columns import BY_HEADER, column
from vendor_registry.intake.policy.toml_file import Book, TomlEntry
from vendor_registry.intake.policy.typed_values import check_names, choice, is_table, typed
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.day_orders import Order
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.policy.terms import SheetTerms

NAMES = ("columns", "dates")
ORDERS = tuple(Order)


def sheet_terms(book: Book) -> SheetTerms:
    """How sheets are written; titles in `[sheet.columns]` are compared as they stand, without blanks around them."""
    entry = book.root.inside("sheet")
    if isinstance(entry.value, list):
        entry.say(
            "this list is not a table", "did you mean sheets? [sheet] is a table that says how sheets are written."
        )
    if isinstance(entry.value, list) or entry.value is None or not is_table(entry):
        return SheetTerms()
    check_names(entry, NAMES)
    columns, dates = entry.inside("columns"), entry.inside("dates")
    return SheetTerms(
        columns=_columns(columns) if columns.value is not None and is_table(columns) else {},
        dates=(choice(ORDERS, dates) or "") if dates.value is not None else "",
    )


def _columns(entry: TomlEntry) -> Mapping[str, str]:
    """Our column by title; a title that is to be none of ours has an empty text."""
    found: dict[str, str] = {}
    for title in entry.value:
        inner = entry.inside(title)
        name = typed(str, inner)
        if name is None:
            continue
        if name and column(name) is None:
            hint = did_you_mean(nearest(name, BY_HEADER), 'vendors columns lists them; "" keeps an extra column.')
            inner.say(f"{quote(name)} is not a column of ours", hint)
        found[trim(title)] = name
    return found
