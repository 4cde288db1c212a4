"""Every rule has a page, and its example says what the rule says."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import vendor_registry.rules
from tests.make import DAY
from vendor_registry.case.case import Case
from vendor_registry.intake.customers import read_customers
from vendor_registry.intake.policy.read import read_policy
from vendor_registry.intake.registry import understand
from vendor_registry.intake.sheet.read import read_sheet
from vendor_registry.intake.waivers import read_waivers
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.policy.waiver import Waiver
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.rules.catalogue import RULES
from vendor_registry.rules.judge import judge
from vendor_registry.rules.rule import Rule

PAGES = Path(vendor_registry.rules.__path__[0]) / "pages"
SECTIONS = ["What it looks at", "Example", "What it says", "How to mend", "When it is wrong"]
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)

POLICY = """\
[company]
name = "Acme Mail"
legal_name = "Acme Mail GmbH"
country = "DE"

[products]
mail.name = "Mail"
chat.name = "Chat"

[zones]
eu = { name = "EU", places = ["EEA"] }
us = { name = "US", places = ["US"] }

[services]
hosting.name = "Hosting"
support.name = "Support"
payments.name = "Payments"

[data_subjects]
customers.name = "Customers"

[data]
content.name = "Content"
contact.name = "Contact data"
payment.name = "Payment data"

[systems.platform-eu]
name = "Platform, EU"
products = ["mail"]
zone = "eu"
region = "DE"
data_subjects = ["customers"]
data = ["content", "contact"]

[systems.platform-us]
name = "Platform, US"
products = ["mail"]
zone = "us"
region = "US"
data_subjects = ["customers"]
data = ["content", "contact"]
"""
"""Of all pages: what the examples do not show is filled and harmless."""

HARMLESS = {
    "address": "1 Main Street, Berlin",
    "contact": "Ada Lee, DPO, dpo@example.com",
    "country": "DE",
    "role": "sub-processor",
    "service": "hosting",
    "purpose": "Hosting",
    "products": "mail",
    "zone": "eu",
    "data_subjects": "customers",
    "data": "content",
    "region": "DE",
}
NAMES = {"vendor": "{}", "legal_name": "{} Ltd"}  # of each row its own, made of its key


def page(rule: Rule) -> str:
    return (PAGES / f"{rule.id}.md").read_text(encoding="utf-8")


def blocks(rule: Rule, language: str) -> list[str]:
    return [text for found, text in BLOCK.findall(page(rule)) if found == language]


def filled(sheet: Sheet) -> Sheet:
    """The sheet of an example with harmless cells in the columns that it does not show."""
    more = {name: text for name, text in HARMLESS.items() if name not in sheet.header}
    names = {name: form for name, form in NAMES.items() if name not in sheet.header}
    key = sheet.header.index("key")
    rows = (
        Row(row.line, (*row.values, *more.values(), *(form.format(row.values[key].title()) for form in names.values())))
        for row in sheet.rows
    )
    return Sheet(sheet.file, (*sheet.header, *more, *names), tuple(rows))


def findings(rule: Rule, folder: Path) -> list[Finding]:
    """What the rule says of the example on its page."""
    (folder / "policy.toml").write_text("\n".join([POLICY, *blocks(rule, "toml")]), encoding="utf-8")
    policy = read_policy(folder / "policy.toml", "policy.toml")
    tables = blocks(rule, "csv")
    (folder / "vendors.csv").write_text(tables[0], encoding="utf-8")
    registry = understand((filled(read_sheet(folder / "vendors.csv", "vendors.csv")),), policy)
    waivers: tuple[Waiver, ...] = ()
    customers: tuple[Customer, ...] = ()
    for text in tables[1:]:
        if text.startswith("key,name"):
            (folder / "customers.csv").write_text(text, encoding="utf-8")
            customers = read_customers(folder / "customers.csv", policy, "customers.csv")
            continue
        (folder / "waivers.csv").write_text(text, encoding="utf-8")
        waivers = read_waivers(folder / "waivers.csv", policy, "waivers.csv")
    outcomes = judge(Case(registry, policy, DAY, waivers, customers), waivers)
    return [finding for outcome in outcomes if outcome.type == rule.id for finding in outcome.findings]


def told(found: list[Finding]) -> str:
    """Findings as pages print them."""
    return "".join(f"{one.cell}  {one.verdict}\n    {one.message}\n" for one in found)


def test_there_is_a_page_for_each_rule_and_none_besides() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.md")) == sorted(rule.id for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_has_title_law_and_all_sections(rule: Rule) -> None:
    lines = page(rule).splitlines()
    assert lines[0] == f"# {rule.id}: {rule.title}"
    assert lines[2] == f"**Law:** {'; '.join(rule.law)}"
    assert [line[3:] for line in lines if line.startswith("## ")] == SECTIONS
    assert max(map(len, lines)) <= 120 or "```" in page(rule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_example_of_a_page_says_what_the_rule_says(rule: Rule, tmp_path: Path) -> None:
    found = findings(rule, tmp_path)
    assert found, "an example on which nothing is found explains nothing"
    assert told(found) == "".join(blocks(rule, "text"))


@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.standing], ids=lambda rule: rule.id)
def test_a_page_of_a_policy_rule_names_every_parameter(rule: Rule) -> None:
    assert is_dataclass(rule.parameters)
    names = [field.name.rstrip("_") for field in fields(rule.parameters)]
    assert [name for name in names if f"`{name}`" not in page(rule)] == []
