"""Keeping an edit: the sheet on the disk is the truth, and nobody writes over what they have not seen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256

from vendor_registry.intake.columns import UNMAPPED
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import Reading
from vendor_registry.model.desk.activity import Activity
from vendor_registry.model.text.origin import VendorsError
from vendor_registry.store.activity import recording
from vendor_registry.use_cases.desk.rewriting import File, rewritten
from vendor_registry.use_cases.desk.standing import Standing
from vendor_registry.use_cases.files.output import write


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
        expected = engagements(now.policy.sheet.columns if now.policy else UNMAPPED)
        made, after = rewritten(
            File(repository.sheet, raw, now.sheet, now.unread, expected, repository.worksheet), edit
        )
        if sha256(read_bytes(repository.sheet, name)).hexdigest() != version:
            raise ChangedUnderneathError(f'"{name}" was changed while it was being written to; nothing was.')
        write(repository.sheet, made)
        stands = _stands(now, after, sha256(made).hexdigest())
        saved = Saved(version=version, stands=stands)
        written(saved)
    return saved


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
