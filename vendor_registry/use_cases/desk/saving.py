"""Keeping an edit: the sheet on the disk is the truth, and nobody writes over what they have not seen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from vendor_registry.intake.edits import in_csv, in_xlsx
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import Reading, look_at
from vendor_registry.intake.sheet.signature import is_workbook
from vendor_registry.model.desk.activity import Activity
from vendor_registry.model.text.origin import FailureError, RefusedError, UsageError, VendorsError
from vendor_registry.store.activity import recording
from vendor_registry.use_cases.desk.preview import edited_sheets
from vendor_registry.use_cases.files.output import write
from vendor_registry.use_cases.files.repository import Repository


class ChangedUnderneathError(VendorsError):
    """The sheet is not the one that was looked at any more; nothing was written."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Saved:
    """What was written."""

    version: str  # digest of the sheet before
    becomes: str  # and after


def save(
    repository: Repository,
    edit: Edit,
    seen: str,
    activities: tuple[Activity, ...],
    mapped: Mapping[str, str],
    written: Callable[[Saved], None] = lambda _: None,
) -> Saved:
    """Write an edit into the sheet, and into the ledger who made it: both, or neither.

    `seen` is the digest of the sheet that was looked at. Others who save wait until it is done; `written` is told while
    they do. Raises ChangedUnderneathError where the sheet says something else by now, UsageError for a workbook and for
    what cannot be written, FailureError where the disk or the ledger refuses.
    """
    with recording(repository.ledger, activities):
        name = str(repository.sheet)
        raw = read_bytes(repository.sheet, name)
        version = sha256(raw).hexdigest()
        if version != seen:
            raise ChangedUnderneathError(f'"{name}" was changed since it was looked at; nothing was written.')
        made = _made(repository, raw, edit, mapped)
        if sha256(read_bytes(repository.sheet, name)).hexdigest() != version:
            raise ChangedUnderneathError(f'"{name}" was changed while it was being written to; nothing was.')
        write(repository.sheet, made)
        saved = Saved(version=version, becomes=sha256(made).hexdigest())
        written(saved)
    return saved


def _made(repository: Repository, raw: bytes, edit: Edit, mapped: Mapping[str, str]) -> bytes:
    """The bytes with the edit, proved by reading them back."""
    before = _read(raw, repository, mapped)
    if not before.sheet.header:
        raise RefusedError(before.faults)
    if is_workbook(raw):
        _refuse_open(repository)
        made = in_xlsx.edited(raw, before.sheet, edit)
    else:
        lines = [row.line for row in (*before.sheet.rows, *before.unread)]
        made = in_csv.edited(raw, str(repository.sheet), edit, lines, mapped)
    after = _read(made, repository, mapped)
    (expected,) = edited_sheets((before.sheet,), edit)
    same = after.sheet.header == expected.header and _texts(after) == [row.values for row in expected.rows]
    if not same or [row.values for row in after.unread] != [row.values for row in before.unread]:
        if is_workbook(raw):
            raise UsageError(
                f'In "{repository.sheet}" that cannot be written without changing something else, as where cells are '
                "merged; nothing was. Do that in your spreadsheet program."
            )
        raise FailureError(f'"{repository.sheet}" would not read back as it should; nothing was written.')
    return made


def _refuse_open(repository: Repository) -> None:
    """Excel and LibreOffice put a file beside a workbook that somebody has open."""
    for name in (f"~${repository.sheet.name}", f".~lock.{repository.sheet.name}#"):
        if repository.sheet.with_name(name).exists():
            raise UsageError(
                f'"{repository.sheet}" is open in a spreadsheet program, which would write over what is saved here; '
                f'nothing was. Close it there first; if nobody has it open, delete "{name}" beside it.'
            )


def _read(raw: bytes, repository: Repository, mapped: Mapping[str, str]) -> Reading:
    return look_at(raw, str(repository.sheet), repository.worksheet, engagements(mapped))


def _texts(reading: Reading) -> list[tuple[str, ...]]:
    return [row.values for row in reading.sheet.rows]
