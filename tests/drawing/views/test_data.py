"""The way of one category."""

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.selection import Selection, select
from vendor_registry.drawing.views.data import VIEW
from vendor_registry.model.text.origin import UsageError


def page(case: Case, of: str) -> Selection:
    question = acme.question(case, of=of)
    [found] = VIEW.pages(question, select(question))
    return found


def chain() -> Case:
    """People give content to the platform, it hands all to oak; oak hands contact on to ash, content to bay."""
    return make.case(
        make.engagement("oak", data=("contact", "content")),
        make.engagement("ash", engaged_by=("oak",), data=("contact",)),
        make.engagement("bay", engaged_by=("oak",), data=("content",)),
        make.engagement("elm", data=("payment",)),
        systems={"s": make.system("s", data=("contact", "content", "payment"), data_subjects=("customers",))},
    )


def test_only_those_are_drawn_whom_the_category_reaches_by_the_number_of_hands() -> None:
    found = page(chain(), "contact")
    assert found.frames
    hands = {key: frames[0].rank if frames else 0 for key, frames in found.frames.items()}
    assert hands == {"subject:customers": 0, "s": 1, "oak": 2, "ash": 3}


def test_a_category_stands_for_what_lies_under_it() -> None:
    case = make.case(
        make.engagement("oak", data=("contact.email",)),
        systems={"s": make.system("s", data=("contact.email",), data_subjects=("customers",))},
    )
    assert {node.key for node in page(case, "contact").nodes} == {"subject:customers", "s", "oak"}


def test_a_blank_cell_may_carry_it_and_that_is_said() -> None:
    case = make.case(
        make.engagement("oak", data=None),
        systems={"s": make.system("s", data=("contact",), data_subjects=("customers",))},
    )
    found = page(case, "contact")
    assert "oak" in {node.key for node in found.nodes}
    assert found.notes[-1] == "On 1 of 2 flows it travels perhaps: what they carry is blank."


def test_what_nobody_carries_or_nobody_knows_is_refused() -> None:
    with pytest.raises(UsageError, match=r'There is no category of data "contcat"\. Did you mean "contact"\?'):
        page(chain(), "contcat")
