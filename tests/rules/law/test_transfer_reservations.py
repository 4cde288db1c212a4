"""Transfers that are covered, with something a person should know or do."""

from dataclasses import replace
from datetime import date

import pytest

from tests import make
from vendor_registry.law.words.claims import understand
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.ledger.review import Conclusion, Review, Subject
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.rules.law.transfer_reservations import check

SPEC = RuleSpec(id="transfer-reservations", type="transfer-reservations")


def row(mechanism: str, **changes: object) -> Engagement:
    return make.engagement("a", mechanism=understand(mechanism)[0], **{"country": "US", "region": "US"} | changes)


def test_a_signed_module_with_assessment_and_measures_leaves_nothing_to_mind() -> None:
    one = row("SCC M3 (2021-10-01)", tia=date(2021, 9, 1), measures=("encryption",))
    assert check(make.case(one), SPEC).findings == ()


@pytest.mark.parametrize(
    ("mechanism", "changes", "words"),
    [
        ("SCC M3 (2021-10-01)", {"measures": ("encryption",)}, "Date the assessment in tia"),
        ("DPF (non-HR, 2024-03-01)", {}, "make sure that the certificate covers the data that goes"),
        ("SCC M3 (2021-10-01)", {"tia": date(2021, 9, 1)}, "Write the supplementary measures"),
        ("SCC (2021-10-01)", {}, "write the module"),
        ("DPF (2024-03-01)", {}, "Agree on standard clauses beside the certificate"),
        ("SCC M3 (2021-10-01); Privacy Shield", {}, "take out what is dead"),
    ],
)
def test_each_reservation_says_what_to_do(mechanism: str, changes: dict[str, object], words: str) -> None:
    [finding] = check(make.case(row(mechanism, **changes)), SPEC).findings
    assert finding.verdict is Verdict.WARNING
    assert words.casefold() in finding.mend.casefold()


def test_clauses_between_companies_of_the_eea_are_not_needed() -> None:
    """
    key | country | region | mechanism
    a   | SE      | FR     | SCCs
    """
    [finding] = check(make.case(row("SCCs", country="SE", region="FR")), SPEC).findings
    assert finding.message.startswith('For A, "SCCs" is not needed')


def test_clauses_that_one_of_several_places_needs_are_not_called_needless() -> None:
    """
    key | country | region | mechanism
    a   | US      | DE     | SCC M3 (2021-10-01)
    """
    one = row("SCC M3 (2021-10-01)", region="DE", tia=date(2021, 9, 1), measures=("encryption",))
    assert check(make.case(one), SPEC).findings == ()


def test_where_nothing_holds_the_other_rule_speaks() -> None:
    assert check(make.case(row("SCC M2")), SPEC).findings == ()


@pytest.mark.parametrize(
    ("assessed", "failed", "said"),
    [
        (date(2021, 9, 1), True, "the last transfer impact assessment"),
        (date(2021, 9, 1), False, ""),
        (date(2025, 1, 1), True, ""),
        (None, True, "the last transfer impact assessment"),
        (None, None, "none is dated"),
    ],
)
def test_an_assessment_that_failed_is_not_one_that_was_never_made(
    assessed: date | None, failed: bool | None, said: str
) -> None:
    """
    tia (cell) | review on record, 2024-06-01
    2021-09-01 | failed
    2021-09-01 | passed
    2025-01-01 | failed
               | failed
               | none
    """
    case = make.case(row("SCC M3 (2021-10-01)", tia=assessed, measures=("encryption",)))
    if failed is not None:
        recorded = Review(
            number=1,
            engagement="a",
            subject=Subject.TIA,
            reviewed_on=date(2024, 6, 1),
            reviewed_by="Ada",
            conclusion=Conclusion.FAILED if failed else Conclusion.PASSED,
        )
        case = replace(case, reviews=(recorded,))
    findings = check(case, SPEC).findings
    assert [said in one.message for one in findings] == ([True] if said else [])
    assert all("Clause 14(f)" in one.message for one in findings if failed)
