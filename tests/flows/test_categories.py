"""Which category covers which."""

from vendor_registry.flows.categories import Categories
from vendor_registry.model.register.coverage import above_of

TAXONOMY = Categories(["contact", "contact.email", "contact.email.work", "contacts", "content.body", "contact.name"])


def test_a_parent_holds_the_bits_of_what_lies_under_it_and_of_nothing_that_begins_alike() -> None:
    bits = TAXONOMY.under(["contact"])
    assert TAXONOMY.each(bits) == ("contact", "contact.email", "contact.email.work", "contact.name")


def test_names_are_the_fewest_words() -> None:
    assert TAXONOMY.names(TAXONOMY.under(["contact", "content.body"])) == ("contact", "content.body")
    assert TAXONOMY.names(TAXONOMY.own(["contact.email.work", "contact.email"])) == ("contact.email",)
    assert TAXONOMY.names(0) == ()


def test_a_child_whose_parent_is_not_in_the_taxonomy_stands_alone() -> None:
    assert TAXONOMY.under(["content"]) == 0
    assert TAXONOMY.names(TAXONOMY.under(["content.body"])) == ("content.body",)


def test_above_adds_the_parents() -> None:
    assert TAXONOMY.each(TAXONOMY.above(TAXONOMY.own(["contact.email.work"]))) == above_of("contact.email.work")[::-1]


def test_the_order_of_the_taxonomy_changes_nothing() -> None:
    keys = ["b", "a.c", "a"]
    assert Categories(keys).under(["a"]) == Categories(keys[::-1]).under(["a"])
