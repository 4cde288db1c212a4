"""vendors annex --customer: products, data region, conditions, language and terms come from the sheet of customers."""

from pathlib import Path

import pytest

from tests.cli.program import SHEET, Program
from tests.small import POLICY

MORE = """
[products.chat]
name = "Chat"

[zones.us]
name = "US"
places = ["US"]
"""
CUSTOMERS = """\
key,name,legal name,products,zone,language,notice days,objection days,days,commitments
acme,Acme,Acme & Söhne KG,mail,eu,de,45,20,calendar,
bolt,Bolt,,chat,us,,,,,
"""


@pytest.fixture
def vendors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    data = tmp_path / "data"
    data.mkdir()
    (data / "vendors.csv").write_text(SHEET, encoding="utf-8")
    (data / "policy.toml").write_text(POLICY + MORE, encoding="utf-8")
    (data / "customers.csv").write_text(CUSTOMERS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Program("annex", tmp_path, monkeypatch, capsys)


def test_the_annex_is_the_customers_in_its_language_with_its_terms(vendors: Program) -> None:
    ran = vendors("--customer", "acme", "--format", "md", "-o", "-")
    assert ran.status == 0
    assert ran.out.startswith("# Liste der Unterauftragsverarbeiter\n")
    for said in ("Acme & Söhne KG", "45 Tage", "20 Tage", "Sample Cloud"):
        assert said in ran.out, said


def test_another_customer_gets_what_it_uses_and_nothing_of_the_first(vendors: Program) -> None:
    ran = vendors("--customer", "bolt", "--format", "md", "-o", "-")
    assert "Söhne" not in ran.out
    assert "Sample Cloud" not in ran.out


def test_the_file_has_the_customers_key(vendors: Program) -> None:
    assert vendors("--customer", "acme", "--format", "md").out == "annex.acme.md\n"


def test_a_customer_there_is_not_is_told_with_the_one_meant(vendors: Program) -> None:
    ran = vendors("--customer", "acne")
    assert (ran.status, ran.err) == (2, 'There is no customer "acne"; did you mean "acme"?\n')


def test_a_customer_brings_its_own_products_and_region(vendors: Program) -> None:
    ran = vendors("--customer", "acme", "--zone", "eu")
    assert (ran.status, ran.out) == (2, "")
    assert "leave --product and --zone out" in ran.err


def test_faults_of_the_sheet_of_customers_are_told_with_their_cells(vendors: Program) -> None:
    (vendors.folder / "data" / "customers.csv").write_text("key,name,zone\nacme,Acme,mars\n", encoding="utf-8")
    ran = vendors("--customer", "acme")
    assert ran.status == 2
    assert 'data/customers.csv:2 [zone] "mars" is not a data region of the policy' in ran.err


def test_the_sheet_of_customers_is_never_overwritten(vendors: Program) -> None:
    ran = vendors("--format", "md", "-o", "data/customers.csv")
    assert ran.status == 2
    assert (vendors.folder / "data" / "customers.csv").read_text(encoding="utf-8") == CUSTOMERS
