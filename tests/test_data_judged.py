"""The register in data/, read and judged by the package itself."""

from datetime import date
from pathlib import Path

import pytest

from vendor_registry.case.case import Case
from vendor_registry.model.finding import Verdict
from vendor_registry.rules import isolation, vendor_rows_agree
from vendor_registry.use_cases.load import Loaded, load

DATA = Path(__file__).parent.parent / "data"
THAT_DAY = date(2023, 1, 16)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(DATA / "vendors.csv", DATA / "policy.toml")


@pytest.fixture(scope="module")
def case(loaded: Loaded) -> Case:
    return Case(loaded.registry, loaded.policy, THAT_DAY)


def test_intake_reads_both_files_without_a_fault(loaded: Loaded) -> None:
    """Every row becomes an engagement, and nothing in them is unknown to the reader."""
    assert len(loaded.registry.engagements) == 39
    assert loaded.registry.unknown_columns == ()
    assert loaded.policy.company.name == "Sinch Email"
    assert len(loaded.policy.systems) == 11


def test_rows_of_one_vendor_agree(case: Case) -> None:
    """Google Cloud, Rackspace and AWS have several rows each."""
    (spec,) = case.policy.rules
    outcome = vendor_rows_agree.check(case, spec)
    assert outcome.findings == ()
    assert outcome.examined.startswith("3 vendors")


def test_only_the_group_companies_leave_it_open_whether_the_data_regions_stay_apart(case: Case) -> None:
    """All hosting keeps its region; what the group gets is not published, so nobody can say."""
    (spec,) = case.policy.rules
    open_ends = {(one.sink, one.verdict) for one in isolation.check(case, spec).findings}
    group = ("mailgun-technologies", "mailjet-sas", "sinch-ab")
    assert open_ends == {(key, Verdict.GAP) for key in group}
