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


def test_all_customers_get_a_file_each_and_a_second_run_changes_nothing(vendors: Program) -> None:
    first = vendors("--all-customers", "--format", "md", "-o", "packs")
    assert first.out == "packs/acme.md\npacks/bolt.md\n"
    assert first.err == "2 customers: 2 written, 0 there already and the same.\n"
    index = (vendors.folder / "packs" / "index.csv").read_bytes()
    again = vendors("--all-customers", "--format", "md", "-o", "packs")
    assert again.err == "2 customers: 0 written, 2 there already and the same.\n"
    assert (vendors.folder / "packs" / "index.csv").read_bytes() == index
    alone = vendors("--customer", "acme", "--format", "md", "-o", "-").out
    assert (vendors.folder / "packs" / "acme.md").read_text(encoding="utf-8") == alone


def test_a_run_goes_on_where_the_one_before_was_stopped(vendors: Program) -> None:
    vendors("--all-customers", "--format", "md", "-o", "packs")
    (vendors.folder / "packs" / "bolt.md").write_text("half", encoding="utf-8")
    ran = vendors("--all-customers", "--format", "md", "-o", "packs")
    assert ran.err == "2 customers: 1 written, 1 there already and the same.\n"
    assert (vendors.folder / "packs" / "bolt.md").read_text(encoding="utf-8").startswith("# List of")


@pytest.mark.parametrize("file", ["vendors.csv", "policy.toml", "customers.csv"])
def test_what_a_file_is_made_from_decides_whether_it_is_made_anew(vendors: Program, file: str) -> None:
    vendors("--all-customers", "--format", "md", "-o", "packs")
    path = vendors.folder / "data" / file
    changed = {
        "vendors.csv": ("Data centres", "Servers"),
        "policy.toml": ("Acme Mail", "Acme Post"),
        "customers.csv": (",45,", ",46,"),
    }
    path.write_text(path.read_text(encoding="utf-8").replace(*changed[file]), encoding="utf-8")
    ran = vendors("--all-customers", "--format", "md", "-o", "packs")
    assert f"{1 if file == 'customers.csv' else 2} written" in ran.err
    assert changed[file][1].strip(",") in (vendors.folder / "packs" / "acme.md").read_text(encoding="utf-8")


def test_a_pack_of_all_documents_is_a_folder_for_each_customer(vendors: Program) -> None:
    ran = vendors("--all-customers", "--kind", "all", "--format", "md", "-o", "packs")
    files = ran.out.split()
    assert {"packs/acme/subprocessors.md", "packs/acme/scc.md", "packs/bolt/scc.md"} <= set(files)
    assert all((vendors.folder / file).read_bytes() for file in files)
    alone = vendors("--customer", "acme", "--kind", "scc", "--format", "md", "-o", "-").out
    assert (vendors.folder / "packs" / "acme" / "scc.md").read_text(encoding="utf-8") == alone
    again = vendors("--all-customers", "--kind", "all", "--format", "md", "-o", "packs")
    assert again.err == "2 customers: 0 written, 2 there already and the same.\n"


def test_without_customers_there_is_nobody_to_write_for(vendors: Program) -> None:
    (vendors.folder / "data" / "customers.csv").unlink()
    ran = vendors("--all-customers", "-o", "packs")
    assert (ran.status, ran.out) == (2, "")
    assert "There are no customers" in ran.err


def test_many_are_written_by_several_processes_in_the_order_of_their_keys(vendors: Program) -> None:
    rows = "".join(f"c{number:03},Customer {number},\n" for number in range(45))
    (vendors.folder / "data" / "customers.csv").write_text("key,name,language\n" + rows, encoding="utf-8")
    ran = vendors("--all-customers", "--format", "md", "-o", "packs")
    assert ran.out.split() == [f"packs/c{number:03}.md" for number in range(45)]
    assert "Customer 44\n" in (vendors.folder / "packs" / "c044.md").read_text(encoding="utf-8")


def test_a_customer_may_be_called_by_its_name_where_only_one_has_it(vendors: Program) -> None:
    by_key = vendors("--customer", "acme", "--format", "md", "-o", "-").out.partition("<!--")[0]
    assert vendors("--customer", "acme & söhne kg", "--format", "md", "-o", "-").out.startswith(by_key)
    vendors("--customer", "Acme & Söhne KG", "--format", "md")
    assert Path("annex.acme.md").is_file()
    customers = Path("data/customers.csv")
    customers.write_text(CUSTOMERS + "other,ACME,,chat,us,,,,,\n", encoding="utf-8")
    ran = vendors("--customer", "Acme", "--format", "md", "-o", "-")
    assert (ran.status, ran.err) == (2, '2 customers are called "Acme": acme, other. Name the key.\n')
