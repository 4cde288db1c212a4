"""What a word of the sheet covers."""

import pytest

from vendor_registry.model.register.coverage import ALL, above_of, among, covered, each, leaves, meet, share_data


def test_a_category_lies_under_itself_and_its_parents() -> None:
    assert above_of("contact.email.work") == ("contact.email.work", "contact.email", "contact")


def test_a_parent_covers_what_lies_under_it_and_nothing_that_begins_alike() -> None:
    assert covered("contact.email", ("contact",))
    assert not covered("contact", ("contact.email",))
    assert not covered("contacts", ("contact",))


@pytest.mark.parametrize(("one", "other", "shared"), [("a", "a.b", True), ("a.b", "a", True), ("a.b", "a.c", False)])
def test_categories_share_data_where_one_lies_under_the_other(one: str, other: str, shared: bool) -> None:
    assert share_data(one, other) is shared


def test_leaves_have_nothing_under_them_even_where_a_parent_is_missing() -> None:
    assert leaves(["contact", "contact.email", "contact.email.work", "content.body", "log"]) == {
        "contact.email.work",
        "content.body",
        "log",
    }


def test_a_star_stands_for_all_that_the_policy_knows() -> None:
    assert among("mail", (ALL,))
    assert not among("mail", ("fax",))
    assert meet((ALL,), ("fax",))
    assert not meet(("mail",), ("fax",))
    assert not meet(("mail",), ())
    assert each((ALL,), ["mail", "fax"]) == {"mail", "fax"}
    assert each(("old",), ["mail", "fax"]) == {"old"}
