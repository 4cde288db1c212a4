"""Who is meant by a word: a key, or a name that a vendor has or had."""

import pytest

from tests import make
from vendor_registry.case.vendors import rows_called, rows_in_force
from vendor_registry.model.text.origin import UsageError

CASE = make.case(
    make.engagement("oak-eu", vendor="Oak Cloud", legal_name="Oak Cloud GmbH", formerly=("Acorn", "Eiche")),
    make.engagement("oak-us", vendor="Oak Cloud"),
    make.engagement("acorn", vendor="Squirrel"),
)


@pytest.mark.parametrize(
    ("word", "keys"),
    [
        ("oak-us", ["oak-us"]),
        ("OAK-US ", ["oak-us"]),
        ("oak cloud", ["oak-eu", "oak-us"]),
        ("Oak Cloud GmbH", ["oak-eu"]),
        ("eiche", ["oak-eu"]),
        ("acorn", ["acorn"]),
        ("", []),
        ("oak", []),
    ],
)
def test_the_rows_that_a_word_means(word: str, keys: list[str]) -> None:
    """A key goes before a name; a legal or a former name means the rows that have it."""
    assert [one.key for one in rows_called(CASE, word)] == keys


def test_a_part_of_a_name_is_a_suggestion_and_no_answer() -> None:
    with pytest.raises(
        UsageError, match=r'^"cloud gm" is no key and no vendor of the sheet; did you mean "Oak Cloud GmbH"\?$'
    ):
        rows_in_force(CASE, "cloud gm")
