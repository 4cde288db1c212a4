"""Several people, several desks, one sheet and one ledger: nothing that was confirmed is lost."""

import asyncio
import csv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest

from tests.desk.running import SHEET, Desk, opened, text
from tests.store.conftest import new_store
from tests.store.postgres import New
from vendor_registry.desk.register.conflict import Seen
from vendor_registry.model.text.origin import Cell
from vendor_registry.store.activity import activities

__all__ = ["new_store"]
PLACE = {"line": 3, "column": "region"}


@pytest.fixture
def two(tmp_path: Path, new_store: New) -> tuple[Desk, Desk]:
    """Two desks with a ledger in common, SQLite or PostgreSQL."""
    url = new_store()
    return opened(tmp_path, url=url, owner="Ada").enter(), opened(tmp_path, url=url, owner="Grace").enter()


def save(desk: Desk, form: dict[str, str], words: str) -> int:
    return desk.client.post("/cell", data=form | {"text": words, "do": "save"}).status_code


def test_the_second_at_another_desk_is_told_and_sees_both(two: tuple[Desk, Desk]) -> None:
    ada, grace = two
    form = ada.fields("/cell", "/cell", **PLACE)
    assert save(grace, grace.fields("/cell", "/cell", **PLACE), "DE") == 200
    answer = ada.client.post("/cell", data=form | {"text": "AT", "do": "save"})
    assert answer.status_code == 409
    assert "In the sheet now DE What you wrote AT" in text(answer.text)
    assert save(ada, ada.fields("/cell", "/cell", **PLACE), "AT") == 200
    assert [(one.by, one.deed, one.before, one.after) for one in activities(ada.url)] == [
        ("Ada", "changed", "DE", "AT"),
        ("Ada", "refused", "DE", "AT"),
        ("Grace", "changed", "", "DE"),
    ]


def test_many_at_once_lose_nothing(tmp_path: Path, new_store: New) -> None:
    """Four desks write into rows of their own until it is confirmed; whoever comes second looks again."""
    url = new_store()
    desks = [opened(tmp_path, url=url).enter() for _ in range(4)]
    rows = "".join(SHEET.splitlines(keepends=True)[1].replace("host", f"row{number}", 1) for number in range(4))
    desks[0].sheet.write_text(SHEET + rows, encoding="utf-8")

    def write(number: int) -> bool:
        """Twenty tries at most, each after a look at the sheet as it is then."""
        desk = desks[number]
        forms = (desk.fields("/cell", "/cell", line=number + 4, column="wiki") for _ in range(20))
        return any(save(desk, form, f"by {number}") == 200 for form in forms)

    with ThreadPoolExecutor(4) as people:
        assert all(people.map(write, range(4)))
    with desks[0].sheet.open(newline="", encoding="utf-8") as file:
        stands = {row["key"]: row["wiki"] for row in csv.DictReader(file)}
    assert [stands[f"row{number}"] for number in range(4)] == [f"by {number}" for number in range(4)]
    assert sum(one.deed == "changed" for one in activities(url)) == 4


def test_who_looks_while_a_saved_cell_is_judged_sees_the_register_of_a_moment_ago(tmp_path: Path) -> None:
    """But what they saved themselves, and what another program wrote, they see at once, or wait for."""
    desk = opened(tmp_path)
    register = desk.office.register

    async def look() -> list[bool]:
        before = await register.now()

        async def soon(by: str) -> bool:
            with anyio.move_on_after(0.2):
                return (await register.glance(by)) is before
            return False

        cell = Cell(before.sheet.file, 3, "region")
        await register.save(Seen(before.version, before.row_digest(3), cell, "post", "AT"), "Grace")
        async with register._lock:  # somebody's judgement is under way
            seen = [await soon("Ada"), await soon("Grace")]
            desk.sheet.write_text(SHEET.replace("Servers", "Machines"), encoding="utf-8")
            seen.append(await soon("Ada"))
        later = await register.glance("Grace")
        return [*seen, "Machines" in later.rows[0].values]

    assert asyncio.run(look()) == [True, False, False, True]
