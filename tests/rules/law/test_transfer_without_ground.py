"""No transfer into a third country without a ground that holds on the day."""

from datetime import date
from typing import Any

import pytest

from tests import make
from vendor_registry.law.words.claims import understand
from vendor_registry.model.findings.finding import Finding, Verdict
from vendor_registry.model.policy.party import Company
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.law.transfer_without_ground import check

SPEC = RuleSpec(id="transfer-without-ground", type="transfer-without-ground")


def row(key: str, mechanism: str = "", **changes: object) -> Engagement:
    return make.engagement(key, mechanism=understand(mechanism)[0], **{"country": "US", "region": "US"} | changes)


def test_a_mechanism_that_holds_and_a_vendor_at_home_are_kept_and_counted() -> None:
    case = make.case(row("a", "SCC M3 (2021-10-01)"), row("b", country="DE", region="FR"))
    outcome = check(case, SPEC)
    assert outcome.findings == ()
    assert outcome.examined == "1 row with data for a third country, of 2"


def test_a_blank_mechanism_decides_so_it_is_a_gap_at_that_cell() -> None:
    """
    key | country | region | mechanism
    a   | US      | US     |
    """
    [finding] = check(make.case(row("a")), SPEC).findings
    assert finding.verdict is Verdict.GAP
    assert str(finding.cell) == "vendors.csv:2 [mechanism]"
    assert finding.message == (
        "A receives content from platform-eu, in US (place of processing); "
        "the law of the EU asks for a ground, and mechanism is blank."
    )
    assert [hop.flow.target for hop in finding.witness] == ["a"]
    assert finding.law == ("Regulation (EU) 2016/679 Art. 44",)


@pytest.mark.parametrize(
    ("mechanism", "region", "mend"),
    [
        ("DPF", "US", "Write in mechanism the days of the certificate"),
        ("Art. 49", "US", "Write in mechanism which instrument is meant"),
        ("code of conduct", "US", "Write in mechanism the day signed, and the reference of the approval"),
        ("DPF (2024-05-01)", "GLOBAL", "Write in region where it processes the data"),
    ],
)
def test_where_one_fact_decides_it_is_said_which(mechanism: str, region: str, mend: str) -> None:
    [finding] = check(make.case(row("a", mechanism, region=region)), SPEC).findings
    assert finding.mend.startswith(mend)


@pytest.mark.parametrize(
    ("mechanism", "verdict", "said"),
    [
        ("", Verdict.GAP, "mechanism is blank"),
        ("n/a", Verdict.GAP, "mechanism is blank"),
        ("none", Verdict.BROKEN, 'mechanism says "none"'),
        ("keine", Verdict.BROKEN, 'mechanism says "keine"'),
        ("DPA signed", Verdict.BROKEN, '"DPA signed" does not carry it'),
        ("DPF", Verdict.GAP, 'whether "DPF" carries it on 2026-11-23 is open'),
    ],
)
def test_that_nothing_is_in_place_is_told_from_that_nothing_is_said(
    mechanism: str, verdict: Verdict, said: str
) -> None:
    """
    key | country | region | mechanism
    a   | US      | US     | blank, none, a paper, a certificate without its day
    """
    [finding] = check(make.case(row("a", mechanism)), SPEC).findings
    assert finding.verdict is verdict
    assert said in finding.message


def test_none_is_no_finding_where_nothing_is_needed() -> None:
    assert check(make.case(row("a", "none", country="DE", region="FR")), SPEC).findings == ()


@pytest.mark.parametrize(
    ("changes", "day", "example"),
    [
        ({}, date(2026, 11, 23), 'for example "DPF (2026-11-23); SCC M3 (2026-11-23)".'),
        ({"role": Role.PROCESSOR}, date(2023, 7, 9), 'for example "SCC M2 (2023-07-09)".'),
        ({"role": Role.PROCESSOR}, date(2023, 7, 10), 'for example "DPF (2023-07-10); SCC M2 (2023-07-10)".'),
        (
            {"role": Role.CONTROLLER, "country": "IN", "region": "IN"},
            date(2024, 1, 1),
            'for example "SCC M1 (2024-01-01)".',
        ),
        ({"country": "IN", "region": "IN"}, date(2021, 6, 26), "Write in mechanism what carries it."),
    ],
)
def test_the_example_could_be_agreed_for_these_roles_on_the_day(
    changes: dict[str, Any], day: date, example: str
) -> None:
    """The right module; the Data Privacy Framework since 10 July 2023, and for the US only."""
    [finding] = check(make.case(row("a", **changes), as_of=day), SPEC).findings
    assert example in finding.mend


def test_global_is_told_as_any_country() -> None:
    [finding] = check(make.case(row("a", country="DE", region="GLOBAL")), SPEC).findings
    assert "in any country (place of processing)" in finding.message
    assert "GLOBAL" not in finding.message


def test_a_canadian_recipient_is_told_what_decides() -> None:
    """
    key | country | region | mechanism
    a   | CA      | CA     | blank, then adequacy (PIPEDA)
    """
    [finding] = check(make.case(row("a", country="CA", region="CA")), SPEC).findings
    assert 'whether the importer is subject to PIPEDA is not stated; if it is, the claim is "adequacy (PIPEDA)"' in (
        finding.message
    )
    assert check(make.case(row("a", "adequacy (PIPEDA)", country="CA", region="CA")), SPEC).findings == ()


