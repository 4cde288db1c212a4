"""Keeping an edit: the sheet on the disk is the truth, and nobody writes over what they have not seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from vendor_registry.intake.columns import UNMAPPED
from vendor_registry.intake.edits import in_csv, in_xlsx
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import Reading, look_at
from vendor_registry.intake.sheet.signature import is_workbook
from vendor_registry.model.desk.activity import Activity
from vendor_registry.model.text.origin import FailureError, RefusedError, UsageError, VendorsError
from vendor_registry.model.text.sheet import Row
from vendor_registry.store.activity import recording
from vendor_registry.use_cases.desk.preview import edited_sheets
from vendor_registry.use_cases.desk.standing import Standing
from vendor_registry.use_cases.files.output import write
from vendor_registry.use_cases.files.repository import Repository


class ChangedUnderneathError(VendorsError):
    """The sheet is not the one that was looked at any more; nothing was written."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Saved:
    """What was written."""

    version: str  # digest of the sheet before
    stands: Standing  # the sheet after, not judged

    @property
    def becomes(self) -> str:
        """Digest of the sheet after."""
        return self.stands.version


def save(
    now: Standing, edit: Edit, activities: tuple[Activity, ...], written: Callable[[Saved], None] = lambda _: None
) -> Saved:
    """Write an edit into the sheet, and into the ledger who made it: both, or neither.

    `now` is the sheet that was looked at, judged or not. Others who save wait until it is done; `written` is told while
    they do. Raises ChangedUnderneathError where the sheet says something else by now, UsageError for a workbook and for
    what cannot be written, FailureError where the disk or the ledger refuses.
    """
    repository = now.repository
    name = str(repository.sheet)
    with recording(repository.ledger, activities):
        raw = read_bytes(repository.sheet, name)
        version = sha256(raw).hexdigest()
        if version != now.version:
            raise ChangedUnderneathError(f'"{name}" was changed since it was looked at; nothing was written.')
        made, after = _made(now, raw, edit)
        if sha256(read_bytes(repository.sheet, name)).hexdigest() != version:
            raise ChangedUnderneathError(f'"{name}" was changed while it was being written to; nothing was.')
        write(repository.sheet, made)
        stands = _stands(now, after, sha256(made).hexdigest())
        saved = Saved(version=version, stands=stands)
        written(saved)
    return saved


def _made(now: Standing, raw: bytes, edit: Edit) -> tuple[bytes, Reading]:
    """The bytes with the edit, proved by reading them back."""
    repository, mapped = now.repository, now.policy.sheet.columns if now.policy else UNMAPPED
    expected = engagements(mapped)
    if not now.sheet.header:
        raise RefusedError(look_at(raw, str(repository.sheet), repository.worksheet, expected).faults)
    if is_workbook(raw):
        _refuse_open(repository)
        made = in_xlsx.edited(raw, now.sheet, edit)
    else:
        made = in_csv.edited(raw, str(repository.sheet), edit, [row.line for row in now.rows], mapped)
    after = look_at(made, str(repository.sheet), repository.worksheet, expected)
    (wanted,) = edited_sheets((now.sheet,), edit)
    same = after.sheet.header == wanted.header and _texts(after.sheet.rows) == _texts(wanted.rows)
    if not same or _texts(after.unread) != _texts(now.unread):
        if is_workbook(raw):
            raise UsageError(
                f'In "{repository.sheet}" that cannot be written without changing something else, as where cells are '
                "merged; nothing was. Do that in your spreadsheet program."
            )
        raise FailureError(f'"{repository.sheet}" would not read back as it should; nothing was written.')
    return made, after


def _refuse_open(repository: Repository) -> None:
    """Excel and LibreOffice put a file beside a workbook that somebody has open."""
    for name in (f"~${repository.sheet.name}", f".~lock.{repository.sheet.name}#"):
        if repository.sheet.with_name(name).exists():
            raise UsageError(
                f'"{repository.sheet}" is open in a spreadsheet program, which would write over what is saved here; '
                f'nothing was. Close it there first; if nobody has it open, delete "{name}" beside it.'
            )


def _texts(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    return [row.values for row in rows]


def _stands(before: Standing, after: Reading, version: str) -> Standing:
    sheet, further = after.sheet, before.sheets[1:]
    return replace(
        before,
        sheet=sheet,
        sheets=(sheet, *further),
        unread=after.unread,
        faults=(),
        case=None,
        report=None,
        version=version,
    )
