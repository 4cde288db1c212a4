"""A register with something for every part of the page: a chain that breaks a rule, days, conditions, roles."""

from datetime import date
from pathlib import Path

from vendor_registry.case.case import Case
from vendor_registry.changes.state import State
from vendor_registry.drawing.formats.catalogue import FORMATS
from vendor_registry.use_cases.diagrams.graph import graph
from vendor_registry.use_cases.diagrams.wish import Wish
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.ledger.comparison.compared import joined

DAY = date(2026, 11, 23)
POLICY = """\
[company]
name = "Acme Mail"
country = "DE"
[products.mail]
name = "Acme Mail"
[products.sms]
name = "Acme SMS"
[zones.eu]
name = "EU data region"
places = ["EEA"]
[zones.us]
name = "US data region"
places = ["US"]
[services.hosting]
name = "Hosting"
[services.support]
name = "Support"
[conditions.ai]
name = "AI features are on"
[data_subjects.customers]
name = "Customers"
[data.content]
name = "Content"
[data.contact]
name = "Contact data"
[data."contact.email"]
name = "E-mail address"
[systems.mail-eu]
name = "Mail platform (EU)"
products = ["mail"]
zone = "eu"
region = "DE"
data_subjects = ["customers"]
data = ["content", "contact"]
[systems.sms-eu]
name = "SMS platform"
products = ["sms"]
zone = "eu"
region = "FR"
data_subjects = ["customers"]
data = ["contact.email"]
[[rules]]
id = "apart"
type = "isolation"
statement = "Content stays in its data region."
severity = "broken"
between = ["eu", "us"]
data = ["content"]
"""
HEADER = (
    "key,vendor,country,role,service,purpose,products,zone,engaged_by,data_subjects,data,region,mechanism,"
    "since,until,condition"
)
ROWS = (
    "oak,Oak Cloud,DE,sub-processor,hosting,Hosting,*,eu,,customers,content; contact,DE,,,,",
    "elm,Elm Desk,IE,sub-processor,support,Support desk,mail,eu,,customers,content; contact.email,IE,,,,",
    "ash,Ash Metrics,US,sub-processor,support,Metrics of the desk,mail,eu,elm,customers,content,US,"
    "SCC M3 (2021-10-01),,,",
    "fir,Fir Pay,US,controller,support,Payments,sms,eu,,customers,contact.email,US,DPF (2024-01-01 to 2027-03-31),,,",
    "yew,Yew Brain,IE,sub-processor,support,Summaries,mail,eu,,customers,content,IE,,2027-01-15,,ai",
    "box,Box Files,CH,sub-processor,hosting,Files,sms,eu,,customers,contact,CH,,,2026-12-31,",
)


def case(folder: Path, rows: tuple[str, ...] = ROWS, policy: str = POLICY, as_of: date = DAY) -> Case:
    """The register as a case; what is written into the files is read as a user's would be."""
    (folder / "vendors.csv").write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    (folder / "policy.toml").write_text(policy, encoding="utf-8")
    loaded = load(folder / "vendors.csv", folder / "policy.toml")
    return Case(loaded.registry, loaded.policy, as_of)


def page(folder: Path, rows: tuple[str, ...] = ROWS, policy: str = POLICY, view: str = "region") -> Path:
    """The page of its places, or of another view, written into the folder."""
    made = graph(case(folder, rows, policy), FORMATS["html"], Wish(view=view))
    file = folder / "page.html"
    file.write_bytes(made.content)
    return file


def difference(folder: Path) -> Path:
    """The page of two states: Box Files goes, New Desk comes."""
    new = "new,New Desk,IE,sub-processor,support,Desk,sms,eu,,customers,contact,IE,,,,"
    both = joined(case(folder), case(folder, (*ROWS[:-1], new)), (State("old.csv"), State("vendors.csv")))
    made = graph(both.case, FORMATS["html"], Wish(view="diff", of="old.csv..", compared=both))
    file = folder / "difference.html"
    file.write_bytes(made.content)
    return file
