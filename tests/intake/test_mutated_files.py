"""Whatever is handed in is understood or refused in sentences; nothing else is ever raised.

A sample runs with the suite; VENDORS_MUTATIONS=5000 runs as many.
"""

import os
from pathlib import Path

import pytest

from tests import make
from tests.intake.mutations import SOUND_FILES, mutated
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.registry import understand
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.intake.waivers import read_waivers
from vendor_registry.model.text.origin import Fault, RefusedError

MUTATIONS = int(os.environ.get("VENDORS_MUTATIONS", "400"))
BLOCK = 100


def faults(kind: str, path: Path) -> tuple[Fault, ...]:
    """What is refused of a file; any other error is the program's fault."""
    policy = make.policy()
    try:
        match kind:
            case "policy":
                read_policy(path, "file")
            case "waivers":
                read_waivers(path, policy, "file")
            case _:
                understand((read_sheet(path, "file"),), policy)
    except RefusedError as refused:
        return refused.faults
    return ()


@pytest.mark.parametrize("start", range(0, MUTATIONS, BLOCK))
def test_mutated_files_are_understood_or_refused(tmp_path: Path, start: int) -> None:
    path = tmp_path / "file"
    for number in range(start, start + BLOCK):
        kind, raw = mutated(number)
        path.write_bytes(raw)
        try:
            said = faults(kind, path)
        except Exception as error:
            raise AssertionError(f"mutation {number} of a {kind}") from error
        assert all(fault.message and "\n" not in fault.message for fault in said), number


def test_what_is_mutated_is_sound_and_most_mutations_are_not(tmp_path: Path) -> None:
    """Else nothing would be tried."""
    path = tmp_path / "file"
    for kind, raw in SOUND_FILES:
        path.write_bytes(raw)
        if kind == "sheet":
            assert len(read_sheet(path).rows) > 1 or b"Total: 1" in raw
        else:
            assert faults(kind, path) == ()
    refused = 0
    for number in range(BLOCK):
        kind, raw = mutated(number)
        path.write_bytes(raw)
        refused += bool(faults(kind, path))
    assert refused > BLOCK / 3
