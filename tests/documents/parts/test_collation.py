"""The order of names, as the Unicode Collation Algorithm and the languages' own alphabets have it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import make
from vendor_registry.documents.annex import annex
from vendor_registry.documents.document import Table
from vendor_registry.documents.parts.collation import collated
from vendor_registry.documents.parts.phrases import languages, phrases


@pytest.mark.parametrize(
    "names",
    [
        ["Apfel", "Äpfel", "Apfelbaum", "Zebra"],
        ["cote", "coté", "côte", "côté"],
        ["de luge", "de-luge", "deluge"],
        ["3M", "abc", "Abc", "ABD"],
        ["Straße", "Strasse AG", "Straßen"],
        ["Oeuvre", "œuvre", "Of"],
        ["Lodz", "Łódź", "Lodza"],
        ["Zulu", "Ελλάς", "Яндекс", "株式会社"],
    ],
)
def test_letters_decide_before_accents_and_accents_before_capitals(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=collated) == names


def test_a_letter_may_have_a_place_of_its_own() -> None:
    names = ["Nz", "Ña", "Oa"]
    assert sorted(names, key=phrases("es").order) == names
    assert sorted(names, key=phrases("fr").order) == ["Ña", "Nz", "Oa"]
    assert sorted(["Öl", "Ål", "Är", "Zoo"], key=lambda one: collated(one, "&z<å<ä<ö")) == ["Zoo", "Ål", "Är", "Öl"]


@given(st.lists(st.text(max_size=5), max_size=6))
def test_no_two_names_are_equal_and_none_is_too_odd(names: list[str]) -> None:
    assert len({collated(name) for name in names}) == len(set(names))
    backwards = names[::-1]
    assert sorted(names, key=collated) == sorted(backwards, key=collated)


@pytest.mark.parametrize("language", languages())
def test_a_list_stands_in_the_order_of_its_language(language: str) -> None:
    rows = [
        make.engagement(f"v{number}", vendor=name) for number, name in enumerate(("Ñandú", "Nz", "Österreich", "Omega"))
    ]
    document = annex(make.case(*rows), language=language)
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    first = ["Nz", "Ñandú"] if language == "es" else ["Ñandú", "Nz"]
    assert [row.cells[0][0][0].text for row in table.rows] == [*first, "Omega", "Österreich"]
