"""Only what leaves, by ground."""

from dataclasses import replace

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.picture.selection import select
from vendor_registry.drawing.picture.words import words
from vendor_registry.drawing.views.transfers import VIEW
from vendor_registry.model.policy.policy import Named
from vendor_registry.model.text.origin import UsageError


def test_recipients_stand_by_the_least_safe_ground_worst_first() -> None:
    case = acme.small()
    question = acme.question(case)
    [page] = VIEW.pages(question, select(question))
    assert page.frames
    frames = {key: one[0] for key, one in page.frames.items()}
    assert frames["desk-in"].title == "Transfer without a ground"
    assert frames["yew"].title == "Adequacy decision"
    assert frames["desk-in"] < frames["yew"]
    assert "desk-bg" not in frames, "what stays is not drawn"
    left = len(case.graph.flows) - len(page.flows)
    assert page.notes[-1] == f"Left out, as they are no transfers: {left} flows."


def test_where_nothing_leaves_there_is_nothing_to_draw() -> None:
    question = acme.question(make.case(make.engagement("oak", country="DE")))
    with pytest.raises(UsageError, match="there is nothing to draw"):
        VIEW.pages(question, select(question))


def test_a_page_is_called_by_the_name_of_its_service_and_not_by_its_key() -> None:
    services = {"ai": Named(key="ai", name={"fr": "Intelligence artificielle"})}
    case = make.case(make.engagement("oak", country="IN", service="ai"), services=services)
    question = replace(acme.question(case), words=words("fr"))
    assert VIEW.split is not None
    assert VIEW.split(question, case.graph.nodes["oak"]) == "service Intelligence artificielle"
