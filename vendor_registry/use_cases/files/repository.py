"""Where a register is kept, and what is needed to understand what was kept there earlier."""

from dataclasses import dataclass
from pathlib import Path

from vendor_registry.intake.policy.read import read_policy
from vendor_registry.model.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Repository:
    """The files that people edit, and the ledger of what they published; nothing of it is read yet."""

    sheet: Path
    policy: Path
    ledger: str  # address of the store: sqlite:///FILE or postgresql://...
    worksheet: str = ""  # the one to read, where the sheet is a workbook; "": the one that has the header


@dataclass(frozen=True, slots=True)
class Archive:
    """A repository with its policy understood: by its words earlier states are read, so that only rows differ."""

    repository: Repository
    policy: Policy


def archive_of(repository: Repository) -> Archive:
    """Raises RefusedError where its policy cannot be understood."""
    return Archive(repository, read_policy(repository.policy))
