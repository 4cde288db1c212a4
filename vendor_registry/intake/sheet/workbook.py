"""From a spreadsheet file (.xlsx, .xls, .ods) to records; the line of a record is its row in the spreadsheet."""

import datetime
import io

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from vendor_registry.model.origin import Cell, Fault, RefusedError
from vendor_registry.model.sheet import Row

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # how .xlsx and .ods, and how .xls begin
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def kind_of_workbook(raw: bytes) -> str:
    """xlsx, ods or xls by the first bytes, whatever the file is called; "" for anything else."""
    if raw.startswith(OLE):
        return "xls"
    if not raw.startswith(ZIP):
        return ""
    return "ods" if OPEN_DOCUMENT in raw[:200] else "xlsx"


def records(raw: bytes, name: str) -> list[Row]:
    """The rows of the first sheet as texts; raises RefusedError where the file cannot be opened."""
    try:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except PasswordError:
        raise _refused(name, "the spreadsheet is locked with a password", "Save it without one.") from None
    except (CalamineError, IndexError, ValueError, OSError):
        hint = "Open it in a spreadsheet program and save it again, as XLSX or CSV UTF-8."
        raise _refused(name, "the spreadsheet cannot be opened: it is damaged, or another kind of file", hint) from None
    return [Row(line, tuple(map(_as_text, values))) for line, values in enumerate(rows, start=1)]


def _as_text(value: Value) -> str:
    """A value as a person would have typed it into a CSV file."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return str(value.date() if value.time() == datetime.time() else value)
    return str(value)


def _refused(name: str, message: str, hint: str) -> RefusedError:
    return RefusedError((Fault(Cell(name, 0), message, hint),))
