"""The sheets of customers and of waivers as people mend them: a row at a time, seen before it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from vendor_registry.intake import customers, waivers
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.intake.rows.side_sheet import SideSheet
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.model.desk.activity import Activity
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.origin import Cell, Fault, RefusedError
from vendor_registry.model.text.sheet import Row
from vendor_registry.store.activity import recording
from vendor_registry.store.chain import cells_of, digest_of_cells
from vendor_registry.use_cases.desk.rewriting import File, rewritten
from vendor_registry.use_cases.desk.saving import ChangedUnderneathError
from vendor_registry.use_cases.files.beside import SHEETS
from vendor_registry.use_cases.files.output import write
from vendor_registry.use_cases.files.repository import Repository

KINDS: Mapping[str, SideSheet] = {"customers": customers.SHEET, "waivers": waivers.SHEET}
_READERS = {"customers": customers.read_customers, "waivers": waivers.read_waivers}


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One of them as it stands on the disk."""

    name: str
    kind: SideSheet
    file: File
    there: bool  # whether the file is; where it is not, `file` is what a new one begins with
    faults: tuple[Fault, ...]

    @property
    def version(self) -> str:
        """Digest of its bytes; "" where there is none."""
        return sha256(self.file.raw).hexdigest() if self.there else ""

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self.file.sheet.rows)

    def row(self, line: int) -> Row | None:
        return next((one for one in self.rows if one.line == line), None)

    def texts(self, line: int) -> dict[str, str]:
        """What a row says, by column; nothing where there is none."""
        row = self.row(line)
        return dict(zip(self.file.sheet.header, row.values, strict=True)) if row else {}

    def digest(self, line: int) -> str:
        """What a row is known by, wherever it stands; "" where there is none."""
        row = self.row(line)
        return digest_of_cells(cells_of(self.file.sheet, row)) if row else ""

    def called(self, line: int) -> str:
        """A row in words."""
        texts = self.texts(line)
        return texts.get("key") or " to ".join(filter(None, (texts.get("rule"), texts.get("to")))) or f"line {line}"

    def cell(self, line: int, column: str) -> Cell:
        return Cell(self.file.sheet.file, line, column)


def side(repository: Repository, policy: Policy, name: str) -> Side:
    """The customers or the waivers. Raises RefusedError where the file is there and cannot be read."""
    kind, path = KINDS[name], SHEETS[name](repository.policy, policy)
    there = path.exists()
    raw = read_bytes(path, str(path)) if there else (",".join(kind.headers) + "\n").encode()
    blank = File(path, raw, File.nothing(path), (), kind.expected)
    reading = blank.look(raw)
    file = blank._replace(sheet=reading.sheet, unread=reading.unread)
    return Side(name=name, kind=kind, file=file, there=there, faults=_faults(name, file, policy, raw) if there else ())


def _faults(name: str, file: File, policy: Policy, raw: bytes) -> tuple[Fault, ...]:
    try:
        _READERS[name](file.path, policy, draft=raw)
    except RefusedError as refused:
        return refused.faults
    return ()


def draft(found: Side, edit: Edit) -> bytes:
    """The bytes with an edit. Raises as `rewritten`."""
    return rewritten(found.file, edit)[0]


def save_side(repository: Repository, policy: Policy, found: Side, edit: Edit, activity: Activity) -> None:
    """Write an edit, and into the ledger who made it: both, or neither.

    Raises ChangedUnderneathError where the file is not the one that was looked at, RefusedError for a text that cannot
    be understood.
    """
    made = draft(found, edit)
    known = {(one.cell.column, one.message) for one in found.faults}
    fresh = [
        one for one in _faults(found.name, found.file, policy, made) if (one.cell.column, one.message) not in known
    ]
    if fresh:
        raise RefusedError(tuple(fresh))
    with recording(repository.ledger, (activity,)):
        if side(repository, policy, found.name).version != found.version:
            raise ChangedUnderneathError(f'"{found.file.name}" was changed since you looked; nothing was written.')
        write(found.file.path, made)
