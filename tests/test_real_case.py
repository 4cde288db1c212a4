"""The list that was published on 16 January 2023, beside what is written from the register for that day."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from vendor_registry.case.case import Case
from vendor_registry.documents.annex import annex
from vendor_registry.documents.document import Row, Table
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.policy.policy import Policy
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.judgement.check import check

ROOT = Path(__file__).parent.parent
LISTS = Path(os.environ.get("VENDORS_REAL_LISTS", ROOT.parent / "shared" / "real-lists"))
PUBLISHED = LISTS / "sinch-email-annex3.md"
DAY = date(2023, 1, 16)
FACTS = {  # name: places, words of the activity, of the safeguards
    "Google Cloud Platform": ("Germany, Belgium, United States", "Data centres, InboxReady", "SCC, data encryption"),
    "Rackspace": ("Germany, United States", "Data centres, Email on Acid", "SCC, data encryption"),
    "MacStadium": ("United States", "Data centres, Email on Acid", "SCC, data encryption"),
    "Cyxtera": ("United States", "Data centres, Email on Acid", "SCC, data encryption"),
    "Proxiad Bulgaria": ("Bulgaria", "support tickets, TAM", "EU law, data minimization"),
    "Sitel India": ("India", "ticketing system, without access", "SCC, data encryption, data minimization"),
    "Mailgun Technologies": ("United States", "Group company, billing", "SCC, data encryption, data minimization"),
    "Mailjet": ("France", "Group company", "SCC, data encryption, data aggregation"),
    "Sinch AB": ("Sweden", "Group company", "SCC, data encryption, data aggregation"),
}
WORDS = {"USA": "United States", "SCCs": "SCC", "Datacenters": "Data centres", "Ticket support": "support tickets"}


@pytest.fixture(scope="module")
def case() -> Case:
    loaded = load(ROOT / "data" / "vendors.csv", ROOT / "data" / "policy.toml")
    return Case(loaded.registry, loaded.policy, DAY)


def rows(case: Case) -> dict[str, str]:
    """What the schedule says of each sub-processor, by its name."""
    tables = [block for block in annex(case, Scope(), language="en").blocks if isinstance(block, Table)]
    listed = [row for table in tables for row in table.rows if not row.level]
    return {row.cells[0][0][0].text: _text(row) for row in listed}


def _text(row: Row) -> str:
    return "\n".join("".join(run.text for run in line) for cell in row.cells for line in cell)


def test_the_schedule_has_the_same_nine_with_places_activities_and_safeguards(case: Case) -> None:
    said = rows(case)
    assert sorted(said) == sorted(FACTS)
    for name, facts in FACTS.items():
        for word in (word for fact in facts for word in fact.split(", ")):
            assert word in said[name], (name, word)


@pytest.mark.skipif(not PUBLISHED.is_file(), reason="the published list is not part of the project")
def test_the_published_table_has_the_same_names_places_and_safeguards(case: Case) -> None:
    said, seen = rows(case), set[str]()
    for line in PUBLISHED.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 4 or "<br>" not in cells[0]:
            continue
        name = cells[0].partition("<br>")[0].split(" (")[0].strip()
        seen.add(name)
        for fact in (*re.split(r"<br>|&|\([A-Z]+ customers\)", cells[1]), *cells[3].split("<br>")):
            word = WORDS.get(fact.strip(), fact.strip())
            assert word.casefold() in said[name].casefold(), (name, word)
    assert seen == set(FACTS)


def findings(case: Case, rule: str, key: str) -> list[Finding]:
    row = case.registry.by_key[key]
    outcomes = [outcome for outcome in check(case).outcomes if outcome.rule == rule]
    return [one for outcome in outcomes for one in outcome.findings if one.cell.line == row.line]


@pytest.mark.parametrize(
    ("rule", "key", "column"),
    [
        ("transfer-reservations", "gcp-eu", "mechanism"),
        ("complete", "proxiad-bulgaria", "legal_name"),
        ("complete", "sitel-india", "data"),
        ("complete", "sinch-ab", "contact"),
        ("transfer-without-ground", "macstadium-us", "mechanism"),
        ("no-transfer-between-data-centres", "mailgun-technologies", "region"),
    ],
)
def test_what_the_published_list_says_wrongly_is_found(case: Case, rule: str, key: str, column: str) -> None:
    columns = {cell.column for one in findings(case, rule, key) for cell in (one.cell, *one.related)}
    assert column in columns


@pytest.mark.parametrize("key", ["mailjet-sas", "sinch-ab"])
def test_clauses_in_the_area_are_found_once_it_is_said_where_the_company_sits(
    case: Case, key: str, tmp_path: Path
) -> None:
    assert findings(case, "transfer-reservations", key) == []
    [one] = findings(Case(case.registry, _in_france(tmp_path), DAY), "transfer-reservations", key)
    assert '"SCC" is not needed' in one.message


def _in_france(folder: Path) -> Policy:
    text = (ROOT / "data" / "policy.toml").read_text(encoding="utf-8")
    (folder / "policy.toml").write_text(text.replace("[company]\n", '[company]\ncountry = "FR"\n', 1), encoding="utf-8")
    return load(ROOT / "data" / "vendors.csv", folder / "policy.toml").policy