def test_an_onward_transfer_is_told_what_the_earlier_tool_asks() -> None:
    """
    key | engaged_by | country | mechanism
    a   |            | US      | SCC M3 (2022-01-01)
    b   | a          | IN      | blank, then none
    """
    first = row("a", "SCC M3 (2022-01-01)")
    for mechanism, verdict in (("", Verdict.GAP), ("none", Verdict.BROKEN)):
        second = row("b", mechanism, country="IN", region="IN", engaged_by=("a",))
        [finding] = check(make.case(first, second), SPEC).findings
        assert finding.verdict is verdict
        assert "Clauses 8.8 and 9 of the SCC: onward only to an adequate country" in finding.message


def test_a_dead_mechanism_is_proved_broken_since_the_day_it_died() -> None:
    """Privacy Shield fell on 2020-07-16 (CJEU C-311/18), without a grace period."""
    one = row("a", "Privacy Shield (2016-09-01)", role=Role.PROCESSOR)
    for day, verdicts in ((date(2020, 7, 15), []), (date(2020, 7, 16), [Verdict.BROKEN])):
        findings = check(make.case(one, as_of=day), SPEC).findings
        assert [finding.verdict for finding in findings] == verdicts


def test_the_message_names_what_is_claimed_and_why_it_does_not_carry() -> None:
    [finding] = check(make.case(row("a", "SCC M2 (2021-10-01)")), SPEC).findings
    assert '"SCC M2 (2021-10-01)" does not carry it on 2026-11-23' in finding.message
    assert "Module Three" in finding.message


def test_the_worst_country_counts_and_only_it_is_named() -> None:
    """
    key | country | region | mechanism
    a   | DE      | DE; IN |
    """
    [finding] = check(make.case(row("a", country="DE", region="DE; IN")), SPEC).findings
    assert "in IN (place of processing)" in finding.message
    assert "DE" not in finding.message


def test_a_blank_place_is_asked_for_where_a_mechanism_stands() -> None:
    """
    key | country | region | mechanism
    a   | US      |        | DPF (2023-09-01)
    """
    [finding] = check(make.case(row("a", "DPF (2023-09-01)", region="")), SPEC).findings
    assert str(finding.cell) == "vendors.csv:2 [region]"
    assert finding.verdict is Verdict.GAP


def test_a_blank_seat_is_asked_for_where_the_place_is_stated() -> None:
    """
    key | country | region | mechanism
    a   |         | DE     | DPF (2023-09-01)
    """
    [finding] = check(make.case(row("a", "DPF (2023-09-01)", country="", region="DE")), SPEC).findings
    assert str(finding.cell) == "vendors.csv:2 [country]"
    assert "in a country that is not stated (seat)" in finding.message
    assert finding.mend == "Write in country where it is established: there it may not be a transfer at all."


def test_a_law_that_may_not_bind_is_never_said_to_ask() -> None:
    """
    company | system | key | country | region | mechanism
    blank   | US     | a   |         | GB     | IDTA (2024-01-01)

    Neither where the sender is established is stated, nor where the recipient is.
    """
    asked = row("a", "IDTA (2024-01-01)", zone="us", country="", region="GB", receives_from=("app",))
    systems = {"app": make.system("app", zone="us", region="US")}
    company = Company(name="Acme", country="", cell=Cell("policy.toml", 3, "company.country"))
    [finding] = check(make.case(asked, systems=systems, company=company), SPEC).findings
    assert "applies and asks for a ground is not certain" in finding.message
    assert str(finding.cell) == "vendors.csv:2 [country]"


def test_an_onward_transfer_is_proved_by_the_whole_chain() -> None:
    """
    key | engaged_by | region
    a   |            | DE
    b   | a          | IN
    """
    case = make.case(row("a", country="DE", region="DE"), row("b", country="IN", region="IN", engaged_by=("a",)))
    [finding] = check(case, SPEC).findings
    assert [(hop.flow.source, hop.flow.target) for hop in finding.witness] == [("platform-eu", "a"), ("a", "b")]


def test_a_seat_that_is_not_stated_is_a_gap_at_the_cell_of_the_policy() -> None:
    """
    company         | system | key | country | region | mechanism
    blank, then DE  | US     | a   | CN      | CN     |
    """
    asked = row("a", zone="us", country="CN", region="CN", receives_from=("app",))
    systems = {"app": make.system("app", zone="us", region="US")}

    def findings(seat: str) -> tuple[Finding, ...]:
        company = Company(name="Acme", country=seat, cell=Cell("policy.toml", 3, "company.country"))
        return check(make.case(asked, systems=systems, company=company), SPEC).findings

    [gap] = findings("")
    assert (str(gap.verdict), str(gap.cell)) == ("gap", "policy.toml:3 [company.country]")
    assert "where Acme is established is not stated" in gap.message
    assert gap.mend == "Write where Acme is established, or name in operator of app the entity that runs it."
    assert gap.related == (asked.cell("mechanism"),)
    [settled] = findings("DE")
    assert settled.cell == asked.cell("mechanism")
    assert findings("US") == ()
