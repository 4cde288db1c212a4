"""Values that are made when somebody asks for one are those of the tuple, and none is made that nobody asks for."""

import pytest

from vendor_registry.model.register.on_demand import ByKey, OnDemand, cells_of, picked
from vendor_registry.model.text.column import Column

NAMES = ("Ada", "Bob", "Cleo")


class Person:
    made = 0

    def __init__(self, name: str) -> None:
        self.name = name
        type(self).made += 1


@pytest.fixture
def people() -> OnDemand[Person]:
    Person.made = 0
    return OnDemand(len(NAMES), lambda number: Person(NAMES[number]), lambda field: Column.of(NAMES))


def test_only_what_is_asked_for_is_made_and_only_once(people: OnDemand[Person]) -> None:
    assert list(cells_of(people, "name")) == list(NAMES)
    assert Person.made == 0
    assert people[1] is people[1] is people[-2]
    assert Person.made == 1
    bob = people[1]
    assert [one.name for one in people] == list(NAMES)
    assert list(people)[1] is bob
    assert people[1:] == tuple(people)[1:]
    with pytest.raises(IndexError):
        people[3]


def test_some_of_them_are_those_with_these_numbers(people: OnDemand[Person]) -> None:
    some = picked(people, [2, 0])
    assert list(cells_of(some, "name")) == ["Cleo", "Ada"]
    assert Person.made == 0
    assert some[1] is people[0]
    assert picked(people, [0, 1, 2]) is people


def test_by_their_keys_they_are_a_mapping_in_order(people: OnDemand[Person]) -> None:
    by_key = ByKey(people, NAMES)
    assert list(by_key) == list(NAMES)
    assert by_key["Bob"] is people[1]
    assert "Dora" not in by_key
    assert by_key.get("Dora") is None
    assert by_key.number == {"Ada": 0, "Bob": 1, "Cleo": 2}
