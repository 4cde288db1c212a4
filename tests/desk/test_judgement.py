"""When the register is judged again, and when it is not."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desk.running import SHEET, opened
from vendor_registry.desk.register.conflict import Seen
from vendor_registry.model.desk.activity import Deed
from vendor_registry.model.ledger.review import Subject
from vendor_registry.model.text.origin import Cell, UsageError
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.ledger import reviews, revisions


def test_what_the_ledger_tells_the_rules_is_judged_again_and_the_trail_is_not(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    register, repository = desk.office.register, desk.office.settings.repository

    async def look() -> list[bool]:
        first = await register.now()
        await register.refused(register.deed(Deed.REFUSED, "Ada", "post, region", "", "AT"))
        second = await register.now()
        loaded = load(repository.sheet, repository.policy)
        revisions.publish(loaded.registry, repository.ledger, "", datetime(2026, 11, 23, tzinfo=UTC), author="Ada")
        third = await register.now()
        return [second is first, third is second, bool(third.case and third.case.published)]

    assert asyncio.run(look()) == [True, False, True]


def test_a_recorded_review_is_known_at_once_and_still_after_a_cell_was_saved(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    register, repository = desk.office.register, desk.office.settings.repository

    async def look() -> list[int]:
        first = await register.now()
        assert first.case
        key, day = first.case.registry.engagements[0].key, first.as_of
        reviews.record(first.case, repository.ledger, key, Subject.VENDOR, on=day, by="Ada")
        second = await register.now()
        cell = Cell(second.sheet.file, 2, "wiki")
        await register.save(Seen(second.version, second.row_digest(2), cell, second.key(2), "x"), "Ada")
        third = await register.now()
        return [len(one.case.reviews) for one in (first, second, third) if one.case]

    assert asyncio.run(look()) == [0, 1, 1]


def test_two_people_save_in_two_rows_at_the_same_moment(tmp_path: Path) -> None:
    desk = opened(tmp_path)
    register = desk.office.register

    async def write() -> None:
        now = await register.now()
        cells = [Cell(now.sheet.file, line, "wiki") for line in (2, 3)]
        seen = [Seen(now.version, now.row_digest(c.line), c, now.key(c.line), f"at {c.line}") for c in cells]
        await asyncio.gather(*(register.save(one, f"person {one.cell.line}") for one in seen))

    asyncio.run(write())
    rows = desk.sheet.read_text(encoding="utf-8").splitlines()
    assert (rows[1].endswith(",at 2"), rows[2].endswith(',"at 3"')) == (True, True)


def test_what_follows_is_worked_out_once_and_a_refusal_is_not_kept(tmp_path: Path) -> None:
    register = opened(tmp_path).office.register
    asked: list[str] = []

    def work(word: str) -> str:
        asked.append(word)
        if len(asked) == 1:
            raise UsageError("Not yet.")
        return word.upper()

    async def ask() -> list[str]:
        now = await register.now()
        with pytest.raises(UsageError):
            await register.once(now, "it", work, "a")
        found = await asyncio.gather(*(register.once(now, "it", work, "a") for _ in range(3)))
        (tmp_path / "vendors.csv").write_text(SHEET.replace("Servers", "Machines"), encoding="utf-8")
        return [*found, await register.once(await register.now(), "it", work, "b")]

    assert asyncio.run(ask()) == ["A", "A", "A", "B"]
    assert asked == ["a", "a", "b"]
