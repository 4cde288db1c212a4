"""Keys as they are made from names."""

from vendor_registry.intake.words.keys import KEY, free_key, slug


def test_a_slug_is_a_key_or_nothing() -> None:
    assert slug("acme cloud, inc.") == "acme-cloud-inc"
    assert KEY.fullmatch(slug("--acme  cloud--"))
    assert slug("株式会社") == ""


def test_a_key_that_is_taken_gets_the_first_number_that_is_free() -> None:
    assert free_key("acme", ()) == "acme"
    assert free_key("acme", {"acme", "acme-2"}) == "acme-3"
