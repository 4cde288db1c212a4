"""Which flows are transfers, under which law, into which country; the answers themselves are tests/law's matter."""

from dataclasses import replace
from datetime import date

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers, worst
from vendor_registry.law.words.claims import understand
from vendor_registry.model.findings.transfer import TransferVerdict
from vendor_registry.model.policy.party import Company, Entity
from vendor_registry.model.policy.policy import OwnFlow
from vendor_registry.model.register.engagement import DeIdentified, Engagement, Role


def judged(case: Case) -> list[tuple[str, str, str, str, str]]:
    return [
        (one.flow.target, one.regime, one.importer_country, one.via, str(one.answer.verdict)) for one in transfers(case)
    ]


def row(key: str, mechanism: str = "", **changes: object) -> Engagement:
    return make.engagement(key, mechanism=understand(mechanism)[0], **changes)


def test_place_seat_and_remote_access_are_each_a_transfer() -> None:
    """
    key | country | region | access_from | mechanism
    a   | US      | DE     | IN          | SCC M3 (2021-10-01)
    """
    case = make.case(row("a", "SCC M3 (2021-10-01)", country="US", region="DE", access_from="IN"))
    assert judged(case) == [
        ("a", "eu", "DE", "region", "not_restricted"),
        ("a", "eu", "US", "country", "covered"),
        ("a", "eu", "IN", "access_from", "covered"),
    ]
    found = worst(transfers(case))
    assert found is not None
    assert found.importer_country == "US"


def test_a_country_named_twice_is_judged_once() -> None:
    case = make.case(row("a", country="US", region="US", access_from="US"))
    assert [(one[2], one[3]) for one in judged(case)] == [("US", "region")]


def test_a_zone_is_as_good_as_its_worst_country() -> None:
    """
    key | country | region
    a   | DE      | EEA
    """
    assert judged(make.case(row("a", region="EEA")))[0] == ("a", "eu", "EEA", "region", "not_restricted")


@pytest.mark.parametrize(("mechanism", "verdict"), [("", "unknown"), ("SCC M3 (2021-10-01)", "covered")])
def test_the_whole_world_needs_a_tool_that_carries_everywhere(mechanism: str, verdict: str) -> None:
    case = make.case(row("a", mechanism, region="GLOBAL"))
    assert judged(case)[0] == ("a", "eu", "GLOBAL", "region", verdict)


def test_a_blank_region_is_not_a_pass() -> None:
    assert judged(make.case(row("a", region="")))[0] == ("a", "eu", "", "region", "unknown")


def test_data_of_the_us_region_sent_from_the_us_is_a_transfer_of_a_company_in_the_union_only() -> None:
    """GDPR Art. 3(1): the place of the exporter's server is no criterion (EDPB Guidelines 05/2021)."""
    sent = row("a", zone="us", country="US", region="US")
    assert judged(make.case(sent)) == [("a", "eu", "US", "region", "not_covered")]
    assert judged(make.case(sent, company=Company(name="Acme", country="US"))) == []


def test_the_law_follows_the_data_to_the_next_hand() -> None:
    """
    key | engaged_by | country | region | from
    a   |            | US      | US     | platform-eu
    b   | a          | IN      | IN     | a, in the US
    """
    case = make.case(
        row("a", "SCC M3 (2021-10-01)", country="US", region="US"),
        row("b", "SCC M3 (2022-05-01)", country="IN", region="IN", engaged_by=("a",)),
        row("c", country="IN", region="IN", engaged_by=("a",)),
    )
    assert judged(case)[:2] == [
        ("b", "eu", "IN", "region", "covered"),
        ("c", "eu", "IN", "region", "not_covered"),
    ]


def test_under_a_home_that_is_not_known_nothing_is_a_clear_no() -> None:
    """The system serves every data region and names no place: whether EU data is among it, nobody can say."""
    everywhere = {"desk": make.system("desk", zone="*")}
    case = make.case(
        row("a", role=Role.PROCESSOR, zone="*", country="US", region="US"),
        systems=everywhere,
        company=Company(name="Acme", country="US"),
    )
    [one] = transfers(case)
    assert one.answer.verdict is TransferVerdict.UNKNOWN
    assert one.answer.has("binding-unknown")


