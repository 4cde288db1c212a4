"""Chains of fourth parties."""

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.picture.selection import select
from vendor_registry.drawing.views.chain import VIEW
from vendor_registry.model.text.origin import UsageError


def test_parties_stand_by_the_number_of_contracts_between_them_and_us() -> None:
    """We engage oak, oak engages ash, ash engages bay; elm engages nobody."""
    case = make.case(
        make.engagement("oak"),
        make.engagement("ash", engaged_by=("oak",)),
        make.engagement("bay", engaged_by=("ash",)),
        make.engagement("elm"),
    )
    question = acme.question(case)
    [page] = VIEW.pages(question, select(question))
    assert page.frames
    ranks = {key: frames[0].rank for key, frames in page.frames.items()}
    assert ranks == {"platform-eu": 0, "oak": 1, "ash": 2, "bay": 3}
    assert "Left out, as they engage nobody and nobody engages them: 1 engagements." in page.notes


def test_a_ring_of_engagements_ends() -> None:
    case = make.case(
        make.engagement("oak", engaged_by=("ash",)), make.engagement("ash", engaged_by=("oak",)), systems={}
    )
    question = acme.question(case)
    [page] = VIEW.pages(question, select(question))
    assert {node.key for node in page.nodes} == {"oak", "ash"}


def test_without_a_fourth_party_there_is_nothing_to_draw() -> None:
    question = acme.question(make.case(make.engagement("oak")))
    with pytest.raises(UsageError, match="there is no chain to draw"):
        VIEW.pages(question, select(question))
