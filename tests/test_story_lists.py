"""A stranger with a list: from the download to findings about their own vendors with two commands."""

import json
from pathlib import Path

import pytest

from tests.intake.workbooks import xlsx
from tests.running import DAY, vendors

PAGE = (Path(__file__).parent / "samples" / "subprocessors.md").read_bytes()
DATA = json.dumps(
    {
        "subprocessors": [
            {"name": "Acme Hosting GmbH", "purpose": "Hosting", "location": "EU (Frankfurt)", "products": "Mail"},
            {
                "name": "Beta Mail, Inc.",
                "purpose": "E-mail delivery",
                "location": "US East",
                "products": "Mail; Archive",
            },
        ]
    }
).encode()
BOOK = xlsx(
    [
        ["Verzeichnis der Unterauftragnehmer"],
        [],
        ["Unterauftragnehmer", "Zweck", "Standort der Verarbeitung", "Vertragsbeginn", "Garantien"],
        ["Acme Hosting GmbH", "Hosting", "Deutschland", "01.09.2023", ""],
        ["Beta Mail, Inc.", "E-Mail-Versand", "USA", "13.10.2022", "SCC; DPF"],
    ]
)


@pytest.fixture(autouse=True)
def _empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("name", "raw", "rows"), [("page.md", PAGE, 4), ("register.xlsx", BOOK, 2), ("list.json", DATA, 2)]
)
def test_two_commands_from_a_download_to_findings(name: str, raw: bytes, rows: int) -> None:
    """A Markdown page, an Excel file with a title row and German dates, and a JSON file."""
    Path(name).write_bytes(raw)
    started = vendors("init", "--from", name)
    assert started.out == "data/vendors.csv\ndata/policy.toml\n"
    assert f"{rows} rows in data/vendors.csv" in started.err
    ran = vendors("check", "--as-of", DAY)
    assert ran.status == 1
    assert f"Looked at {rows} engagements" in ran.out
    assert "Beta Mail, Inc." in vendors("check", "--as-of", DAY, "--each").out
    assert "transfer" in ran.out


def test_days_products_and_regions_come_along() -> None:
    """The German days of the workbook; the products of the data, and the data regions that occur."""
    Path("register.xlsx").write_bytes(BOOK)
    vendors("init", "--from", "register.xlsx", "book")
    sheet = Path("book/data/vendors.csv").read_text(encoding="utf-8-sig")
    assert "2023-09-01" in sheet
    assert "2022-10-13" in sheet
    Path("list.json").write_bytes(DATA)
    vendors("init", "--from", "list.json", "data-file")
    policy = Path("data-file/data/policy.toml").read_text(encoding="utf-8")
    assert all(part in policy for part in ("[products.mail]", "[products.archive]", "[zones.eu]", "[zones.us]"))
    assert ",mail; archive,*," in Path("data-file/data/vendors.csv").read_text(encoding="utf-8-sig")


def test_every_command_takes_what_the_list_does_not_say() -> None:
    """No seat, no data, no address: the documents and pictures are made all the same."""
    Path("page.md").write_bytes(PAGE)
    vendors("init", "--from", "page.md")
    for arguments in (
        ("annex", "--format", "md", "-o", "-"),
        ("graph", "--format", "dot", "-o", "-"),
        ("list",),
        ("show", "acme-hosting-gmbh"),
        ("check", "--format", "json"),
    ):
        ran = vendors(*arguments)
        assert ran.status in (0, 1), ran.err
        assert "Acme Hosting GmbH" in ran.out or "acme-hosting-gmbh" in ran.out


def test_nothing_is_written_over_a_register() -> None:
    Path("page.md").write_bytes(PAGE)
    vendors("init")
    before = Path("data/vendors.csv").read_bytes()
    ran = vendors("init", "--from", "page.md")
    assert (ran.status, "are there already" in ran.err) == (2, True)
    assert Path("data/vendors.csv").read_bytes() == before
