"""Numbers with their nouns, and lists as people say them."""

from vendor_registry.model.text.counting import abridged, counted, listed


def test_a_number_agrees_with_its_noun() -> None:
    assert [counted(count, "entry", "entries") for count in (0, 1, 2)] == ["0 entries", "1 entry", "2 entries"]


def test_a_list_is_said_whole_or_broken_off_with_a_count_of_the_rest() -> None:
    assert [listed("abc"[:size]) for size in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert [abridged("abc"[:size], 2) for size in range(4)] == ["", "a", "a, b", "a, b and 1 more"]
