"""One cell for several engagements of a vendor."""

from tests import make
from vendor_registry.documents.document import Cell, line
from vendor_registry.documents.parts.merging import merged
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.engagement import Engagement

NAMES = Names(make.policy(products=make.named("mail", "chat")), phrases("en"))


def said(*engagements: Engagement, lines: int = 1) -> list[str]:
    def lines_of(one: Engagement) -> Cell:
        return tuple(line(str(one.region)) for _ in range(lines))

    return ["".join(run.text for run in part) for part in merged(engagements, lines_of, NAMES)]


def test_what_all_engagements_share_is_said_once() -> None:
    assert said(make.engagement("a"), make.engagement("b", zone="us")) == ["DE"]


def test_what_differs_is_told_apart_by_data_region() -> None:
    rows = (
        make.engagement("a", products=("mail",)),
        make.engagement("b", products=("mail",), zone="us", region="US"),
        make.engagement("c", products=("chat",)),
        make.engagement("d", products=("chat",), zone="us", region="US"),
    )
    assert said(*rows) == ["For EU: DE", "For US: US"]


def test_where_the_data_region_does_not_tell_apart_the_product_does() -> None:
    rows = (make.engagement("a"), make.engagement("b", products=("chat",), region="US"))
    assert said(*rows) == ["For Mail: DE", "For Chat: US"]


def test_where_neither_does_all_is_said() -> None:
    rows = (make.engagement("a", zone="*"), make.engagement("b", service="support", region="US"))
    assert said(*rows) == ["For Mail, all data regions, Hosting: DE", "For Mail, EU, Support: US"]


def test_an_engagement_without_lines_adds_none() -> None:
    rows = (make.engagement("a"), make.engagement("b", zone="us", region="US"))

    def only_one(one: Engagement) -> Cell:
        return (line("x"),) if one.key == "a" else ()

    assert ["".join(run.text for run in part) for part in merged(rows, only_one, NAMES)] == ["For EU: x"]


def test_several_lines_come_under_their_scope() -> None:
    rows = (make.engagement("a"), make.engagement("b", zone="us", region="US"))
    assert said(*rows, lines=2) == ["For EU:", "DE", "DE", "For US:", "US", "US"]
