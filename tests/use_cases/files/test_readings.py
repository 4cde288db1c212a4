"""How a sheet was read, told once."""

from pathlib import Path

from tests import make
from tests.intake.hand_in import registry, sheet
from tests.intake.workbooks import xlsx
from vendor_registry.model.policy.policy import Named, RuleSpec
from vendor_registry.model.policy.terms import SheetTerms
from vendor_registry.rules.policy.require import Require
from vendor_registry.rules.shared.asked_columns import AskedColumn
from vendor_registry.use_cases.files.readings import readings, strange_columns, unused_titles


def test_each_reading_of_a_title_is_told_once(tmp_path: Path) -> None:
    """Supplier and Purpose of processing; the columns with our names say nothing."""
    text = sheet({}, {}).replace("vendor", "Supplier", 1).replace("purpose", "Purpose of processing", 1)
    assert list(readings(registry(tmp_path, text), make.policy())) == [
        "vendors.csv: read as utf-8 with commas between.",
        'vendors.csv:1: the column "Supplier" is read as vendor.',
        'vendors.csv:1: the column "Purpose of processing" is read as purpose.',
    ]


def test_a_title_that_is_mapped_and_nowhere_is_told(tmp_path: Path) -> None:
    """Suplier, where the sheet has Supplier."""
    found = registry(tmp_path, sheet({}).replace("vendor", "Supplier", 1))
    policy = make.policy(sheet=SheetTerms(columns={"Suplier": "vendor", "Supplier": "vendor", "Farbe": ""}))
    assert list(unused_titles(found, policy)) == [("Suplier", "Supplier"), ("Farbe", "")]


def test_a_column_that_the_policy_names_is_not_strange(tmp_path: Path) -> None:
    """Kept by [sheet.columns], or asked for by a rule; "Ower" is neither."""
    found = registry(tmp_path, sheet({"Farbe": "rot", "Owner": "Ada", "Ower": "Bob"}))
    asks = RuleSpec(id="owner", type="require", parameters=Require(filled=(AskedColumn("Owner", extra=True),)))
    policy = make.policy(sheet=SheetTerms(columns={"Farbe": ""}), rules=(asks,))
    assert list(strange_columns(found, make.policy())) == [("Farbe", ""), ("Owner", ""), ("Ower", "")]
    assert list(strange_columns(found, policy)) == [("Ower", "")]


def test_words_of_cells_are_told_once_each(tmp_path: Path) -> None:
    """Places that are more than codes and names, and texts that say nothing."""
    rows = [{"region": "US East"}, {"region": "US East"}, {"region": "Germany; EEA"}, {"region": "n/a", "contact": "-"}]
    assert list(readings(registry(tmp_path, sheet(*rows)), make.policy()))[1:] == [
        'vendors.csv [region]: "US East" is read as US (US East).',
        'vendors.csv [region]: "n/a" is read as blank.',
        'vendors.csv [contact]: "-" is read as blank.',
    ]


def test_readings_of_a_workbook_name_its_cells(tmp_path: Path) -> None:
    """A table that begins at C3; the header is there, not in line 3 of a text."""
    titles, cells = (line.split(",") for line in sheet({"region": "US East"}).splitlines())
    titles[titles.index("vendor")] = "Supplier"
    book = xlsx([["Acme"], [], ["", "", *titles], ["", "", *cells]])
    told = list(readings(registry(tmp_path, book), make.policy()))
    column = chr(ord("C") + titles.index("Supplier"))
    assert f'vendors.csv!vendors!{column}3: the column "Supplier" is read as vendor.' in told
    column = chr(ord("C") + titles.index("region"))
    assert f'vendors.csv!vendors!{column}4 [region]: "US East" is read as US (US East).' in told


def test_words_of_the_policy_by_their_names_are_told(tmp_path: Path) -> None:
    """Keys say themselves; so does a list of them, but what stands between is told."""
    rows = [{"data": "content; contact"}, {"data": "content, contact"}, {"service": "Kundendienst"}]
    service = {"support": Named(key="support", name={"de": "Kundendienst"})}
    policy = make.policy(services=service)
    assert list(readings(registry(tmp_path, sheet(*rows), policy), policy))[1:] == [
        'vendors.csv [service]: "Kundendienst" is read as support.',
        'vendors.csv [data]: "content, contact" is read as contact; content.',
    ]
