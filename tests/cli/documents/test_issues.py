"""When the list last changed, asked of the ledger."""

from pathlib import Path

from tests.running import vendors


def changed(*options: str) -> str:
    ran = vendors("annex", "--as-of", "2099-01-01", "--format", "markdown", "-o", "-", *options)
    assert ran.status == 0, ran.err
    return next(row for row in ran.out.splitlines() if "Last changed" in row)


def test_the_annex_tells_the_day_of_the_newest_published_list_that_differs(starter: Path) -> None:
    undated = changed()
    assert not (starter / ".vendors").exists(), "asking makes no ledger"
    vendors("publish", "--yes", "--effective", "2098-03-01")
    first = changed()
    assert "1 March 2098" in first != undated
    sheet = starter / "data" / "vendors.csv"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(text.replace("Runs the application", "Runs all of it"), encoding="utf-8", newline="")
    assert changed() == first, "what is not published has no day"
    vendors("publish", "--yes", "--effective", "2098-06-01")
    assert "1 June 2098" in changed()
    assert changed("--revision", "1") == first
