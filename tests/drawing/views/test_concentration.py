"""Who carries most."""

import pytest

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.picture.selection import select
from vendor_registry.drawing.views.concentration import VIEW
from vendor_registry.model.policy.policy import Category
from vendor_registry.model.text.origin import UsageError


def test_vendors_are_sorted_by_what_they_carry_with_the_shares_of_each() -> None:
    """oak serves both products and one of two categories, elm one product."""
    case = make.case(
        make.engagement("oak", products=("mail", "sms"), data=("contact",), country="US"),
        make.engagement("oak-2", vendor="Oak", products=("mail",), data=("contact",), country="US"),
        make.engagement("elm", products=("mail",), data=None),
        products=make.named("mail", "sms"),
        data={key: Category(key=key, name={}) for key in ("contact", "payment")},
    )
    question = acme.question(case)
    [page] = VIEW.pages(question, select(question))
    assert page.grid
    assert page.grid.rows == ("Oak", "Elm")
    first, second = (dict(zip(page.grid.columns, row, strict=True)) for row in page.grid.cells)
    assert (first["Products"].lines, first["Products"].share) == (("2 of 2",), 1.0)
    assert (first["Categories of data"].lines, first["Categories of data"].share) == (("1 of 2",), 0.5)
    assert second["Products"].share == 0.5
    assert "Of 1 engagements the categories are blank: they count as none here." in page.notes


def test_only_the_largest_are_shown_and_the_others_counted() -> None:
    case = make.case(*(make.engagement(f"v{number}", vendor=f"V{number:02}") for number in range(20)))
    question = acme.question(case)
    [page] = VIEW.pages(question, select(question))
    assert page.grid
    assert len(page.grid.rows) == 15
    assert page.notes[-1].endswith("5 more carry less.")


def test_where_nobody_is_engaged_there_is_nothing_to_draw() -> None:
    question = acme.question(make.case())
    with pytest.raises(UsageError, match="there is nothing to draw"):
        VIEW.pages(question, select(question))