def test_one_legal_entity_transfers_nothing_to_itself() -> None:
    case = make.case(row("a", legal_name="Acme Mail GmbH", country="US", region="US"))
    assert [(one[2], one[4]) for one in judged(case)] == [("US", "not_restricted")]


@pytest.mark.parametrize(
    ("seat", "found"),
    [
        ("GB", {("in", "uk", "IN", "not_restricted"), ("in", "uk", "GB", "not_restricted")}),  # an office abroad
        ("IN", {("in", "uk", "IN", "not_covered")}),  # another company of the same name
    ],
)
def test_two_third_parties_of_one_name_in_two_countries_are_two(seat: str, found: set[tuple[str, ...]]) -> None:
    """
    key | legal_name | country | region | engaged_by
    gb  | V Ltd      | GB      | GB     |
    in  | V Ltd      | ?       | IN     | gb
    """
    rows = (
        row("gb", legal_name="V Ltd", country="GB", region="GB"),
        row("in", legal_name="V Ltd", country=seat, region="IN", engaged_by=("gb",)),
    )
    told = {(one[0], one[1], one[2], one[4]) for one in judged(make.case(*rows)) if one[:2] == ("in", "uk")}
    assert told == found


def test_own_systems_of_one_company_make_no_transfer_those_of_two_do() -> None:
    """
    from        | to          | operators
    platform-eu | platform-us | none named; then Acme Mail GmbH (DE) and Acme Inc (US)
    """
    flows = (OwnFlow(source="platform-eu", target="platform-us", data=("contact",)),)
    assert {one[4] for one in judged(make.case(flows=flows))} == {"not_restricted"}
    systems = {
        "platform-eu": make.system("platform-eu", zone="eu", region="DE", operator="de"),
        "platform-us": make.system("platform-us", zone="us", region="US", operator="us"),
    }
    entities = {
        "de": Entity(key="de", legal_name="Acme Mail GmbH", country="DE"),
        "us": Entity(key="us", legal_name="Acme Inc", country="US"),
    }
    apart = make.case(flows=flows, systems=systems, entities=entities)
    assert judged(apart) == [("platform-us", "eu", "US", "region", "not_covered")]
    for claimed, carries in (
        ("SCC M1 (2022-01-01)", "covered"),
        ("SCC M2 (2022-01-01)", "covered"),
        ("SCC M3 (2022-01-01)", "covered"),  # we are processor on both sides: nobody but the clauses can say so
        ("SCC M4 (2022-01-01)", "covered"),
        ("SCC (2022-01-01)", "covered_with_warning"),
        ("SCC M3 (2026-12-01)", "not_covered"),
    ):
        agreed = (replace(flows[0], mechanism=understand(claimed)[0]),)
        found = judged(make.case(flows=agreed, systems=systems, entities=entities))
        assert [one[4] for one in found] == [carries], claimed


def test_anonymised_data_and_people_who_give_their_own_make_no_transfer() -> None:
    case = make.case(row("a", country="US", region="US", de_identified=DeIdentified.ANONYMISED))
    assert judged(case) == []


def test_an_exporter_in_the_uk_is_under_the_law_of_the_uk_since_2021() -> None:
    systems = {"platform": make.system("platform", zone="uk", region="GB")}
    zones = dict(make.policy().zones) | {
        "uk": make.policy().zones["eu"].__class__(key="uk", name={"": "UK"}, places=("GB",))
    }
    rows = row("a", "IDTA (2022-04-01)", zone="uk", country="US", region="US")
    for day, found in ((date(2020, 12, 31), ["eu"]), (date(2021, 1, 1), ["uk"])):
        case = make.case(rows, as_of=day, systems=systems, zones=zones, company=Company(name="Acme", country="GB"))
        assert [one[1] for one in judged(case)] == found


def test_taking_a_decision_away_shows_what_would_fall() -> None:
    one = row("a", "DPF (2023-09-01)", country="US", region="US")
    case = make.case(one)
    assert [answer[4] for answer in judged(case)] == ["covered"]
    without = Case(case.registry, case.policy, case.as_of, without=frozenset({"decision:2023/1795"}))
    assert [answer[4] for answer in judged(without)] == ["not_covered"]
