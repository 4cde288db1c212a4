"""`[site]`: which columns of the sheet are public."""

from vendor_registry.intake.columns import BY_HEADER
from vendor_registry.intake.policy.toml_file import Book
from vendor_registry.intake.policy.typed_values import check_names, is_table, typed
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.terms import SiteTerms

NAMES = ("columns",)


def site_terms(book: Book) -> SiteTerms:
    """What is published: the usual columns, or those that the policy names; each must be one of the sheet."""
    entry = book.root.inside("site")
    if entry.value is None or not is_table(entry):
        return SiteTerms()
    check_names(entry, NAMES)
    columns = entry.inside("columns")
    found = typed(tuple[str, ...], columns) if columns.value is not None else None
    for name in found or ():
        if name not in BY_HEADER:
            hint = did_you_mean(nearest(name, BY_HEADER), "vendors columns lists them.")
            columns.holding(name).say(f"{quote(name)} is not a column of ours", hint)
    return SiteTerms() if found is None else SiteTerms(columns=found)
