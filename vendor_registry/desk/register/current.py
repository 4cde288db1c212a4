"""The register as the desk has it: judged once for everybody, and written one after the other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vendor_registry.desk.register.conflict import ConflictError, Seen, row_in_words
from vendor_registry.desk.register.judgement import Judgement
from vendor_registry.intake.edits.edit import Edit
from vendor_registry.model.desk.activity import Activity, Deed
from vendor_registry.model.text.origin import Cell, UsageError
from vendor_registry.store.activity import record
from vendor_registry.use_cases.desk.preview import Preview, preview
from vendor_registry.use_cases.desk.saving import ChangedUnderneathError, Saved, save
from vendor_registry.use_cases.desk.standing import Standing


@dataclass
class Register(Judgement):
    """What people at the desk read and write."""

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
            async with self.writing:
                now = await self.sheet()
                edit, what, before = made(now, cell := self._rebased(seen, now))
                deed = self.deed(Deed.CHANGED, by, what, before, seen.text if cell.column else "")
                return await self.write(now, edit, deed)
        except (ChangedUnderneathError, ConflictError) as met:
            if isinstance(met, ChangedUnderneathError):
                self.forget()
            later = await self.sheet()
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
        async with self.writing:
            return await self._added(version, texts, by)

    async def _added(self, version: str, texts: Mapping[str, str], by: str) -> Saved:
        now = await self.sheet()
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
        saved = await self.fetch(save, now, edit, deeds, self.remember)
        self._latest[deeds[0].by] = saved.becomes
        return saved

    def _rebased(self, seen: Seen, now: Standing) -> Cell:
        """The cell in the sheet of now: where only others of the desk saved since, and not in this row, nothing is
        lost by writing it there."""
        line = seen.cell.line if seen.version == now.version else self._line(seen, now)
        if line is None or now.row_digest(line) != seen.row or not self._leads(seen.version, now.version):
            raise ConflictError(seen, now, line)
        return Cell(now.sheet.file, line, seen.cell.column)

    def _line(self, seen: Seen, now: Standing) -> int | None:
        """Where the row stands now; None where it is gone."""
        if not seen.key:
            return seen.cell.line if seen.cell.line in now.by_line else None
        lines = [row.line for row in now.rows if now.key(row.line) == seen.key]
        return lines[0] if len(lines) == 1 else None
