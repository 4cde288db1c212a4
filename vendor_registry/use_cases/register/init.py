"""A fresh, small, valid sheet and policy to start from."""

from importlib import import_module, resources
from pathlib import Path

from vendor_registry.intake.columns import COLUMNS
from vendor_registry.intake.fair_copy.fair_copy import fair_copy
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.use_cases.files.output import write

_WORKBOOK = "vendor_registry.intake.fair_copy.as_xlsx"  # loaded for a workbook only
_SHEET, _POLICY, _BOOK = "vendors.csv", "policy.toml", "vendors.xlsx"
_STARTER = resources.files("vendor_registry.intake") / "starter"


def init(folder: Path) -> tuple[Path, ...]:
    """Write `data/vendors.csv` and `data/policy.toml` into a folder, which may be new.

    Raises UsageError, and writes nothing, where one of them is there already.
    """
    targets = new_files(folder)
    for target in targets:
        write(target, (_STARTER / target.name).read_bytes())
    return targets


def new_files(folder: Path) -> tuple[Path, Path]:
    """The sheet and the policy of a new register; raises UsageError where one of them is there already."""
    sheet, policy = (folder / "data" / name for name in (_SHEET, _POLICY))
    _refuse_what_is_there(sheet, policy)
    return sheet, policy


def init_workbook(folder: Path) -> tuple[Path, ...]:
    """Write `data/vendors.xlsx`, with drop-downs of the policy's words, and `data/policy.toml` where there is none.

    A policy and a CSV sheet that are there already are left alone, and the workbook is made from them. Raises
    UsageError where the workbook is there already, RefusedError with the faults of what is there.
    """
    book, policy, sheet = (folder / "data" / name for name in (_BOOK, _POLICY, _SHEET))
    _refuse_what_is_there(book)
    fresh = not policy.exists()
    with resources.as_file(_STARTER) as starter:
        understood = read_policy(starter / _POLICY if fresh else policy, str(policy))
        rows = _rows(starter / _SHEET if fresh and not sheet.exists() else sheet, understood)
    content = import_module(_WORKBOOK).as_xlsx(rows, understood)
    if fresh:
        write(policy, (_STARTER / _POLICY).read_bytes())
    write(book, content)
    return (book, policy) if fresh else (book,)


def _rows(path: Path, policy: Policy) -> Sheet:
    """The fair copy of a sheet; a policy without a sheet has no rows yet."""
    headers = tuple(column.header for column in COLUMNS)
    if not path.exists():
        return Sheet(str(path), headers, ())
    return fair_copy(read_sheet(path, str(path), expected=engagements(policy.sheet.columns)), policy).sheet


def _refuse_what_is_there(*targets: Path) -> None:
    there = [str(target) for target in targets if target.exists()]
    if there:
        raise UsageError(f"{' and '.join(there)} {'is' if len(there) == 1 else 'are'} there already; nothing written.")
