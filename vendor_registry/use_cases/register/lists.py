"""The engagements in force, listed or counted."""

from collections.abc import Sequence
from importlib import import_module

from vendor_registry.case.case import Case
from vendor_registry.model.text.origin import UsageError
from vendor_registry.reports.pages.overview import overview
from vendor_registry.use_cases.selection.only import Keys

FORMATS = ("text", "csv", "json")
_TABLES = "vendor_registry.use_cases.register.listing"  # pandas: loaded only where a table is asked for


def listed(
    case: Case, wanted: str, only: Keys = None, count_by: Sequence[str] = (), columns: Sequence[str] = ()
) -> str:
    """The list as text, CSV or JSON, or the number of engagements by one or two columns.

    CSV and JSON have every column, those of the sheet that are none of ours included, or just `columns`.

    Raises UsageError for a format or a column that is none.
    """
    if wanted not in FORMATS:
        raise UsageError(f'"{wanted}" is no format here; choose one of {", ".join(FORMATS)}.')
    if count_by and wanted != "text":
        raise UsageError("--count-by prints a table of its own; leave --format out.")
    if columns and (count_by or wanted == "text"):
        raise UsageError("--columns is for --format csv and json.")
    if wanted == "text" and not count_by:
        return overview(case, only)
    tables = import_module(_TABLES)
    frame = tables.table(case, only, columns)
    if count_by:
        return str(tables.counts(frame, list(count_by)))
    return str((tables.as_csv if wanted == "csv" else tables.as_json)(frame))
