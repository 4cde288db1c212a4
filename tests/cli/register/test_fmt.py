"""vendors fmt: shows first, writes only where it is told to, and keeps what was there."""

from pathlib import Path

import pytest

from tests.running import vendors
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.api import load
from vendor_registry.use_cases.register import fmt as use_case

MESSY = (
    "Register of vendors\r\n\r\n"
    "vendor;KEY;country;role;service;purpose;products;zone;data_subjects;data;region;since;Colour\r\n"
    "Acme;acme;USA;Sub Processor;support;Tickets;app;eu;customers;content;Germany;01.09.2023;gr\xfcn\r\n"
)
FAIR = (
    "\ufeffkey;vendor;country;role;service;purpose;products;zone;data_subjects;data;region;since;Colour\r\n"
    "acme;Acme;US;sub-processor;support;Tickets;app;eu;customers;content;DE;2023-09-01;gr\xfcn\r\n"
)


@pytest.fixture
def messy(starter: Path) -> Path:
    """A sheet of Windows with a title, our columns in another order, words and a German day."""
    path = starter / "data" / "vendors.csv"
    path.write_bytes(MESSY.encode("cp1252"))
    return path


def test_the_difference_is_shown_and_nothing_is_written(messy: Path) -> None:
    ran = vendors("fmt")
    assert ran.status == 0
    assert ran.stdout.decode() == (
        'data/vendors.csv:3 [key] "KEY" > "key"\n'
        'data/vendors.csv:4 [country] "USA" > "US"\n'
        'data/vendors.csv:4 [role] "Sub Processor" > "sub-processor"\n'
        'data/vendors.csv:4 [region] "Germany" > "DE"\n'
        'data/vendors.csv:4 [since] "01.09.2023" > "2023-09-01"\n'
        "data/vendors.csv: columns change places: key, vendor, country, role, service, purpose, products, zone, "
        "data_subjects, data, region, since, Colour\n"
        "6 changes.\n"
    )
    assert messy.read_bytes() == MESSY.encode("cp1252")


def test_check_fails_where_something_differs(messy: Path) -> None:
    assert vendors("fmt", "--check").status == 1
    assert messy.read_bytes() == MESSY.encode("cp1252")
    vendors("fmt", "--write")
    ran = vendors("fmt", "--check")
    assert (ran.status, ran.stdout) == (0, b"data/vendors.csv is in order: nothing to change.\n")


def test_write_keeps_the_sheet_as_it_was_beside_it(messy: Path) -> None:
    """With its delimiter and line ends; as UTF-8 with its mark, which Excel needs. A second backup has another name."""
    before = load(messy, messy.parent / "policy.toml").registry.engagements
    ran = vendors("fmt", "--write")
    told = "Written: data/vendors.csv. As it was, with all that is no cell of its table: data/vendors.csv.bak\n"
    assert ran.err.endswith(told)
    assert messy.read_bytes() == FAIR.encode()
    assert (messy.parent / "vendors.csv.bak").read_bytes() == MESSY.encode("cp1252")
    after = load(messy, messy.parent / "policy.toml").registry.engagements
    assert [one.key for one in after] == [one.key for one in before]
    messy.write_bytes(MESSY.encode("cp1252"))
    vendors("fmt", "--write")
    assert (messy.parent / "vendors.csv.bak1").exists()
    vendors("fmt", "--write")
    assert len(list(messy.parent.iterdir())) == 4


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_another_file_is_written_and_the_sheet_is_left_alone(messy: Path, suffix: str) -> None:
    ran = vendors("fmt", "-o", f"fair{suffix}")
    assert ran.status == 0
    assert messy.read_bytes() == MESSY.encode("cp1252")
    assert vendors("fmt", "--check", "--sheet", f"fair{suffix}").status == 0


def test_a_workbook_is_written_over_as_a_workbook(messy: Path) -> None:
    vendors("fmt", "-o", "fair.xlsx")
    old = Path("fair.xlsx").read_bytes()
    policy = messy.parent / "policy.toml"
    policy.write_text(policy.read_text(encoding="utf-8") + '\n[sheet.columns]\nColour = "notes"\n', encoding="utf-8")
    assert vendors("fmt", "--write", "--sheet", "fair.xlsx").status == 0
    assert Path("fair.xlsx.bak").read_bytes() == old
    assert load(Path("fair.xlsx"), policy).registry.engagements[0].notes == "gr\xfcn"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--check", "--write"], "Choose one of --check, --write and -o."),
        (["-o", "data/vendors.csv"], "is read here, and what is read is never overwritten"),
        (["-o", "fair.ods"], 'A sheet is written as .csv or .xlsx, not as ".ods"'),
    ],
)
def test_what_cannot_be_done_is_told(messy: Path, arguments: list[str], told: str) -> None:
    ran = vendors("fmt", *arguments)
    assert ran.status == 2
    assert told in ran.err
    assert messy.read_bytes() == MESSY.encode("cp1252")


def test_a_sheet_with_faults_is_not_written(messy: Path) -> None:
    messy.write_bytes(MESSY.replace("USA", "Uzza").encode("cp1252"))
    ran = vendors("fmt", "--write")
    assert (ran.status, ran.stdout) == (2, b"")
    assert [path.name for path in sorted(messy.parent.iterdir())] == ["policy.toml", "vendors.csv"]


def test_a_sheet_that_changed_meanwhile_is_not_written_over(messy: Path) -> None:
    """Legal saves in Excel while the difference is being read."""
    made = use_case.formatted(Path("data/vendors.csv"), Path("data/policy.toml"))
    messy.write_bytes(b"of somebody else")
    with pytest.raises(UsageError, match="was changed while it was being read"):
        use_case.write_over(made)
    assert messy.read_bytes() == b"of somebody else"
