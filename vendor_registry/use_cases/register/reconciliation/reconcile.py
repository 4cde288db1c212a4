"""Read another list and hold it against the register, or against a further list in its place."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.intake.inventories.read import read
from vendor_registry.intake.inventories.sighting import KnownNames
from vendor_registry.intake.sheet.files import read_bytes
from vendor_registry.intake.sheet.limits import LIST_BYTES
from vendor_registry.law.tables import zones
from vendor_registry.model.ledger.mention import Inventory
from vendor_registry.model.ledger.reconciliation import Reconciliation
from vendor_registry.use_cases.register.reconciliation.held_against import held_against
from vendor_registry.use_cases.register.reconciliation.parties import Party, known, of_inventory, of_register


def against_register(
    files: Sequence[Path],
    case: Case,
    kind: str,
    own: Sequence[str],
    complete: bool,
    meant: Collection[str] | None = None,
) -> tuple[Reconciliation, ...]:
    """Each file held against the register; `complete`: each names everybody, whatever its kind. `meant`: keys of the
    engagements that the lists are about; None: all.

    Raises RefusedError for a file that cannot be read, UsageError for a kind that is none.
    """
    about = known(case, own)
    parties = of_register(case, meant)
    called = ", ".join(dict.fromkeys(sheet.file for sheet in case.registry.sheets))
    lists = [_read(file, kind, about, complete) for file in files]
    return tuple(held_against(one, parties, called, case.as_of, case.places.countries) for one in lists)


def against_list(
    files: Sequence[Path], other: Path, day: date, kind: str, own: Sequence[str], complete: bool
) -> tuple[Reconciliation, ...]:
    """Each file held against another list, which takes the place of the register."""
    about = known(None, own)
    parties: tuple[Party, ...] = of_inventory(read(read_bytes(other, str(other), LIST_BYTES), str(other), "", about))
    lists = [_read(file, kind, about, complete) for file in files]
    return tuple(held_against(one, parties, str(other), day, lambda code: _countries(code, day)) for one in lists)


def _read(file: Path, kind: str, about: KnownNames, complete: bool) -> Inventory:
    found = read(read_bytes(file, str(file), LIST_BYTES), str(file), kind, about)
    return replace(found, whole=True) if complete else found


def _countries(code: str, day: date) -> frozenset[str]:
    return zones.countries(code, day) if code in zones.ZONES else frozenset({code})
