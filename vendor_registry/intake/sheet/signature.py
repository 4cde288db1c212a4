"""Whether a file is a spreadsheet, by its first bytes, whatever it is called."""

ZIP = b"PK\x03\x04"  # how .xlsx and .ods begin
OLE = b"\xd0\xcf\x11\xe0"  # how .xls begins, and every workbook with a password of Excel


def is_workbook(start: bytes) -> bool:
    """Whether a file that begins so is no text."""
    return start.startswith((ZIP, OLE))
