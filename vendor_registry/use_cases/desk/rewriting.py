"""A file with an edit: every other byte as it was, proved by reading it back."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from vendor_registry.intake.edits import in_csv, in_xlsx
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.sheet.header import Expected
from vendor_registry.intake.sheet.read import Reading, look_at
from vendor_registry.intake.sheet.signature import is_workbook
from vendor_registry.model.text.origin import FailureError, RefusedError, UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.use_cases.desk.preview import edited_sheets


class File(NamedTuple):
    """A file that is edited, and how it was read."""

    path: Path
    raw: bytes
    sheet: Sheet
    unread: tuple[Row, ...]  # rows that are no part of the sheet because of their shape
    expected: Expected
    worksheet: str = ""

    @staticmethod
    def nothing(path: Path) -> Sheet:
        """What a file says before it is read."""
        return Sheet(str(path), (), ())

    @property
    def name(self) -> str:
        return str(self.path)

    def look(self, raw: bytes) -> Reading:
        """Other bytes of it, read in the same way."""
        return look_at(raw, self.name, self.worksheet, self.expected)


def rewritten(file: File, edit: Edit) -> tuple[bytes, Reading]:
    """The bytes with the edit, and what they say.

    Raises UsageError for what cannot be written, RefusedError where the file has no header, FailureError where the edit
    would not read back as it should.
    """
    if not file.sheet.header:
        raise RefusedError(file.look(file.raw).faults)
    if is_workbook(file.raw):
        _refuse_open(file.path)
        made = in_xlsx.edited(file.raw, file.sheet, edit)
    else:
        lines = [row.line for row in (*file.sheet.rows, *file.unread)]
        made = in_csv.edited(file.raw, file.name, edit, lines, file.expected)
    after = file.look(made)
    (wanted,) = edited_sheets((file.sheet,), edit)
    same = after.sheet.header == wanted.header and _texts(after.sheet.rows) == _texts(wanted.rows)
    if not same or _texts(after.unread) != _texts(file.unread):
        if is_workbook(file.raw):
            raise UsageError(
                f'In "{file.name}" that cannot be written without changing something else, as where cells are merged; '
                "nothing was. Do that in your spreadsheet program."
            )
        raise FailureError(f'"{file.name}" would not read back as it should; nothing was written.')
    return made, after


def _refuse_open(path: Path) -> None:
    """Excel and LibreOffice put a file beside a workbook that somebody has open."""
    for name in (f"~${path.name}", f".~lock.{path.name}#"):
        if path.with_name(name).exists():
            raise UsageError(
                f'"{path}" is open in a spreadsheet program, which would write over what is saved here; nothing was. '
                f'Close it there first; if nobody has it open, delete "{name}" beside it.'
            )


def _texts(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    return [row.values for row in rows]
