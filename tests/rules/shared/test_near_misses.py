"""What a kept isolation rule says of the data that came nearest: one case for each reason."""

from datetime import date
from typing import Any

from tests import make
from vendor_registry.flows.network import Barred
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.rules.policy.isolation import Isolation, check

SPEC = RuleSpec(id="apart", type="isolation", parameters=Isolation(between=("eu", "us"), data=("content",)))
HOST = make.engagement("host")


def nearest(*rows: Any) -> str:
    outcome = check(make.case(*rows), SPEC)
    assert outcome.findings == ()
    return outcome.nearest


def away(**changes: Any) -> Any:
    """A vendor in the US behind the host in the EU."""
    return make.engagement("away", engaged_by=("host",), region="US", line=3, **changes)


def test_category_not_carried() -> None:
    assert nearest(make.engagement("host", data=("contact", "content")), away(data=("contact",))) == (
        "host -> away carries contact, not content (vendors.csv:3 [data])"
    )


def test_anonymised() -> None:
    text = nearest(HOST, away(de_identified=DeIdentified.ANONYMISED))
    assert text == "host -> away hands it on anonymised only (vendors.csv:3 [data])"


def test_not_yet_started() -> None:
    text = nearest(HOST, away(since=date(2027, 1, 1)))
    assert text == "host -> away starts on 2027-01-01 (vendors.csv:3 [data])"


def test_ended() -> None:
    assert nearest(HOST, away(until=date(2026, 11, 22))).startswith("host -> away ended on 2026-11-22")


def test_what_would_not_carry_the_data_is_no_miss_when_it_starts() -> None:
    assert nearest(HOST, away(since=date(2027, 1, 1), data=("contact",))).startswith("no flow leads")


def test_same_zone() -> None:
    """Both zones have a host of their own, and each gets what is at home there."""
    text = nearest(HOST, make.engagement("us-host", zone="us", region="US", line=3))
    assert text == ("platform-eu -> host carries such data, but only what belongs there (vendors.csv:2 [data])")


def test_no_flow() -> None:
    systems = {"platform-eu": make.system("platform-eu", zone="eu", region="DE")}
    island = make.engagement("island", receives_from=("island",), region="US", data=("contact",), line=3)
    outcome = check(make.case(HOST, island, systems=systems), SPEC)
    assert outcome.nearest == "no flow leads from where the data gets to a place in the other zone"


def test_waived() -> None:
    case = make.case(HOST, away()).barring([Barred("host", "away", ("content",))])
    assert check(case, SPEC).nearest.startswith("host -> away hands on content, but a waiver sets it aside")


def test_the_least_firm_obstacle_is_told() -> None:
    """What starts by itself on a day is nearer than what somebody would have to write down first."""
    rows = (
        make.engagement("host", data=("contact", "content")),
        make.engagement("a-quiet", engaged_by=("host",), region="US", data=("contact",), line=3),
        make.engagement("soon", engaged_by=("host",), region="US", since=date(2027, 1, 1), line=4),
    )
    assert nearest(*rows).startswith("host -> soon")


def test_a_broken_rule_tells_no_near_miss() -> None:
    assert check(make.case(HOST, away()), SPEC).nearest == ""
