"""Every engagement of a kind has what we ask for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import make
from tests.intake.hand_in import registry, sheet
from tests.rules.policy_rules import check, told
from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.law.words.claims import understand
from vendor_registry.model.policy.policy import DataRegion
from vendor_registry.model.register.claim import Claim
from vendor_registry.model.text.origin import UsageError
from vendor_registry.rules.shared import asked_columns


def claims(text: str) -> tuple[Claim, ...]:
    return understand(text)[0]


def test_a_blank_cell_that_must_say_something_is_a_gap_once_for_a_vendor() -> None:
    """
    key  | vendor | dpa_url | retention
    desk | Acme   |         |
    lake | Acme   |         | 30 days
    """
    rows = (
        make.engagement("desk", vendor="Acme", line=2),
        make.engagement("lake", vendor="Acme", retention="30 days", line=3),
    )
    outcome = check(make.case(*rows), "require", filled=("dpa_url", "retention"))
    assert told(outcome) == [
        ("gap", "desk", "vendors.csv:2 [dpa_url]"),
        ("gap", "desk", "vendors.csv:2 [retention]"),
    ]


def test_what_was_never_done_is_no_gap_but_broken() -> None:
    """A blank `tia` or `reviewed` says that there is none."""
    outcome = check(make.case(make.engagement("desk")), "require", filled=("tia", "reviewed", "region", "contact"))
    assert told(outcome) == [
        ("broken", "desk", "vendors.csv:2 [reviewed]"),
        ("broken", "desk", "vendors.csv:2 [tia]"),
    ]


@pytest.mark.parametrize(("day", "kept"), [(22, True), (23, True), (24, False)])
def test_a_review_is_old_on_the_day_after_its_term(day: int, kept: bool) -> None:
    """
    key  | reviewed   | asked for every 12 months
    desk | 2025-11-23 |
    """
    case = make.case(make.engagement("desk", reviewed=date(2025, 11, 23)), as_of=date(2026, 11, day))
    outcome = check(case, "require", reviewed_months=12)
    assert told(outcome) == ([] if kept else [("broken", "desk", "vendors.csv:2 [reviewed]")])


def test_only_the_selected_rows_are_asked() -> None:
    rows = (make.engagement("desk", service="support"), make.engagement("lake"))
    outcome = check(make.case(*rows), "require", where="service:support", filled=("retention",))
    assert [one.sink for one in outcome.findings] == ["desk"]
    assert outcome.examined == "1 engagement"


def test_a_row_that_a_blank_may_select_makes_a_gap_at_worst() -> None:
    """
    key  | region | reviewed
    desk |        |
    """
    outcome = check(make.case(make.engagement("desk", region="")), "require", where="country:US", reviewed_months=12)
    assert told(outcome) == [("gap", "desk", "vendors.csv:2 [reviewed]")]


def test_a_transfer_must_rest_on_one_of_the_named_grounds() -> None:
    """
    key  | country | region | mechanism
    desk | IN      | IN     | SCC M3 (2022-01-01)
    lake | JP      | JP     |
    """
    desk = make.engagement("desk", country="IN", region="IN", mechanism=claims("SCC M3 (2022-01-01)"), line=2)
    lake = make.engagement("lake", country="JP", region="JP", line=3)
    case = make.case(desk, lake)
    assert told(check(case, "require", mechanism=("SCC", "adequacy"))) == []
    assert told(check(case, "require", mechanism=("SCC M3", "Adequacy decision"))) == []
    assert told(check(case, "require", mechanism=("SCC",))) == [("broken", "lake", "vendors.csv:3 [mechanism]")]
    [finding] = check(case, "require", mechanism=("BCR", "adequacy")).findings
    assert (
        "does not rest on BCR or adequacy, which is asked for: from platform-eu to IN it rests on SCC M3 (2022-01-01)."
        in finding.message
    )
    assert len(check(case, "require", mechanism=("SCC M2", "adequacy")).findings) == 1


@pytest.mark.parametrize(
    ("claimed", "accepted", "found"),
    [
        ("SCC M3 (Swiss) (2022-01-01)", "SCC (Swiss)", 0),
        ("SCC M3 (Swiss) (2022-01-01)", "SCC", 0),
        ("Swiss BCR-P (2024-01-01)", "BCR-P", 0),
        ("Swiss BCR-P (2024-01-01)", "BCR-C", 1),
    ],
)
def test_a_ground_of_one_law_is_the_ground_all_the_same(claimed: str, accepted: str, found: int) -> None:
    """
    key  | country | region | mechanism         from a system in Switzerland, under no other law
    desk | IN      | IN     | of Swiss law
    """
    systems = {"platform-eu": make.system("platform-eu", zone="ch", region="CH")}
    zones = {"ch": DataRegion(key="ch", name={"": "CH"}, places=("CH",))}
    desk = make.engagement("desk", country="IN", region="IN", receives_from=("platform-eu",), mechanism=claims(claimed))
    company = replace(make.policy().company, country="CH")
    case = make.case(desk, systems=systems, zones=zones, company=company)
    assert [(one.regime, one.answer.verdict) for one in transfers(case)] == [("ch", "covered")]
    asked = check(case, "require", mechanism=(accepted,)).findings
    assert len([one for one in asked if one.sink == "desk"]) == found


def test_a_transfer_on_nothing_is_broken_and_one_to_nowhere_known_a_gap() -> None:
    """
    key  | country | region | mechanism
    desk | IN      | IN     |
    mist | DE      |        |
    """
    rows = (make.engagement("desk", country="IN", region="IN", line=2), make.engagement("mist", region="", line=3))
    outcome = check(make.case(*rows), "require", mechanism=("SCC",))
    assert told(outcome) == [
        ("broken", "desk", "vendors.csv:2 [mechanism]"),
        ("gap", "mist", "vendors.csv:3 [mechanism]"),
    ]
    assert "rests on nothing" in outcome.findings[0].message


def test_processing_at_home_needs_no_ground() -> None:
    assert check(make.case(make.engagement("desk")), "require", mechanism=("SCC",)).findings == ()


def test_a_selector_that_matches_nothing_is_told() -> None:
    outcome = check(make.case(make.engagement("desk")), "require", where="role:controller", filled=("contact",))
    assert told(outcome) == [("gap", "", "policy.toml:7 [rules.our-require.where]")]


def extra_case(tmp_path: Path) -> Case:
    own = ("Vendor owner", "desk_no")
    text = sheet({"key": "desk", own[0]: "Ada", own[1]: "n/a"}, {"key": "lake", own[0]: "\u200b ", own[1]: "4"})
    return replace(make.case(), registry=registry(tmp_path, text))


@pytest.mark.parametrize("name", ["Vendor owner", "vendor_owner", "VENDOR  OWNER"])
def test_a_column_of_the_company_can_be_asked_for(tmp_path: Path, name: str) -> None:
    """
    key  | Vendor owner | desk_no
    desk | Ada          | n/a
    lake |              | 4
    """
    outcome = check(extra_case(tmp_path), "require", filled=(f"column:{name}", "column:desk_no"))
    assert told(outcome) == [
        ("gap", "desk", "vendors.csv:2 [desk_no]"),
        ("gap", "lake", "vendors.csv:3 [Vendor owner]"),
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Vendor ownr", 'no sheet has the column "Vendor ownr"; did you mean "Vendor owner"?'),
        ("Cost centre", 'no sheet has the column "Cost centre".'),
    ],
)
def test_a_column_that_no_sheet_has_is_told_and_not_passed(tmp_path: Path, name: str, said: str) -> None:
    outcome = check(extra_case(tmp_path), "require", filled=(f"column:{name}",))
    assert told(outcome) == [("gap", "", "policy.toml:7 [rules.our-require.filled]")]
    assert said in outcome.findings[0].message


def test_our_own_column_may_be_written_as_a_column_too() -> None:
    outcome = check(make.case(make.engagement("desk")), "require", filled=("column:retention",))
    assert told(outcome) == [("gap", "desk", "vendors.csv:2 [retention]")]


@pytest.mark.parametrize("written", ["retension", "column:", "vendor"])
def test_a_word_that_is_no_column_is_refused_with_what_was_meant(written: str) -> None:
    with pytest.raises(UsageError, match=r"did you mean retention\?|behind the colon|column:vendor"):
        asked_columns.parse(written)
