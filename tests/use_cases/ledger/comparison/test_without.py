"""What falls when a decision, an instrument or a vendor goes, and what carries instead."""

from dataclasses import replace

import pytest

from tests import make
from vendor_registry.law.words.claims import understand
from vendor_registry.model.findings.finding import Verdict
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.ledger.comparison.without import without

DPF = "decision:2023/1795"


def row(key: str, mechanism: str = "", **changes: object) -> Engagement:
    return make.engagement(key, mechanism=understand(mechanism)[0], **{"country": "US", "region": "US"} | changes)


def test_a_transfer_with_a_fallback_moves_over_to_it() -> None:
    """
    key | region | mechanism
    a   | US     | DPF (2023-09-01); SCC M3 (2021-10-01)
    """
    report = without(make.case(row("a", "DPF (2023-09-01); SCC M3 (2021-10-01)")), [DPF])
    [finding] = report.findings
    assert finding.verdict is Verdict.WARNING
    assert '"SCC M3 (2021-10-01)" (Implementing Decision (EU) 2021/914' in finding.message
    assert finding.message.startswith(
        "The transfer to A (mail) in US (place of processing) rests on Implementing Decision"
    )


def test_a_transfer_without_a_fallback_falls() -> None:
    [finding] = without(make.case(row("a", "DPF (2023-09-01)")), [DPF]).findings
    assert finding.verdict is Verdict.BROKEN
    assert "nothing would carry it" in finding.message
    assert str(finding.cell) == "vendors.csv:2 [mechanism]"


def test_what_does_not_rest_on_it_is_not_named() -> None:
    case = make.case(row("a", "SCC M3 (2021-10-01)"), row("b", country="DE", region="DE"))
    assert without(case, [DPF]).findings == ()


def test_both_taken_away_at_once_leave_nothing() -> None:
    case = make.case(row("a", "DPF (2023-09-01); SCC M3 (2021-10-01)"))
    [finding] = without(case, [DPF, "mechanism:scc"]).findings
    assert finding.verdict is Verdict.BROKEN


def test_a_vendor_that_goes_takes_along_what_hangs_on_it() -> None:
    """
    key | engaged_by
    a   |
    b   | a
    """
    case = make.case(row("a"), row("b", engaged_by=("a",), line=3))
    [finding] = without(case, ["vendor:a"]).findings
    assert finding.message == "With A goes its hosting for mail in eu, and with it what it hands on to b."
    assert [str(cell) for cell in finding.related] == ["vendors.csv:3 [engaged_by]"]


@pytest.mark.parametrize("wanted", ["decision:1999/1", "nonsense", "mechanism:banana"])
def test_what_names_nothing_is_refused(wanted: str) -> None:
    with pytest.raises(UsageError, match=f'"{wanted}" names nothing'):
        without(make.case(row("a")), [wanted])


def test_a_vendor_that_is_none_gets_a_suggestion() -> None:
    case = make.case(row("stripe"))
    with pytest.raises(UsageError, match='did you mean "stripe"'):
        without(case, ["vendor:strip"])


def test_the_case_itself_is_not_changed() -> None:
    case = make.case(row("a", "DPF (2023-09-01)"))
    without(case, [DPF])
    assert case.without == frozenset()
    assert without(replace(case), [DPF]).findings
