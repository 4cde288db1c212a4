"""A sheet as CSV that Excel and LibreOffice open with every letter right."""

import csv
import io

from vendor_registry.model.sheet import Sheet

MARKED = "utf-8-sig"  # Excel takes UTF-8 without its mark for Windows-1252
KEPT = ("utf-8", MARKED, "utf-16")


def as_csv(sheet: Sheet, line_end: str = "\n") -> bytes:
    """The sheet in its encoding, Windows-1252 as UTF-8 with its mark, and with its delimiter.

    Formulas stay texts as they were: the sheet is the user's own, and what it says is not changed.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sheet.delimiter or ",", lineterminator=line_end)
    writer.writerow(sheet.header)
    writer.writerows(row.values for row in sheet.rows)
    return out.getvalue().encode(sheet.encoding if sheet.encoding in KEPT else MARKED)
