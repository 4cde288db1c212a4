"""A sheet as CSV that Excel and LibreOffice open with every letter right."""

import csv

from vendor_registry.model.text.sheet import Sheet

MARKED = "utf-8-sig"  # Excel takes UTF-8 without its mark for Windows-1252
QUOTED_ENDS = "\r\n"  # a lone CR in a cell would else begin a new row
KEPT = ("utf-8", MARKED, "utf-16")


def as_csv(sheet: Sheet, line_end: str = "\n") -> bytes:
    """The sheet in its encoding, Windows-1252 as UTF-8 with its mark, and with its delimiter.

    Formulas stay texts as they were: the sheet is the user's own, and what it says is not changed.
    """
    writer = csv.writer(lines := _Lines(line_end), delimiter=sheet.delimiter or ",", lineterminator=QUOTED_ENDS)
    writer.writerow(sheet.header)
    writer.writerows(row.values for row in sheet.rows)
    return "".join(lines.written).encode(sheet.encoding if sheet.encoding in KEPT else MARKED)


class _Lines:
    """A file for csv.writer, which puts cells into quotation marks only for the line ends that it writes itself."""

    def __init__(self, line_end: str) -> None:
        self.written: list[str] = []
        self._line_end = line_end

    def write(self, line: str) -> None:
        self.written.append(line.removesuffix(QUOTED_ENDS) + self._line_end)
