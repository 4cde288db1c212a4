"""Uploads: each becomes a proposal beside the sheet, until somebody takes it over or throws it away."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime

from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.register.current import Register
from vendor_registry.model.desk.activity import Activity, Deed
from vendor_registry.model.text.sheet import Sheet
from vendor_registry.model.text.visible import visible
from vendor_registry.use_cases.desk.preview import Preview
from vendor_registry.use_cases.desk.proposals import Proposed, proposed, read
from vendor_registry.use_cases.desk.saving import ChangedUnderneathError

_MOST = 20  # that wait; the oldest gives way
_LONGEST_NAME = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A version of the sheet that is not on the disk."""

    id: str
    name: str  # of the file, as its sender called it: shown, and nothing else
    by: str
    at: datetime
    sheet: Sheet


@dataclass
class Proposals:
    """Those that wait. They are kept in memory: who stops the desk throws them away."""

    register: Register
    _waiting: dict[str, Proposal] = field(default_factory=dict)

    @property
    def waiting(self) -> tuple[Proposal, ...]:
        return tuple(reversed(self._waiting.values()))

    def called(self, wanted: str) -> Proposal:
        """Raises ProblemError where there is none (any more)."""
        if wanted not in self._waiting:
            raise ProblemError(404, "There is no such proposal, or somebody has dealt with it.")
        return self._waiting[wanted]

    async def add(self, raw: bytes, name: str, by: str) -> Proposal:
        """Raises RefusedError and UsageError for what is no sheet of this register."""
        now = await self.register.now()
        shown = visible(name.replace("\\", "/").rpartition("/")[2])[:_LONGEST_NAME] or "upload"
        sheet = await self.register.judge(read, raw, shown, now.policy)
        clock = self.register.settings.clock
        made = Proposal(id=secrets.token_urlsafe(9), name=shown, by=by, at=clock(), sheet=sheet)
        await self.register.judge(proposed, now, sheet)
        while len(self._waiting) >= _MOST:
            del self._waiting[next(iter(self._waiting))]
        self._waiting[made.id] = made
        return made

    async def difference(self, one: Proposal) -> tuple[Proposed, str]:
        """What it changes in the sheet as it is now, and the version of that."""
        now = await self.register.now()
        return await self.register.judge(proposed, now, one.sheet), now.version

    async def consequence(self, found: Proposed, *, remove: bool = False) -> Preview:
        """What would follow."""
        return await self.register.preview(found.edit(remove=remove))

    async def take_over(self, one: Proposal, version: str, by: str, *, remove: bool) -> str:
        """Write it into the sheet, cell by cell; how much that was, in words.

        Raises ChangedUnderneathError where the sheet is not the one with which it was compared.
        """
        found, current = await self.difference(one)
        if version != current:
            raise ChangedUnderneathError("The sheet was changed since you looked; nothing was written. Compare again.")
        now = await self.register.now()
        at, words = self.register.settings.clock(), found.words(remove=remove)
        deeds = [Activity(at=at, by=by, deed=Deed.CHANGED, what=f"took over {one.name}: {words}")]
        deeds += [
            Activity(at=at, by=by, deed=Deed.CHANGED, what=f"{c.key}, {c.cell.column}", before=c.before, after=c.after)
            for c in found.changes
        ]
        await self.register.write(now, found.edit(remove=remove), *deeds)
        self.drop(one)
        return words

    def drop(self, one: Proposal) -> None:
        self._waiting.pop(one.id, None)
