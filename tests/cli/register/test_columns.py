"""vendors columns: the sheet, explained."""

from pathlib import Path

import pytest

from tests.running import vendors
from vendor_registry.intake.columns import COLUMNS


def test_every_column_is_there_with_its_meaning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a sheet, as somebody asks who is about to write one."""
    monkeypatch.chdir(tmp_path)
    ran = vendors("columns")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == [column.header for column in COLUMNS]
    text = " ".join(ran.out.split())
    for column in COLUMNS:
        assert " ".join(column.meaning.split()) in text
    assert "role (required)" in text
    assert max(map(len, lines)) <= 100


def test_an_example_of_every_column_is_understood(starter: Path) -> None:
    """The examples of the list are what people copy: a sheet made of them has no faults but those of its keys."""
    example = {column.header: column.example for column in COLUMNS}
    sheet = starter / "data" / "vendors.csv"
    cells = [example[column.header].replace('"', '""') for column in COLUMNS]
    sheet.write_text(",".join(example) + "\n" + ",".join(f'"{cell}"' for cell in cells) + "\n", encoding="utf-8")
    told = [line for line in vendors("list").err.splitlines() if line.startswith("data/vendors.csv")]
    of_the_policy = ("products", "zone", "service", "data", "data_subjects", "engaged_by", "receives_from",
                     "condition", "instead_of", "replaces")  # fmt: skip
    assert [line for line in told if not any(f"[{name}]" in line for name in of_the_policy)] == []
