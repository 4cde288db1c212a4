"""Titles of columns as people write them, in four languages and as published lists have them."""

import csv
from importlib import resources

import pytest

from vendor_registry.intake.columns import COLUMNS, as_ours, column
from vendor_registry.intake.words.headers import column_of, columns_of

TABLE = resources.files("vendor_registry.intake.words") / "headers.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Legal entity", "legal_name"),
        ("Purpose of processing", "purpose"),
        ("Location", "region"),
        ("Transfer mechanism", "mechanism"),
        ("Standort der Verarbeitung", "region"),
        ("Finalité", "purpose"),
        ("Sub-Processor(s)", "vendor"),
        ("**Entity Name**", "vendor"),
        ("<b>Purpose/Services</b>", "purpose"),
        ("Appropriate Safeguards for transfers", "mechanism"),
        ("Address of the sub-processor", "address"),
        ("Vendor's address", "address"),
        ("Siège de l’entité", "country"),
        ("Nombre de la Entidad", "vendor"),
        ("업체명", "vendor"),
        ("LOCATION_OF_PROCESSING", "region"),
        ("Categories of Personal Data (Processed)", "data"),
    ],
)
def test_what_a_title_means(title: str, meant: str) -> None:
    assert column_of(title) == meant


@pytest.mark.parametrize("title", ["", "Colour", "Vendor risk", "2FA enabled", "#", "(x)", "Auditor", "x" * 100_000])
def test_what_no_table_knows_means_nothing(title: str) -> None:
    assert column_of(title) is None


def test_every_row_of_the_table_is_found_and_names_a_column_of_ours() -> None:
    """A title may stand twice, with two meanings; twice with one would make the second row a dead letter."""
    assert {row["column"] for row in ROWS} == {one.header for one in COLUMNS}
    assert {row["language"] for row in ROWS} >= {"en", "de", "fr", "es"}
    assert all(row["column"] in columns_of(row["header"]) for row in ROWS)
    assert len({(columns_of(row["header"]), row["column"]) for row in ROWS if len(columns_of(row["header"])) > 1}) == 2


@pytest.mark.parametrize(
    ("titles", "read"),
    [
        (["Rolle", "Zweck"], ("role", "purpose")),
        (["Zweck der Verarbeitung", "Rolle"], ("purpose", "role")),
        (["Rolle"], ("purpose",)),
        (["Función", "Finalidad"], ("role", "purpose")),
        (["Rolle", "Zweck", "Rolle nach DSGVO"], ("Rolle", "purpose", "role")),
    ],
)
def test_a_title_with_two_meanings_is_what_no_other_title_is(titles: list[str], read: tuple[str, ...]) -> None:
    """What a vendor does, as lists have it; beside a purpose, its role in law."""
    assert as_ours(titles) == read


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_every_column_that_a_sheet_must_have_has_a_title_in_every_language(language: str) -> None:
    had = {row["column"] for row in ROWS if row["language"] == language}
    assert {one.header for one in COLUMNS if one.required} <= had


def test_the_name_of_a_column_goes_before_a_synonym() -> None:
    """Country is our own word for the seat, whatever stands first."""
    assert as_ours(["Supplier", "vendor", "Country"]) == ("Supplier", "vendor", "country")
    assert as_ours(["Category", "Colour"], {"Colour": "service", "Category": ""}) == ("Category", "service")
    assert all(column(name) for name in as_ours([row["header"] for row in ROWS[:1]]))
