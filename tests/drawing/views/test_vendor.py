"""One vendor and what lies around it."""

import pytest

from tests.drawing import acme
from vendor_registry.drawing.picture.selection import select
from vendor_registry.drawing.views.vendor import VIEW
from vendor_registry.model.text.origin import UsageError


def columns(of: str, depth: int | None = None) -> dict[str, str]:
    question = acme.question(acme.small(), of=of, depth=depth)
    [page] = VIEW.pages(question, select(question))
    assert page.frames
    return {key: frames[0].title for key, frames in page.frames.items()}


def test_who_gives_and_who_gets_stand_on_its_two_sides() -> None:
    assert columns("elm-eu") == {
        "billing": "Gives it data",
        "mail-eu": "Gives it data",
        "elm-eu": "The vendor",
        "ash-eu": "Gets data from it",
    }


def test_a_greater_depth_shows_where_the_data_comes_from() -> None:
    assert columns("elm-eu", 2)["subject:customers"] == "Further away"


def test_a_name_means_all_engagements_of_the_vendor() -> None:
    found = columns("oak cloud")
    assert [key for key, title in found.items() if title == "The vendor"] == ["oak-eu", "oak-us"]


def test_a_vendor_there_is_not_is_refused_with_what_was_meant() -> None:
    with pytest.raises(UsageError, match=r'^"elm-ue" is no key and no vendor of the sheet; did you mean "elm-eu"\?$'):
        columns("elm-ue")
