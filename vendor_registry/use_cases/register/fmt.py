"""The sheet in our order and words: shown, compared, written. The only place that writes to a sheet."""

from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from vendor_registry.intake.fair_copy.as_csv import as_csv
from vendor_registry.intake.fair_copy.fair_copy import FairCopy, fair_copy
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.registry import examine
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.files.output import write

_WORKBOOK = "vendor_registry.intake.fair_copy.as_xlsx"  # loaded for a workbook only


@dataclass(frozen=True, slots=True)
class Formatted:
    """A sheet and its fair copy."""

    path: Path
    policy: Policy
    sheet: Sheet
    fair: FairCopy
    raw: bytes

    @property
    def in_order(self) -> bool:
        """Whether the sheet is written as its fair copy is."""
        return not self.fair.changes and not self.fair.reordered

    def difference(self) -> str:
        """What would be written otherwise, a line for each cell."""
        if self.in_order:
            return f"{self.sheet.file} is in order: nothing to change.\n"
        lines = [str(change) for change in self.fair.changes]
        if self.fair.reordered:
            lines.append(f"{self.sheet.file}: columns change places: {', '.join(self.fair.sheet.header)}")
        return "\n".join(lines) + f"\n{counted(len(lines), 'change')}.\n"


def formatted(path: Path, policy: Path, worksheet: str = "") -> Formatted:
    """A sheet with its fair copy; raises RefusedError with all faults of the sheet and the policy."""
    load(path, policy, worksheet)
    understood = read_policy(policy, str(policy))
    raw = read_bytes(path, str(path))
    sheet = read_sheet(path, str(path), worksheet, engagements(understood.sheet.columns))
    return Formatted(path, understood, sheet, fair_copy(sheet, understood), raw)


def content(made: Formatted, suffix: str) -> bytes:
    """The fair copy as a file of that kind, which reads back to the same register.

    Raises UsageError for a kind that is not written, FailureError where it reads back otherwise.
    """
    if suffix.lower() == ".xlsx":
        raw: bytes = import_module(_WORKBOOK).as_xlsx(made.fair.sheet, made.policy)
    elif suffix.lower() in (".csv", ".tsv", ".txt"):
        windows = bool(made.sheet.delimiter) and b"\r\n" in made.raw
        raw = as_csv(made.fair.sheet, "\r\n" if windows else "\n")
    else:
        then = "; LibreOffice saves that as ODS" if suffix.lower() == ".ods" else ""
        raise UsageError(f'A sheet is written as .csv or .xlsx, not as "{suffix}"; name such a file with -o{then}.')
    _read_back(made, raw)
    return raw


def write_over(made: Formatted) -> Path:
    """Write the fair copy where the sheet is, with the sheet as it was beside it; the backup's path.

    Raises UsageError where the sheet was changed since it was read.
    """
    new = content(made, made.path.suffix)
    if sha256(read_bytes(made.path, str(made.path))).digest() != sha256(made.raw).digest():
        raise UsageError(f'"{made.path}" was changed while it was being read; nothing was written. Try again.')
    backup = _free(made.path)
    write(backup, made.raw, like=made.path)
    write(made.path, new)
    return backup


def _free(path: Path) -> Path:
    """A name beside the sheet that no file has yet."""
    names = (path.with_name(f"{path.name}.bak{number or ''}") for number in range(1000))
    for name in names:
        if not name.exists():
            return name
    raise UsageError(f'There are too many backups of "{path}"; delete some.')


def _read_back(made: Formatted, raw: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "copy"
        path.write_bytes(raw)
        expected = engagements(made.policy.sheet.columns)
        again, faults = examine((read_sheet(path, made.sheet.file, expected=expected),), made.policy)
    before, _ = examine((made.sheet,), made.policy)
    if faults or _said(again) != _said(before):
        raise FailureError("The fair copy would not read back to the same register; nothing was written.")


def _said(registry: Registry) -> list[object]:
    """What the rows say, wherever they stand and however mechanisms are worded."""
    return [
        replace(one, file="", line=0, mechanism=tuple(replace(claim, written="") for claim in one.mechanism))
        for one in registry.engagements
    ]
