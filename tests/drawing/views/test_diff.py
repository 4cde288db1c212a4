"""The view of what changes needs two states; tests/use_cases/ledger/comparison/test_drawn.py draws them."""

import pytest

from tests.drawing import acme
from vendor_registry.drawing.picture.selection import select
from vendor_registry.drawing.views.diff import VIEW
from vendor_registry.model.text.origin import UsageError


def test_without_two_states_it_is_refused() -> None:
    question = acme.question(acme.small())
    with pytest.raises(UsageError, match=r"two states: vendors graph --view diff BEFORE\.\.AFTER"):
        VIEW.pages(question, select(question))
