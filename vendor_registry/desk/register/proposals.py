"""Uploads: each becomes a proposal beside the sheet, until somebody takes it over or throws it away."""

from dataclasses import dataclass

from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.register.current import Register
from vendor_registry.model.desk.activity import Activity, Deed
from vendor_registry.model.text.visible import visible
from vendor_registry.use_cases.desk import uploads
from vendor_registry.use_cases.desk.preview import Preview
from vendor_registry.use_cases.desk.proposals import Proposed, proposed, read
from vendor_registry.use_cases.desk.saving import ChangedUnderneathError
from vendor_registry.use_cases.desk.standing import Standing
from vendor_registry.use_cases.desk.uploads import Upload

_LONGEST_NAME = 80


@dataclass
class Proposals:
    """Those that wait. They lie beside the sheet, and stay there when the desk is stopped."""

    register: Register

    async def waiting(self) -> tuple[Upload, ...]:
        """Newest first."""
        return await self.register.fetch(uploads.waiting, self.register.settings.repository.sheet)

    async def called(self, wanted: str) -> Upload:
        """Raises ProblemError where there is none (any more)."""
        return (await self._content(wanted))[0]

    async def add(self, raw: bytes, name: str, by: str) -> Upload:
        """Raises RefusedError and UsageError for what is no sheet of this register."""
        settings = self.register.settings
        shown = visible(name.replace("\\", "/").rpartition("/")[2])[:_LONGEST_NAME] or "upload"
        await self.register.judge(_proposed, await self.register.now(), raw, shown)
        return await self.register.fetch(uploads.keep, settings.repository.sheet, raw, shown, by, settings.clock())

    async def difference(self, one: Upload) -> tuple[Proposed, str]:
        """What it changes in the sheet as it is now, and the version of that."""
        now = await self.register.now()
        _, raw = await self._content(one.id)
        return await self.register.judge(_proposed, now, raw, one.name), now.version

    async def consequence(self, found: Proposed, *, remove: bool = False) -> Preview:
        """What would follow."""
        return await self.register.preview(found.edit(remove=remove))

    async def take_over(self, one: Upload, version: str, by: str, *, remove: bool) -> str:
        """Write it into the sheet, cell by cell; how much that was, in words.

        Raises ChangedUnderneathError where the sheet is not the one with which it was compared.
        """
        found, current = await self.difference(one)
        now = await self.register.now()
        if version != current or current != now.version:
            raise ChangedUnderneathError("The sheet was changed since you looked; nothing was written. Compare again.")
        at, words = self.register.settings.clock(), found.words(remove=remove)
        deeds = [Activity(at=at, by=by, deed=Deed.CHANGED, what=f"took over {one.name}: {words}")]
        deeds += [
            Activity(at=at, by=by, deed=Deed.CHANGED, what=f"{c.key}, {c.cell.column}", before=c.before, after=c.after)
            for c in found.changes
        ]
        await self.register.write(now, found.edit(remove=remove), *deeds)
        await self.drop(one)
        return words

    async def drop(self, one: Upload) -> None:
        """Throw it away."""
        await self.register.fetch(uploads.drop, self.register.settings.repository.sheet, one.id)

    async def _content(self, wanted: str) -> tuple[Upload, bytes]:
        found = await self.register.fetch(uploads.content, self.register.settings.repository.sheet, wanted)
        if found is None:
            raise ProblemError(404, "There is no such proposal, or somebody has dealt with it.")
        return found


def _proposed(now: Standing, raw: bytes, name: str) -> Proposed:
    return proposed(now, read(raw, name, now.policy))
