"""What is said beside an imported list: days, and conditions that the policy has no word for yet."""

from pathlib import Path

from tests import make
from vendor_registry.intake.lists.profile import Profile
from vendor_registry.use_cases.register.incoming import closing, listing, missing_conditions

TEXT = "Vendor,Purpose,Location,Condition,End date\nAcme,Mail,US,Only with SMS,\nBeta,Chat,DE,,2027-01-31\n"


def test_conditions_that_the_policy_lacks_are_printed_to_be_pasted() -> None:
    policy = make.policy()
    found = listing(Path("list.csv"), TEXT.encode(), "csv", Profile(), policy)
    lines = '[conditions.only-with-sms]\nname = "Only with SMS"'
    assert missing_conditions(found.rows, policy) == [lines]
    assert f"The policy has not all of these conditions yet; add to it:\n{lines}" in closing(found, policy, "a.csv")
    assert missing_conditions(found.rows, None) == []


def test_rows_with_a_day_are_counted() -> None:
    found = listing(Path("list.csv"), TEXT.encode(), "csv", Profile(), None)
    assert "2 rows in a.csv, 1 with a first or last day in since or until." in closing(found, None, "a.csv")
