"""The register as the desk has it: judged once for everybody, and written one after the other."""

import asyncio
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from vendor_registry.desk.register.conflict import ConflictError, Seen, row_in_words
from vendor_registry.desk.register.stamp import Stamp, stamp_of
from vendor_registry.desk.register.turns import Turns
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.model.desk.activity import Activity, Deed
from vendor_registry.model.text.origin import Cell, UsageError
from vendor_registry.store.activity import record
from vendor_registry.store.address import address_of, file_of
from vendor_registry.use_cases.desk.preview import Preview, preview
from vendor_registry.use_cases.desk.saving import ChangedUnderneathError, Saved, save
from vendor_registry.use_cases.desk.standing import Standing, standing

_AGE = 5.0  # seconds for which a ledger on a server is taken to say the same
_REMEMBERED = 500  # savings


@dataclass
class Register(Turns):
    """Everybody at one desk shares one."""

    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _known: tuple[Stamp, date, float, Standing] | None = None
    _rendered: tuple[Standing, dict[Hashable, str]] | None = None
    _ours: dict[str, Saved] = field(default_factory=dict)  # by the version that was written over
    _written: Stamp = ()  # the sheet when it was written here last
    _latest: dict[str, str] = field(default_factory=dict)  # the version that each person wrote last

    async def now(self) -> Standing:
        """The register as it stands, judged anew where a file or the day has changed."""
        async with self._lock:
            day, moment = self.settings.today(), asyncio.get_running_loop().time()
            if self._known:
                stamp, known, read, found = self._known
                if known == day and moment - read < self._age() and stamp == stamp_of(self._inputs(found)):
                    return found
            repository = self.settings.repository
            inputs = self._inputs(self._known[3] if self._known else None)
            before = stamp_of(inputs)
            found = await self.judge(standing, repository, day)
            if self._inputs(found) != inputs:
                before = stamp_of(self._inputs(found))
            self._known = (before, day, moment, found)
            return found

    async def glance(self, by: str) -> Standing:
        """The register for who only looks. While it is judged anew because somebody saved here, that is the register as
        it stood a moment ago, with all that `by` saved themselves; else as it stands."""
        if self._known and self._lock.locked():
            stamp, day, _, found = self._known
            others = tuple(path for path in found.inputs if path != found.repository.sheet)
            ours = stamp_of((found.repository.sheet,)) == self._written
            mine = self._latest.get(by, found.version)
            if (
                ours
                and day == self.settings.today()
                and {*stamp_of(others)} <= {*stamp}
                and self._leads(mine, found.version)
            ):
                return found
        return await self.now()

    def rendered(self, now: Standing) -> dict[Hashable, str]:
        """Parts of pages that show the register as it stands; none once it stands otherwise."""
        if self._rendered is None or self._rendered[0] is not now:
            self._rendered = (now, {})
        return self._rendered[1]

    def forget(self) -> None:
        """The ledger says something else by now: judge anew."""
        self._known = None

    async def preview(self, edit: Edit) -> Preview:
        """What an edit would do."""
        return await self.judge(preview, await self.now(), edit)

    async def save(self, seen: Seen, by: str) -> Saved:
        """Write a cell. Raises ConflictError where the row, or the file behind the desk's back, is another by now."""

        def edit(now: Standing, cell: Cell) -> tuple[Edit, str, str]:
            return Edit(cells={cell: seen.text}), seen.place, now.text(cell)

        return await self._of_a_row(seen, by, edit)

    async def take_out(self, seen: Seen, by: str) -> Saved:
        """Take a row out. Raises ConflictError as `save` does."""

        def edit(now: Standing, cell: Cell) -> tuple[Edit, str, str]:
            texts = zip(now.sheet.header, now.by_line[cell.line].values, strict=False)
            removed = Edit(removed=frozenset((cell.line,)))
            return removed, f"{seen.key or f'line {cell.line}'}: the row was taken out", row_in_words(dict(texts))

        return await self._of_a_row(seen, by, edit)

    async def _of_a_row(self, seen: Seen, by: str, made: Callable[[Standing, Cell], tuple[Edit, str, str]]) -> Saved:
        """Write what `made` makes of the row as it stands: the edit, and what it does and stood there, in words."""
        try:
            now = await self.now()
            edit, what, before = made(now, cell := self._rebased(seen, now))
            deed = self.deed(Deed.CHANGED, by, what, before, seen.text if cell.column else "")
            return await self.write(now, edit, deed)
        except (ChangedUnderneathError, ConflictError) as met:
            if isinstance(met, ChangedUnderneathError):
                self.forget()
            later = await self.now()
            conflict = ConflictError(seen, later, self._line(seen, later))
        there = str(conflict.more["now"])
        await self.refused(self.deed(Deed.REFUSED, by, seen.place, there, seen.text or "take the row out"))
        raise conflict

    def deed(self, deed: Deed, by: str, what: str, before: str, after: str) -> Activity:
        """Something that somebody does at this moment."""
        return Activity(at=self.settings.clock(), by=by, deed=deed, what=what, before=before, after=after)

    async def refused(self, deed: Activity) -> None:
        """Keep what somebody wanted to write and did not, so that neither of two versions is lost."""
        await self.fetch(record, self.settings.repository.ledger, [deed])

    async def add(self, version: str, texts: Mapping[str, str], by: str) -> Saved:
        """Put a row behind the others. `version` is the sheet that was looked at.

        Raises ChangedUnderneathError where another program has written to it since, UsageError for a row without a key
        or with one that is taken.
        """
        now = await self.now()
        if not self._leads(version, now.version):
            await self.refused(self.deed(Deed.REFUSED, by, "a row to be added", "", row_in_words(texts)))
            raise ChangedUnderneathError(
                f'"{now.sheet.file}" was changed by another program since you looked; nothing was written. What you '
                "wrote is still here: look at what it does in the sheet of now, and save again."
            )
        key = texts.get("key", "").strip()
        if not key:
            raise UsageError("Give the row a key: a short name that no other row has.")
        if key in {now.key(row.line) for row in now.rows}:
            raise UsageError(f'There is a row with the key "{key}" already; give this one another.')
        deed = self.deed(Deed.CHANGED, by, f"{key}: a row was added", "", row_in_words(texts))
        return await self.write(now, Edit(added=(texts,)), deed)

    async def write(self, now: Standing, edit: Edit, *deeds: Activity) -> Saved:
        """Write an edit of the sheet as it stands. Raises ChangedUnderneathError where it is another by now."""
        mapped = now.policy.sheet.columns if now.policy else {}
        saved = await self.fetch(save, now.repository, edit, now.version, deeds, mapped, self.remember)
        self._latest[deeds[0].by] = saved.becomes
        return saved

    def remember(self, saved: Saved) -> None:
        """What was written at this desk is nothing that happened behind its back."""
        self._written = stamp_of((self.settings.repository.sheet,))
        self._ours[saved.version] = saved
        while len(self._ours) > _REMEMBERED:
            del self._ours[next(iter(self._ours))]

    def _rebased(self, seen: Seen, now: Standing) -> Cell:
        """The cell in the sheet of now: where only others of the desk saved since, and not in this row, nothing is
        lost by writing it there."""
        line = seen.cell.line if seen.version == now.version else self._line(seen, now)
        if line is None or now.row_digest(line) != seen.row or not self._leads(seen.version, now.version):
            raise ConflictError(seen, now, line)
        return Cell(now.sheet.file, line, seen.cell.column)

    def _leads(self, before: str, after: str) -> bool:
        """Whether what was saved at this desk makes one version out of the other."""
        walked = 0
        while before != after and before in self._ours and walked <= _REMEMBERED:
            before, walked = self._ours[before].becomes, walked + 1
        return before == after

    def _line(self, seen: Seen, now: Standing) -> int | None:
        """Where the row stands now; None where it is gone."""
        if not seen.key:
            return seen.cell.line if seen.cell.line in now.by_line else None
        lines = [row.line for row in now.rows if now.key(row.line) == seen.key]
        return lines[0] if len(lines) == 1 else None

    def _age(self) -> float:
        return _AGE if file_of(address_of(self.settings.repository.ledger)) is None else float("inf")

    def _inputs(self, found: Standing | None) -> tuple[Path, ...]:
        repository = self.settings.repository
        ledger = file_of(address_of(repository.ledger))
        known = found.inputs if found else (repository.sheet, repository.policy)
        return (*known, *([ledger] if ledger else ()))
