"""Keys as they are made from names."""

from vendor_registry.intake.words.keys import KEY, free_key, free_keys, slug


def test_a_slug_is_a_key_or_nothing() -> None:
    assert slug("acme cloud, inc.") == "acme-cloud-inc"
    assert KEY.fullmatch(slug("--acme  cloud--"))
    assert slug("株式会社") == ""


def test_a_key_that_is_taken_gets_the_first_number_that_is_free() -> None:
    assert free_key("acme", ()) == "acme"
    assert free_key("acme", {"acme", "acme-2"}) == "acme-3"


def test_of_many_keys_each_gets_the_first_number_that_none_before_it_has() -> None:
    assert list(free_keys(["acme", "acme-2", "acme", "acme", "b"])) == ["acme", "acme-2", "acme-3", "acme-4", "b"]


def test_a_key_that_stands_a_hundred_thousand_times_is_counted_once() -> None:
    """By the steps: for each row from 2 on again, these would be five thousand million."""
    assert list(free_keys(["acme"] * 100_000))[-1] == "acme-100000"
