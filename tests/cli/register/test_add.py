"""vendors add: a row to paste."""

import csv
from pathlib import Path

import pytest

from tests.intake.workbooks import xlsx
from tests.running import vendors


@pytest.fixture(autouse=True)
def _empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_without_a_sheet_the_header_stands_above() -> None:
    """Each fact is told with its source; what nobody has seen is blank."""
    ran = vendors("add", "stripe")
    [row] = csv.DictReader(ran.out.splitlines())
    assert (row["key"], row["vendor"], row["legal_name"]) == ("stripe", "Stripe", "Stripe Payments Europe Ltd.")
    assert (row["country"], row["region"], row["mechanism"], row["contact"]) == ("IE", "", "", "")
    assert row["source"].startswith("https://")
    assert "dpa_url: https://stripe.com/legal/dpa (seen 2026-" in ran.err


def test_the_row_has_the_columns_and_the_delimiter_of_the_sheet() -> None:
    """A sheet with semicolons, titles of its people and a row of that key already; it is not touched."""
    sheet = Path("s.csv")
    sheet.write_text("Anbieter;key;Sitz;Farbe;Firmierung\nStripe;stripe;IE;;\n")
    ran = vendors("add", "Stripe", "--sheet", "s.csv")
    assert ran.out == "Stripe;stripe-2;IE;;Stripe Payments Europe Ltd.\n"
    assert sheet.read_text().endswith("IE;;\n")
    Path("s.xlsx").write_bytes(xlsx([["key", "vendor", "country"], ["a", "A", "DE"]]))
    assert vendors("add", "hetzner", "--sheet", "s.xlsx").out == "hetzner\tHetzner\tDE\n"


def test_places_on_offer_are_told_and_left_to_choose() -> None:
    """The vendor says where it may process, the customer where it does: what nobody chose stays blank, a gap."""
    ran = vendors("add", "sentry")
    [row] = csv.DictReader(ran.out.splitlines())
    assert (row["legal_name"], row["country"], row["region"]) == ("Functional Software, Inc.", "US", "")
    assert "region (blank, for you to choose among those offered): US (Iowa); DE (Frankfurt) (seen 2026-" in ran.err
    [only] = csv.DictReader(vendors("add", "Postmark").out.splitlines())
    assert only["region"] == "US"


def test_a_name_that_is_not_known_is_told_with_what_is() -> None:
    ran = vendors("add", "Strpe")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith('"Strpe" is not in the catalogue; did you mean Stripe? It knows ')
    assert vendors("add", "Foobar Nine").err.startswith(
        '"Foobar Nine" is not in the catalogue; write its row by hand, '
    )
