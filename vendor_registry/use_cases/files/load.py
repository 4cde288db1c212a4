"""Reading what people hand in: before it there are only texts, after it a registry nobody has to check again."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.registry import examine
from vendor_registry.intake.sheet.header import engagements
from vendor_registry.intake.sheet.other_files import rather
from vendor_registry.intake.sheet.read import look
from vendor_registry.intake.words.characters import trim
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.registry import Registry
from vendor_registry.model.text.origin import RefusedError
from vendor_registry.use_cases.files.beside import NO_DRAFTS, NOTHING, Beside, Drafts, beside


class Loaded(NamedTuple):
    """A registry and the policy under which its cells were understood."""

    registry: Registry
    policy: Policy
    beside: Beside = NOTHING


def load(sheet: Path, policy: Path, worksheet: str = "", drafts: Drafts = NO_DRAFTS) -> Loaded:
    """The sheet, the policy, and the further sheets, waivers and customers that the policy names.

    `worksheet` is the one to read where the sheet is a workbook; "" for the one that has the header. `drafts`
    are read in the stead of the policy, the waivers or the customers.
    Raises RefusedError with all faults of all files. With a broken policy nobody can say what the words of the
    sheet mean; whether it is a table is told all the same.
    """
    try:
        understood = read_policy(policy, _called(policy), drafts.get(policy))
    except RefusedError as refused:
        first = look(sheet, _called(sheet), worksheet)
        raise RefusedError((*refused.faults, *rather(first.faults, (first.sheet,)))) from None
    expected = engagements(understood.sheet.columns)
    readings = [look(sheet, _called(sheet), worksheet, expected)]
    readings += [look(path, _called(path), expected=expected) for path in _further(sheet, policy, understood)]
    whole = all(reading.whole for reading in readings)
    left_out = {trim(text) for reading in readings for row in reading.unread for text in row.values}
    sheets = tuple(reading.sheet for reading in readings)
    registry, faults = examine(sheets, understood, left_out if whole else None)
    faults += tuple(fault for reading in readings for fault in reading.faults)
    try:
        others = beside(policy, understood, drafts)
    except RefusedError as refused:
        raise RefusedError((*rather(faults, sheets), *refused.faults)) from None
    if faults:
        raise RefusedError(rather(faults, sheets))
    return Loaded(registry, understood, others)


def _further(sheet: Path, policy: Path, understood: Policy) -> Iterator[Path]:
    """The further sheets, relative to the policy; none is read twice."""
    seen = {os.path.realpath(sheet)}
    for path in (policy.parent / name for name in understood.sheets):
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            yield path


def _called(path: Path) -> str:
    """The name of a file in messages and documents; bytes of it that are no text are shown as a question mark."""
    return os.fsencode(path).decode("utf-8", "replace")
