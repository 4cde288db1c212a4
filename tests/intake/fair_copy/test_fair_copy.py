"""A sheet as we would have written it."""

import io
import re
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import make
from tests.intake.hand_in import sheet
from vendor_registry.intake.columns import COLUMNS
from vendor_registry.intake.fair_copy.as_csv import as_csv
from vendor_registry.intake.fair_copy.as_xlsx import as_xlsx
from vendor_registry.intake.fair_copy.fair_copy import FairCopy, fair_copy
from vendor_registry.intake.fair_copy.words import words
from vendor_registry.intake.registry import understand
from vendor_registry.intake.sheet.header import ENGAGEMENTS
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.intake.sheet.workbook import read
from vendor_registry.model.text.sheet import Row, Sheet

POLICY = make.policy()
MESSY = (
    "Colour;Legal Name;vendor;KEY;country;role;service;purpose_de;purpose;products;zone;data_subjects;data;region;"
    "since;mechanism;affiliate\n"
    'red; Acme Inc. ;Acme;acme;USA;Sub Processor;support;Support;"Tickets";mail ;eu;"customers;;recipients";content;'
    '"Germany (Frankfurt); be";01.09.2023;"DPF (1.9.2023);Standard Contractual Clauses M3";nein\n'
)


def fair(tmp_path: Path, text: str) -> FairCopy:
    path = tmp_path / "vendors.csv"
    path.write_text(text, encoding="utf-8")
    return fair_copy(read_sheet(path, "v.csv"), POLICY)


def test_columns_words_and_days_of_a_fair_copy(tmp_path: Path) -> None:
    """Titles as people write them, an extra column, names of countries, German days and a German no."""
    made = fair(tmp_path, MESSY)
    assert dict(zip(made.sheet.header, made.sheet.rows[0].values, strict=True)) == {
        "key": "acme",
        "vendor": "Acme",
        "legal_name": "Acme Inc.",
        "country": "US",
        "affiliate": "no",
        "role": "sub-processor",
        "service": "support",
        "purpose": "Tickets",
        "purpose_de": "Support",
        "products": "mail",
        "zone": "eu",
        "data_subjects": "customers; recipients",
        "data": "content",
        "region": "DE (Frankfurt); BE",
        "mechanism": "DPF (2023-09-01); Standard Contractual Clauses M3",
        "since": "2023-09-01",
        "Colour": "red",
    }
    assert [*made.sheet.header] == [
        *(name for column in COLUMNS for name in (column.header, "purpose_de" * (column.header == "purpose"))
          if name in made.sheet.header),
        "Colour",
    ]  # fmt: skip
    assert made.reordered
    assert 'v.csv:2 [since] "01.09.2023" > "2023-09-01"' in map(str, made.changes)
    assert 'v.csv:1 [legal_name] "Legal Name" > "legal_name"' in map(str, made.changes)


def test_the_fair_copy_of_a_fair_copy_is_itself(tmp_path: Path) -> None:
    again = fair(tmp_path, as_csv(fair(tmp_path, MESSY).sheet).decode())
    assert (again.changes, again.reordered) == ((), False)


def test_a_sheet_that_is_in_order_stays(tmp_path: Path) -> None:
    """Blank cells stay blank: what a row takes from another one is not written into it."""
    ours = [column.header for column in COLUMNS]
    rows = sheet({"legal_name": "Acme Ltd"}, {"legal_name": ""})
    made = fair(tmp_path, rows)
    assert made.changes == ()
    assert list(made.sheet.header) == sorted(made.sheet.header, key=ours.index)
    assert [row.values[2] for row in made.sheet.rows] == ["Acme Ltd", ""]


def test_a_workbook_reads_back_to_the_same_register(tmp_path: Path) -> None:
    """With its drop-downs, notes and explanations, which are no table of ours."""
    made = fair(tmp_path, MESSY)
    path = tmp_path / "vendors.xlsx"
    path.write_bytes(as_xlsx(made.sheet, POLICY))
    found = read_sheet(path, "v.csv")
    assert [remark for remark in found.remarks if not remark.on_request] == []
    assert (found.header, [row.values for row in found.rows]) == (
        made.sheet.header,
        [row.values for row in made.sheet.rows],
    )
    assert understand((found,), POLICY).engagements[0].since == understand((made.sheet,), POLICY).engagements[0].since


