"""Several people, several desks, one sheet and one ledger: nothing that was confirmed is lost."""

import csv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.desk.running import SHEET, Desk, opened, text
from tests.store.conftest import New, new_store
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
