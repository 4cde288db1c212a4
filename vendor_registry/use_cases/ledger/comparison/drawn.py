"""Which two states of the register are meant by a text such as "3..4"."""

import re
from datetime import date
from pathlib import PurePath

from vendor_registry.case.case import Case
from vendor_registry.changes.state import State, StateKind
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.files.beside import beside
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger.comparison.compared import Compared, joined
from vendor_registry.use_cases.ledger.comparison.difference import both_in_force
from vendor_registry.use_cases.ledger.comparison.earlier import called, earlier

BETWEEN = re.compile(r"(?<=[^/.\\])\.\.(?=$|[^.]|\.\.[/\\])")


def compared(states: str, archive: Archive, as_of: date, *, once_in_force: bool = False) -> Compared:
    """Two states, "3..4" or "git:HEAD~1..", the second left out for the sheet; `once_in_force`: on the first day on
    which all changes count, and on `as_of` at the earliest.

    Raises UsageError where the text names no two states, or one that there is not.
    """
    parts = BETWEEN.split(states.strip())
    if len(parts) != 2:
        raise UsageError(f'"{states}" names no two states; write BEFORE..AFTER, as in 3..4 or git:HEAD~1..')
    wanted = (parts[0], parts[1] or str(archive.repository.sheet))
    others = beside(archive.repository.policy, archive.policy)
    then, now = (Case(earlier(one, archive), archive.policy, as_of, others.waivers, others.customers) for one in wanted)
    if once_in_force:
        then, now = both_in_force(then, now)
    return joined(then, now, (_named(wanted[0]), _named(wanted[1])))


def _named(wanted: str) -> State:
    """A state as people call it, a file without its folder."""
    state = called(wanted)
    return State(PurePath(state.name).name) if state.kind is StateKind.WRITTEN else state
