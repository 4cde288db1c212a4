"""A line of a table that cannot be read says which one it is, so that whoever adds a row finds it."""

import shutil
from pathlib import Path

import pytest

from vendor_registry.law.tables import read as reading

ROW = "eu,KE,full,none,(EU) 2027/99,,32027D0099,2027-03-01,,Implementing Decision (EU) 2027/99,verified,a note"


@pytest.fixture
def adequacy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the table of decisions, which is read instead of the real one."""
    folder = tmp_path / "law"
    shutil.copytree(reading.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setattr(reading, "FOLDER", folder)
    return folder / "adequacy.csv"


def add(table: Path, row: str) -> int:
    """Append a row to a table; the number of its line."""
    with table.open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")
    return table.read_text(encoding="utf-8").count("\n")


def test_a_sound_row_is_the_last_of_its_table(adequacy: Path) -> None:
    add(adequacy, ROW)
    assert reading.tables.__wrapped__().adequacy[-1].decision == "(EU) 2027/99"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROW.removesuffix(",a note"), "has 11 cells, but the header has 12."),
        (ROW.replace(",32027D0099", ""), "has 11 cells, but the header has 12."),
        (f"{ROW},more", "has 13 cells, but the header has 12."),
        ("", "has 0 cells, but the header has 12."),
        (
            ROW.replace("2027-03-01", "1.3.2027"),
            '[valid_from] "1.3.2027" cannot be read; a day is written 2024-12-31, a flag yes or no.',
        ),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_its_line(adequacy: Path, row: str, said: str) -> None:
    line = add(adequacy, row)
    with pytest.raises(ValueError, match=r"^adequacy\.csv") as refused:
        reading.tables.__wrapped__()
    assert str(refused.value).partition(":")[2].removeprefix(str(line)).strip() == said
