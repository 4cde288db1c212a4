"""The diagram of a case, with what a person should know of it."""

import warnings
from types import SimpleNamespace
from typing import Any

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.formats.catalogue import FORMATS, Format
from vendor_registry.drawing.views.catalogue import VIEWS
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.diagrams import written as door
from vendor_registry.use_cases.diagrams.graph import Diagram, graph
from vendor_registry.use_cases.diagrams.wish import Wish

DOT = FORMATS["dot"]


def test_each_view_gives_its_own_diagram() -> None:
    case = acme.small()
    region, product = (graph(case, DOT, Wish(view=view)).content for view in ("region", "product"))
    assert b"European Economic Area" in region
    assert b"Fourth parties" in product


def test_one_product_can_be_drawn_alone() -> None:
    assert b"Desk India" in graph(acme.small(), DOT, Wish(view="region")).content
    assert b"Desk India" not in graph(acme.small(), DOT, Wish(view="region", product="sms")).content


def test_a_part_that_is_empty_is_refused() -> None:
    """A vendor of another product."""
    case = make.case(make.engagement("elm", products=("sms",)), products=make.named("mail", "sms"), systems={})
    with pytest.raises(UsageError, match=r'^Nothing serves the product "mail" on 2026-11-23; there is nothing to draw'):
        graph(case, DOT, Wish(product="mail"))
    with pytest.raises(UsageError, match=r'^Nothing among what --only names serves the product "sms"'):
        graph(acme.small(), DOT, Wish(view="region", product="sms", only="key:mail-us"))


def test_findings_that_concern_what_is_drawn_are_counted() -> None:
    open_transfer = make.engagement("oak", country="US", region="US", zone="*", contact="", line=2)
    elsewhere = make.engagement("elm", country="US", region="US", products=("sms",), zone="*", contact="", line=3)
    case = make.case(open_transfer, elsewhere, products=make.named("mail", "sms"))
    whole, part = graph(case, DOT), graph(case, DOT, Wish(product="mail"))
    assert whole.findings > part.findings > 0
    assert part.marked > 0
    assert part.remarks == (
        f"{part.findings} findings concern this diagram ({part.marked} marked in it); run vendors check.",
    )


def test_one_finding_is_told_as_one_and_none_is_not_told() -> None:
    assert Diagram(content=b"", suffix="", findings=1, marked=0, warnings=()).remarks == (
        "1 finding concerns this diagram; run vendors check.",
    )
    assert Diagram(content=b"", suffix="", findings=0, marked=0, warnings=()).remarks == ()


def test_what_an_engine_warns_of_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def write(album: object) -> bytes:
        warnings.warn("the cache folder cannot be written", UserWarning, stacklevel=1)
        return b"drawn"

    monkeypatch.setattr(door, "import_module", lambda name: SimpleNamespace(write=write))
    made = graph(acme.small(), Format("x", ".x", True, "x"))
    assert made.content == b"drawn"
    assert made.remarks[0] == "Warning: the cache folder cannot be written."


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"view": "map"}, f'"map" is no view; choose one of {", ".join(VIEWS)}.'),
        ({"product": "mial"}, '"mial" is no product of the policy; did you mean "mail"? It has mail, sms.'),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(wanted: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        graph(acme.small(), DOT, Wish(**wanted))
    assert str(refused.value) == message


def test_an_engine_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match='"neato" is not an engine'):
        graph(acme.small(), FORMATS["svg"], Wish(engine="neato"))
