"""Small registers as texts, so that a cell is filled as a person would fill it, and everything is read again."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.make import DAY
from vendor_registry.case.case import Case
from vendor_registry.model.findings.remedy import Remedy
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.origin import Cell
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.judgement.remedies.first import first

HEADER = (
    "key", "vendor", "legal_name", "address", "contact", "country", "role", "service", "purpose", "products", "zone",
    "engaged_by", "data_subjects", "data", "region", "mechanism", "tia", "since", "notified",
)  # fmt: skip
FILLED = {
    "legal_name": "Sample Ltd",
    "address": "1 Main Street",
    "contact": "Ada",
    "country": "DE",
    "role": "sub-processor",
    "service": "hosting",
    "purpose": "Hosting",
    "products": "mail",
    "zone": "eu",
    "data_subjects": "customers",
    "data": "content",
    "region": "DE",
    "since": "2024-03-01",
    "notified": "2024-01-15",
}
_POLICY = """\
products = {{ mail = {{ name = "Mail" }} }}
services = {{ hosting = {{ name = "Hosting" }} }}
data_subjects = {{ customers = {{ name = "Customers" }} }}
data = {{ content = {{ name = "Content" }}, contact = {{ name = "Contact" }}, payment = {{ name = "Payment" }} }}
zones = {{ eu = {{ name = "EU", places = ["EEA"] }}, us = {{ name = "US", places = ["US"] }} }}

[company]
name = "Acme"
{company}
{systems}
"""
_APART = """
[[rules]]
id = "apart"
type = "isolation"
between = ["eu", "us"]
data = ["content"]
"""
_SYSTEM = """
[systems.{key}]
name = "{key}"
products = ["mail"]
zone = "{zone}"
{region}
data_subjects = ["customers"]
data = ["content", "contact"]
"""


@dataclass(frozen=True)
class Register:
    """What somebody wrote: rows by column, systems with zone and region, the seat of the company."""

    rows: tuple[Mapping[str, str], ...]
    systems: Mapping[str, tuple[str, str]] = field(default_factory=lambda: {"platform": ("eu", "DE")})
    company: str = "DE"
    apart: bool = True  # whether a rule keeps the data regions apart

    def judged(self) -> tuple[Case, Report]:
        """Written into files, read and judged."""
        with TemporaryDirectory() as folder:
            sheet, policy = Path(folder) / "vendors.csv", Path(folder) / "policy.toml"
            sheet.write_text(self._sheet(), encoding="utf-8")
            policy.write_text(self._policy(), encoding="utf-8")
            loaded = load(sheet, policy)
        case = Case(loaded.registry, loaded.policy, DAY, loaded.beside.waivers)
        return case, check(case)

    def remedies(self) -> tuple[Remedy, ...]:
        case, report = self.judged()
        return first(case, report, report).first

    def findings(self) -> int:
        return sum(finding.is_open for finding in self.judged()[1].findings)

    def filled(self, texts: Mapping[tuple[str, str], str]) -> "Register":
        """`texts` by key of the row, or "" for the policy, and column."""
        rows = tuple(
            {**row, **{column: text for (key, column), text in texts.items() if key == row["key"]}} for row in self.rows
        )
        systems, company = dict(self.systems), self.company
        for (key, column), text in texts.items():
            if key == "" and column == "company.country":
                company = text
            elif found := re.fullmatch(r"systems\.([\w-]+)\.(zone|region)", column):
                zone, region = systems[found[1]]
                systems[found[1]] = (text, region) if found[2] == "zone" else (zone, text)
        return replace(self, rows=rows, systems=systems, company=company)

    def place(self, cell: Cell) -> tuple[str, str]:
        return ("", cell.column) if "policy.toml" in cell.file else (self.rows[cell.line - 2]["key"], cell.column)

    def _sheet(self) -> str:
        lines = (",".join(f'"{self._cell(row, name)}"' for name in HEADER) for row in self.rows)
        return "\n".join((",".join(HEADER), *lines)) + "\n"

    def _cell(self, row: Mapping[str, str], name: str) -> str:
        return row.get(name, row["key"].title() if name == "vendor" else FILLED.get(name, ""))

    def _policy(self) -> str:
        systems = (
            _SYSTEM.format(key=key, zone=zone, region=f'region = "{region}"' if region else "")
            for key, (zone, region) in self.systems.items()
        )
        company = f'country = "{self.company}"' if self.company else ""
        return _POLICY.format(company=company, systems="\n".join(systems)) + (_APART if self.apart else "")


def promised(register: Register, remedies: Iterable[Remedy], one: Remedy) -> dict[tuple[str, str], str]:
    """What one remedy says is to be written, with the cells it names beside its own."""
    texts = {remedy.cell: remedy.supposed for remedy in remedies}
    cells = (one.cell, *one.together)
    return {register.place(cell): texts[cell] or _something(register, cell) for cell in cells}


def _something(register: Register, cell: Cell) -> str:
    """Where nothing was supposed: a cell that is blank only has to be filled, one that is not is to be emptied."""
    key, column = register.place(cell)
    row = next(row for row in register.rows if row["key"] == key)
    return "" if row.get(column, FILLED.get(column)) else "something"
