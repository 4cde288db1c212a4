"""Where words that fit no column break."""

from hypothesis import given
from hypothesis import strategies as st

from vendor_registry.documents.formats.long_words import BREAK, Breaking, pieces


def marked(text: str) -> list[tuple[str, Breaking]]:
    return [(piece.replace(BREAK, "|"), breaking) for piece, breaking in pieces(text)]


def test_an_address_breaks_after_its_signs_and_short_words_stay_whole() -> None:
    assert marked("see https://acme.example/privacy?x=1 or well-known") == [
        ("see https://|acme.|example/|privacy?|x=|1 or well-known", Breaking.MARKED)
    ]


def test_a_long_word_is_hyphenated_and_what_is_longer_than_any_column_breaks_anywhere() -> None:
    word, longer = "Auftragsverarbeitungsvertrag", "x" * 41
    assert marked(f"der {word} und {longer}") == [
        ("der ", Breaking.MARKED),
        (word, Breaking.HYPHENATED),
        (" und ", Breaking.MARKED),
        (longer, Breaking.ANYWHERE),
    ]


def test_in_a_narrow_column_a_shorter_word_is_hyphenated() -> None:
    assert list(pieces("das Abrechnungssystem", fitting=16)) == [
        ("das ", Breaking.MARKED),
        ("Abrechnungssystem", Breaking.HYPHENATED),
    ]
    assert list(pieces("das Abrechnungssystem", fitting=17)) == [("das Abrechnungssystem", Breaking.MARKED)]


@given(st.text(), st.integers(1, 30))
def test_nothing_is_lost_and_nothing_added_but_places_to_break(text: str, fitting: int) -> None:
    plain = text.replace(BREAK, "")
    assert "".join(piece for piece, _ in pieces(plain, fitting)).replace(BREAK, "") == plain
