"""The register judged once for everybody, and lent while it is judged anew."""

import asyncio
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from vendor_registry.desk.register.stamp import Stamp, stamp_of
from vendor_registry.desk.register.turns import Result, Turns, Wanted
from vendor_registry.model.text.origin import FailureError, VendorsError
from vendor_registry.store.address import address_of, file_of
from vendor_registry.store.extent import Extent, extent
from vendor_registry.use_cases.desk.judgement import standing, unjudged
from vendor_registry.use_cases.desk.saving import Saved
from vendor_registry.use_cases.desk.standing import Standing
from vendor_registry.use_cases.files.beside import NO_DRAFTS

_AGE = 5.0  # seconds for which a ledger on a server is taken to say the same
_REMEMBERED = 500  # savings
_WORKED_OUT = 40  # things that follow from the register, pictures among them


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """The register as it was judged last, and of what."""

    stamp: Stamp  # of the files
    ledger: Extent
    day: date
    standing: Standing


@dataclass
class Judgement(Turns):
    """Everybody at one desk shares one."""

    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    writing: asyncio.Lock = field(default_factory=asyncio.Lock)  # who writes at this desk does so alone
    _known: Judged | None = None
    _ledger: tuple[Stamp, float, Extent] | None = None  # when it was asked
    _soon: asyncio.Task[None] | None = None  # a judgement that nobody waits for
    _sheet: tuple[Stamp, Standing] | None = None  # as it was read or written last, perhaps not judged
    _worked_out: tuple[Standing, dict[Hashable, asyncio.Task[Any]]] | None = None
    _rendered: tuple[Standing, dict[Hashable, str]] | None = None
    _ours: dict[str, str] = field(default_factory=dict)  # what was written here, by the version that was written over
    _written: Stamp = ()  # the sheet when it was written here last
    _latest: dict[str, str] = field(default_factory=dict)  # the version that each person wrote last

    async def now(self) -> Standing:
        """The register as it stands, judged anew where a file, the day, or what the ledger tells has changed."""
        async with self._lock:
            known, day, ledger = self._known, self.settings.today(), await self._told()
            if known and (known.day, known.ledger) == (day, ledger) and known.stamp == stamp_of(known.standing.inputs):
                return known.standing
            repository = self.settings.repository
            inputs = known.standing.inputs if known else (repository.sheet, repository.policy)
            before = stamp_of(inputs)
            told = known.standing if known and known.ledger == ledger else None
            found = await self.judge(standing, repository, day, NO_DRAFTS, told)
            stamp = before if found.inputs == inputs else (*before[:2], *stamp_of(found.inputs[2:]))
            self._known = Judged(stamp=stamp, ledger=ledger, day=day, standing=found)
            return found

    async def _told(self) -> Extent:
        """What the ledger holds for the rules; asked where its file is another, and on a server every few seconds."""
        url, moment = self.settings.repository.ledger, asyncio.get_running_loop().time()
        file = file_of(address_of(url))
        stamp = stamp_of((file,) if file else ())
        last = self._ledger
        if last is None or last[0] != stamp or (file is None and moment - last[1] > _AGE):
            with suppress(FailureError):  # whoever judges is told
                last = self._ledger = (stamp, moment, await self.fetch(extent, url))
        return last[2] if last else ()

    async def glance(self, by: str) -> Standing:
        """The register for who only looks. Until it is judged anew because somebody saved here, that is the register as
        it stood a moment ago, with all that `by` saved themselves; else as it stands."""
        known = self._known
        if known and self._written not in ((), known.stamp[:1]) and self._may_be_lent(known, by):
            self.judge_soon()
            return known.standing
        return await self.now()

    def _may_be_lent(self, known: Judged, by: str) -> bool:
        found = known.standing
        ours = self.writing.locked() or stamp_of((found.repository.sheet,)) == self._written
        others = stamp_of(found.inputs)[1:] == known.stamp[1:]
        mine = self._latest.get(by, found.version)
        return ours and others and known.day == self.settings.today() and self._leads(mine, found.version)

    def judge_soon(self) -> None:
        """Judge, so that whoever asks next does not wait as long."""
        if self._soon is None or self._soon.done():
            self._soon = asyncio.create_task(self._judged())

    async def _judged(self) -> None:
        with suppress(VendorsError):  # whoever asks next is told
            await self.now()

    async def sheet(self) -> Standing:
        """The register for who writes: as it stands, and judged only where it was already."""
        repository, day = self.settings.repository, self.settings.today()
        stamp = stamp_of((repository.sheet, repository.policy))
        known = self._known.standing if self._known and self._known.stamp[:2] == stamp else None
        last = self._sheet[1] if self._sheet and self._sheet[0] == stamp else None
        found = known or last
        if found is None or found.as_of != day:
            found = await self.fetch(unjudged, repository, day)
        self._sheet = (stamp, found)
        return found

    def rendered(self, now: Standing) -> dict[Hashable, str]:
        """Parts of pages that show the register as it stands; none once it stands otherwise."""
        if self._rendered is None or self._rendered[0] is not now:
            self._rendered = (now, {})
        return self._rendered[1]

    async def once(
        self,
        now: Standing,
        asked: Hashable,
        work: Callable[Wanted, Result],
        *args: Wanted.args,
        **named: Wanted.kwargs,
    ) -> Result:
        """What follows from the register as it stands, worked out once for everybody who asks. Raises as `judge`."""
        if self._worked_out is None or self._worked_out[0] is not now:
            self._worked_out = (now, {})
        known = self._worked_out[1]
        if asked not in known:
            while len(known) >= _WORKED_OUT:
                del known[next(iter(known))]
            known[asked] = asyncio.create_task(self.follow(work, *args, **named))
        try:
            made: Result = await asyncio.shield(known[asked])
        except VendorsError:
            known.pop(asked, None)
            raise
        return made

    def forget(self) -> None:
        """The ledger says something else by now: judge anew."""
        self._known = self._sheet = self._ledger = None

    def remember(self, saved: Saved) -> None:
        """What was written at this desk is nothing that happened behind its back."""
        self._written = stamp_of((self.settings.repository.sheet,))
        if self._sheet:
            self._sheet = ((*self._written, *self._sheet[0][1:]), saved.stands)
        self._ours[saved.version] = saved.becomes
        while len(self._ours) > _REMEMBERED:
            del self._ours[next(iter(self._ours))]

    def _leads(self, before: str, after: str) -> bool:
        """Whether what was saved at this desk makes one version out of the other."""
        walked = 0
        while before != after and before in self._ours and walked <= _REMEMBERED:
            before, walked = self._ours[before], walked + 1
        return before == after
