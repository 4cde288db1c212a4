"""Customers and waivers at the desk: what a change of a row would do, and keeping it."""

from collections.abc import Mapping
from dataclasses import dataclass

from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.register.conflict import row_in_words
from vendor_registry.desk.web.visit import Visit
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.model.desk.activity import Deed
from vendor_registry.model.desk.user import Role
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.desk.drafts import drafts_preview
from vendor_registry.use_cases.desk.preview import Preview
from vendor_registry.use_cases.desk.saving import ChangedUnderneathError
from vendor_registry.use_cases.desk.side import Side, draft, save_side, side

ACTS = {"customers": Role.EDIT, "waivers": Role.PUBLISH}  # who may change them: a waiver sets a finding aside


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A row as somebody wants it, and as they looked at it."""

    line: int  # 0: a new one
    row: str  # what the row was known by
    texts: Mapping[str, str]  # by column; what is not named stays


class RowConflictError(ProblemError):
    """Somebody changed the row since it was looked at: nothing is written, and both texts are shown."""

    def __init__(self, found: Side, line: int, wanted: Wanted) -> None:
        self.found, self.line = found, line
        self.there = {column: found.texts(line).get(column, "") for column in wanted.texts}
        super().__init__(
            409,
            "Somebody changed this row since you looked at it; nothing was written.",
            more={
                "yours": dict(wanted.texts),
                "now": self.there,
                "version": found.version,
                "row": found.digest(line),
                "line": line,
            },
        )


async def opened(visit: Visit, name: str) -> Side:
    """The sheet as it stands on the disk. Raises ProblemError while nobody knows what the policy says."""
    return await visit.register.fetch(side, visit.office.settings.repository, await _policy(visit), name)


async def _policy(visit: Visit) -> Policy:
    policy = (await visit.register.sheet()).policy
    if policy is None:
        raise ProblemError(409, "First mend the policy: it says what the words of this sheet mean.")
    return policy


async def preview(visit: Visit, name: str, wanted: Wanted, *, out: bool = False) -> Preview:
    """What would follow."""
    found = await opened(visit, name)
    made = draft(found, _edit(found, _line(found, wanted), wanted, out=out))
    return await visit.register.judge(drafts_preview, await visit.standing(), {found.file.path: made})


async def save(visit: Visit, name: str, wanted: Wanted, *, out: bool = False) -> str:
    """Write the row, or take it out; what it is called.

    Raises RowConflictError where the row is another by now, RefusedError for what cannot be understood.
    """
    try:
        async with visit.register.writing:
            return await _saved(visit, name, wanted, out=out)
    except (RowConflictError, ChangedUnderneathError) as met:
        there = row_in_words(met.there) if isinstance(met, RowConflictError) else ""
        yours = row_in_words(wanted.texts) or "take the row out"
        await visit.register.refused(visit.register.deed(Deed.REFUSED, visit.name, f"a row of {name}", there, yours))
        raise


async def _saved(visit: Visit, name: str, wanted: Wanted, *, out: bool) -> str:
    found = await opened(visit, name)
    line = _line(found, wanted)
    edit = _edit(found, line, wanted, out=out)
    called = found.called(line) if line else _called(wanted.texts)
    before, after = _in_words(found, line, edit)
    what = f"{name}, {called}" + (": the row was taken out" if out else "" if line else ": a row was added")
    if before != after:
        done = visit.register.deed(Deed.CHANGED, visit.name, what, before, after)
        files, policy = visit.office.settings.repository, await _policy(visit)
        await visit.register.fetch(save_side, files, policy, found, edit, done)
        visit.register.forget()
    return called


def _line(found: Side, wanted: Wanted) -> int:
    """Where the row stands now: it is the same as long as it says the same, wherever others moved it."""
    if not wanted.line:
        return 0
    if found.digest(wanted.line) == wanted.row != "":
        return wanted.line
    lines = [one.line for one in found.rows if found.digest(one.line) == wanted.row]
    if len(lines) == 1:
        return lines[0]
    key = wanted.texts.get("key", "")
    named = [one.line for one in found.rows if key and found.texts(one.line).get("key") == key]
    raise RowConflictError(found, named[0] if len(named) == 1 else wanted.line, wanted)


def _edit(found: Side, line: int, wanted: Wanted, *, out: bool) -> Edit:
    if out and not line:
        raise UsageError("Say on which line the row stands that is to be taken out.")
    if out:
        return Edit(removed=frozenset((line,)))
    unknown = sorted(wanted.texts.keys() - {*found.kind.headers, *found.file.sheet.header})
    if unknown:
        raise UsageError(f'There is no column "{unknown[0][:40]}" in {found.kind.title}.')
    if not line:
        texts = {column: text for column, text in wanted.texts.items() if text.strip()}
        if not texts:
            raise UsageError("The row is blank; fill in its cells first.")
        return Edit(added=(texts,))
    there = found.texts(line)
    return Edit(
        cells={found.cell(line, column): text for column, text in wanted.texts.items() if text != there.get(column, "")}
    )


def _in_words(found: Side, line: int, edit: Edit) -> tuple[str, str]:
    """What changes, as it was and as it is."""
    there = found.texts(line)
    if edit.removed or edit.added:
        return row_in_words(there), row_in_words(edit.added[0] if edit.added else {})
    changed = {cell.column: text for cell, text in edit.cells.items()}
    return row_in_words({column: there.get(column, "") or "(blank)" for column in changed}), row_in_words(
        {column: text or "(blank)" for column, text in changed.items()}
    )


def _called(texts: Mapping[str, str]) -> str:
    return texts.get("key") or texts.get("rule") or "a new row"
