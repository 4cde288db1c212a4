"""The register in data/, read and judged by the package itself."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.register.registry import Registry
from vendor_registry.rules.policy import forbid, isolation
from vendor_registry.rules.sheet import vendor_rows_agree
from vendor_registry.use_cases.files.load import Loaded, load

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
    spec, _ = case.policy.rules
    outcome = vendor_rows_agree.check(case, spec)
    assert outcome.findings == ()
    assert outcome.examined.startswith("3 vendors")


def test_only_the_group_companies_leave_it_open_whether_the_data_regions_stay_apart(case: Case) -> None:
    """All hosting keeps its region; what the group gets is not published, so nobody can say."""
    spec, _ = case.policy.rules
    open_ends = {(one.sink, one.verdict) for one in isolation.check(case, spec).findings}
    group = ("mailgun-technologies", "mailjet-sas", "sinch-ab")
    assert open_ends == {(key, Verdict.GAP) for key in group}


def test_data_that_customers_are_asked_not_to_send_reaches_nobody_and_one_row_would_break_that(case: Case) -> None:
    _, spec = case.policy.rules
    assert forbid.check(case, spec).findings == ()
    stripe = case.registry.by_key["stripe"]
    for category in ("sensitive.identity-number", "sensitive.card-number", "sensitive.medical"):
        spoilt = replace(stripe, data=(*(stripe.data or ()), category))
        others = tuple(spoilt if one.key == "stripe" else one for one in case.registry.engagements)
        found = forbid.check(replace(case, registry=Registry(others)), spec).findings
        assert {one.sink for one in found if one.verdict is Verdict.BROKEN} == {"stripe"}


def test_section_6_of_the_privacy_policy_names_two_more_who_are_engaged_for_nothing(loaded: Loaded) -> None:
    assert list(loaded.policy.recipients) == ["authorities", "successor"]
    assert all(one.when and one.basis and "section 6" in one.source for one in loaded.policy.recipients.values())
    assert loaded.policy.recipients.keys().isdisjoint(loaded.registry.by_key)
