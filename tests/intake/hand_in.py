"""Sheets and policies as people hand them in, and what is said of them."""

import csv
import io
from pathlib import Path

import pytest

from tests import make
from vendor_registry.intake.registry import understand
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import RefusedError

SOUND = {
    "key": "zendesk",
    "vendor": "Zendesk",
    "country": "US",
    "role": "sub-processor",
    "service": "support",
    "purpose": "Tickets",
    "products": "mail",
    "zone": "eu",
    "data_subjects": "customers",
    "data": "content",
    "region": "DE",
}
"""A row that is as short as a sound one can be."""


def sheet(*rows: dict[str, str]) -> str:
    """CSV text of sound rows, each with what a test cares about changed or added."""
    header = list(dict.fromkeys([*SOUND, *(name for row in rows for name in row)]))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for number, row in enumerate(rows, start=1):
        sound = SOUND | {"key": f"row-{number}"} | row
        writer.writerow([sound.get(name, "") for name in header])
    return out.getvalue()


def registry(tmp_path: Path, text: str | bytes, policy: Policy | None = None) -> Registry:
    """The registry of a file with this content, called vendors.csv."""
    path = tmp_path / "vendors.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return understand((read_sheet(path, "vendors.csv"),), policy or make.policy())


def engagement(tmp_path: Path, **cells: str) -> Engagement:
    """The engagement of a sheet of one row."""
    return registry(tmp_path, sheet(cells)).engagements[0]


def faults(tmp_path: Path, text: str | bytes, policy: Policy | None = None) -> list[str]:
    """Every fault of a file as it is printed: place and message, then the hint behind a bar."""
    with pytest.raises(RefusedError) as refused:
        registry(tmp_path, text, policy)
    return [f"{fault.cell} {fault.message} | {fault.hint}" for fault in refused.value.faults]


def faults_of_row(tmp_path: Path, **cells: str) -> list[str]:
    """Every fault of a sheet of one row."""
    return faults(tmp_path, sheet(cells))
