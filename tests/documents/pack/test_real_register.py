"""The pack of the register in data/, as of the day it was published, read in review like code."""

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from tests.test_data import SUB_PROCESSORS, THIRD_PARTIES
from vendor_registry.case.case import Case
from vendor_registry.documents.document import Document, Heading
from vendor_registry.documents.formats.as_markdown import as_markdown
from vendor_registry.documents.pack.kinds import KINDS
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.documents.records.kinds import AS
from vendor_registry.use_cases.documents.pack import paper
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.selection.scope import Asked

ROOT = Path(__file__).parents[3]
SERVICES = {
    "hosting": "Hosting",
    "payments": "Payment providers",
    "website": "Website functions and optimisation",
    "customer-engagement": "Customer engagement",
    "ip-registry": "IP address registry",
}


@pytest.fixture(scope="module")
def case() -> Case:
    loaded = load(ROOT / "data" / "vendors.csv", ROOT / "data" / "policy.toml")
    return Case(loaded.registry, loaded.policy, date(2023, 1, 16))


@pytest.mark.parametrize(("kind", "language"), [*((kind, "en") for kind in KINDS), ("scc", "de"), ("recipients", "de")])
def test_the_documents_say_what_they_said(
    snapshot: Callable[[str, str], None], case: Case, kind: str, language: str
) -> None:
    document = paper(case, KINDS[kind], Asked(language=language)).document
    snapshot(f"{kind}.{language}.md", as_markdown(document).decode("utf-8").replace("data/", ""))


@pytest.mark.parametrize("capacity", AS)
def test_the_records_say_what_they_said(snapshot: Callable[[str, str], None], case: Case, capacity: str) -> None:
    contract = Contract(case, Scope(), Names(case.policy, phrases("en")))
    made: Paper = import_module(AS[capacity]).paper(contract)
    snapshot(f"record-{capacity}.en.md", as_markdown(made.document).decode("utf-8").replace("data/", ""))


def test_the_recipients_are_those_of_the_privacy_policy_group_by_group(case: Case) -> None:
    document = paper(case, KINDS["recipients"], Asked()).document
    for service, heading in SERVICES.items():
        said = _under(document, heading)
        for name in THIRD_PARTIES[service].split(", "):
            assert name in said, (heading, name)
    last = as_markdown(document).decode("utf-8")
    assert "Authorities, regulators and courts" in last
    assert "Successor of the business" in last


def test_the_list_of_sub_processors_has_the_nine_published_names(case: Case) -> None:
    said = as_markdown(paper(case, KINDS["scc"], Asked()).document).decode("utf-8")
    assert [name for name in sorted(SUB_PROCESSORS) if f"**{name}**" not in said] == []


def _under(document: Document, heading: str) -> str:
    """What stands below a heading, up to the next one."""
    start = document.blocks.index(Heading(heading))
    blocks = document.blocks[start + 1 :]
    end = next((number for number, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks))
    return str(blocks[:end])