HOSTILE = st.text(st.sampled_from("=+-@|'\"{}<>&;\t \n1e5äß€✓\u202e_x000D_"), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(texts=st.lists(HOSTILE.filter(lambda one: one.strip() != ""), min_size=1, max_size=5))
def test_every_text_stays_a_text_in_a_workbook(texts: list[str]) -> None:
    """Formulas, links, numbers, markup and escapes; none becomes anything else."""
    rows = tuple(Row(line, ("k", "V", text)) for line, text in enumerate(texts, start=2))
    raw = as_xlsx(Sheet("v", ("key", "vendor", "notes"), rows), POLICY)
    found = read(io.BytesIO(raw), "v", "Vendors", ENGAGEMENTS)
    assert [row.values[2].strip(" ") for row in found.rows[1:]] == [text.strip(" ") for text in texts]
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_drop_downs_offer_the_words_of_the_policy() -> None:
    """Each points to its list on the page of explanations; cells that may hold several let others in."""
    raw = as_xlsx(Sheet("v", tuple(column.header for column in COLUMNS), ()), POLICY)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
        notes = archive.read("xl/comments1.xml").decode()
    found = words(POLICY, len(COLUMNS))
    assert {choice for choice, _ in found["zone"].choices} == {*POLICY.zones, "*"}
    for name, one in found.items():
        (rule,) = re.findall(rf'<dataValidation type="list"[^>]*promptTitle="{name}".*?</dataValidation>', page)
        assert one.source.removeprefix("=") in rule
        assert ("showErrorMessage" in rule) is not one.several
    assert page.count('type="date"') == sum(column.accepted.startswith("day as") for column in COLUMNS)
    assert all(column.meaning.replace("&", "&amp;") in notes for column in COLUMNS)
    assert 'state="frozen"' in page


def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path) -> None:
    made = fair(tmp_path, MESSY)
    assert as_xlsx(made.sheet, POLICY) == as_xlsx(made.sheet, POLICY)


def test_what_is_said_to_be_unknown_stays_so(tmp_path: Path) -> None:
    """A blank seat would be taken from another row, a blank purpose refused."""
    made = fair(tmp_path, sheet({"country": "n/a", "purpose": "tbd"}))
    cells = dict(zip(made.sheet.header, made.sheet.rows[0].values, strict=True))
    assert (cells["country"], cells["purpose"]) == ("unknown", "unknown")


def test_a_lone_carriage_return_in_a_cell_begins_no_row(tmp_path: Path) -> None:
    path = tmp_path / "v.csv"
    for end in ("\n", "\r\n"):
        path.write_bytes(as_csv(Sheet("v.csv", ("key", "notes"), (Row(2, ("a", "b\rc\n\r\nd")),)), end))
        assert path.read_bytes() == f'key,notes{end}a,"b\rc\n\r\nd"{end}'.encode()


def test_the_filter_of_a_workbook_covers_every_row(tmp_path: Path) -> None:
    """Excel filters no row outside it."""
    row = MESSY.splitlines()[1]
    made = fair(tmp_path, MESSY + row.replace(";acme;", ";acme-2;") + "\n" + row.replace(";acme;", ";acme-3;") + "\n")
    with zipfile.ZipFile(io.BytesIO(as_xlsx(made.sheet, POLICY))) as book:
        found = re.search(r'<autoFilter ref="A1:[A-Z]+([0-9]+)"', book.read("xl/worksheets/sheet1.xml").decode())
    assert found is not None
    assert found[1] == "4"


def test_words_of_the_policy_become_its_keys(tmp_path: Path) -> None:
    """With commas between, and by name; a list of keys stays as it is written, in its order."""
    text = MESSY.replace(";content;", ";Content, contact;")
    made = fair(tmp_path, text)
    assert dict(zip(made.sheet.header, made.sheet.rows[0].values, strict=True))["data"] == "contact; content"
    kept = fair(tmp_path, MESSY.replace(";content;", ';"content;contact";'))
    assert dict(zip(kept.sheet.header, kept.sheet.rows[0].values, strict=True))["data"] == "content; contact"
