"""docs/policy.md names every entry of the policy, and no other."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from vendor_registry.model.policy import policy as nouns
from vendor_registry.model.policy.contract import ContractTerms, Measure
from vendor_registry.model.policy.party import Company, Entity
from vendor_registry.model.policy.terms import NoticeTerms, SheetTerms, SiteTerms

PAGE = (Path(__file__).parent.parent / "docs" / "policy.md").read_text(encoding="utf-8")
TABLES = {
    "[company]": Company,
    "[entities.KEY]": Entity,
    "[products.KEY]": nouns.Named,
    "[zones.KEY]": nouns.DataRegion,
    "[services.KEY]": nouns.Named,
    "[conditions.KEY]": nouns.Named,
    "[data_subjects.KEY]": nouns.Named,
    "[data.KEY]": nouns.Category,
    "[systems.KEY]": nouns.System,
    "[[flows]]": nouns.OwnFlow,
    "[purposes.KEY]": nouns.Purpose,
    "[recipients.KEY]": nouns.Recipient,
    "[notice]": NoticeTerms,
    "[contract]": ContractTerms,
    "[measures.KEY]": Measure,
    "[sheet]": SheetTerms,
    "[site]": SiteTerms,
}
SPELT = {"source": "from", "target": "to"}


@pytest.mark.parametrize(("table", "noun"), TABLES.items(), ids=TABLES)
def test_the_page_names_every_entry_of_a_table(table: str, noun: type) -> None:
    [row] = [line for line in PAGE.splitlines() if line.startswith(f"| `{table}`")]
    named = re.findall(r"`(\w+)`", row.split("|")[2])
    spelt = SPELT if noun is nouns.OwnFlow else {}
    known = [spelt.get(one.name, one.name) for one in fields(noun) if one.name not in ("key", "cell")]
    assert sorted(named) == sorted(known)


def test_every_table_of_the_policy_has_a_row() -> None:
    told = {table.strip("[]").split(".")[0] for table in TABLES} | {"rules"}
    top = set(re.findall(r"^\| (?:top of the file )?\| `(\w+)`", PAGE, re.MULTILINE))
    top |= set(re.findall(r"^\| top of the file \| `(\w+)`", PAGE, re.MULTILINE))
    assert {one.name for one in fields(nouns.Policy)} - {"file"} == told | top
