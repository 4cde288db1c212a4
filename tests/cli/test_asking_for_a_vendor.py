"""A vendor by a word: every command finds the same, and offers the same for a word that is misspelt."""

from pathlib import Path

import pytest

from tests.running import vendors

ASKING = [
    ("show", "{}"),
    ("review", "record", "{}", "--on", "2026-01-05", "--by", "Ada"),
    ("graph", "--view", "vendor", "{}", "-o", "vendor.svg"),
    ("check", "--without", "vendor:{}"),
]


@pytest.mark.parametrize("command", ASKING, ids=[command[0] for command in ASKING])
@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("hostus", '"hostus" is no key and no vendor of the sheet; did you mean "host-us"?\n'),
        ("Helpfull Desk", '"Helpfull Desk" is no key and no vendor of the sheet; did you mean "Helpful Desk"?\n'),
        ("helpful desk, inc.", None),
        ("DESK", None),
        ("Old Desk", None),
    ],
)
def test_every_command_finds_the_same(starter: Path, command: tuple[str, ...], word: str, said: str | None) -> None:
    """By key, name, legal and former name, capitals or not."""
    sheet = starter / "data" / "vendors.csv"
    lines = sheet.read_text(encoding="utf-8").splitlines()
    former = [",Old Desk" if line.startswith("desk,") else "," for line in lines[1:]]
    sheet.write_text("\n".join([f"{lines[0]},formerly", *map(str.__add__, lines[1:], former)]) + "\n", encoding="utf-8")
    ran = vendors(*(word if part == "{}" else part.format(word) for part in command))
    assert (ran.status == 2, ran.err if said else "") == (said is not None, said or "")


@pytest.mark.parametrize("command", [one for one in ASKING if one[0] != "review"], ids=["show", "graph", "check"])
def test_who_is_in_force_on_other_days_only_is_told_so_by_every_command(
    starter: Path, command: tuple[str, ...]
) -> None:
    """A review may be of a vendor that has left."""
    ran = vendors(*(part.format("desk") for part in command), "--as-of", "2024-05-31")
    told = '"desk" is not in force on 2024-05-31: in force from 2024-06-01 on. Choose such a day with --as-of.\n'
    assert (ran.status, ran.err) == (2, told)
