"""Where a node lies: nested zones, places that are zones, blanks, remote access, days."""

from datetime import date

import pytest

from tests import make
from vendor_registry.case.places import Lies, Places
from vendor_registry.model.policy.policy import DataRegion, Policy
from vendor_registry.model.register.flow import Node, NodeKind
from vendor_registry.model.text.origin import NOWHERE

DAY = date(2026, 11, 23)


def zone(key: str, *places: str) -> DataRegion:
    return DataRegion(key=key, name={"": key}, places=places)


# europe holds eu-north and eu-south, which hold countries; americas overlaps nothing of theirs; world holds all.
POLICY: Policy = make.policy(
    zones={
        one.key: one
        for one in (
            zone("europe", "north", "south", "CH"),
            zone("north", "SE", "FI"),
            zone("south", "IT", "ES"),
            zone("americas", "US", "CA"),
            zone("union", "EU"),
            zone("world", "GLOBAL"),
            zone("EEA", "EEA"),
            zone("empty"),
        )
    }
)


def node(region: str, access_from: str = "") -> Node:
    return Node(
        key="a",
        kind=NodeKind.ENGAGEMENT,
        name="A",
        zone="eu",
        region=make.region(region),
        access_from=make.region(access_from),
        cell=NOWHERE,
    )


YES, MAYBE, NO = Lies.SURELY, Lies.MAYBE, Lies.NO
ASKED = ("north", "south", "europe", "americas", "EEA", "US", "world")
TRUTH = [
    # region         north  south  europe americas EEA   US     world
    ("SE", (YES, NO, YES, NO, YES, NO, YES)),
    ("IT", (NO, YES, YES, NO, YES, NO, YES)),
    ("CH", (NO, NO, YES, NO, NO, NO, YES)),
    ("DE", (NO, NO, NO, NO, YES, NO, YES)),
    ("US", (NO, NO, NO, YES, NO, YES, YES)),
    ("CA", (NO, NO, NO, YES, NO, NO, YES)),
    ("north", (YES, NO, YES, NO, YES, NO, YES)),
    ("europe", (MAYBE, MAYBE, YES, NO, MAYBE, NO, YES)),
    ("EEA", (MAYBE, MAYBE, MAYBE, NO, YES, NO, YES)),
    ("union", (MAYBE, MAYBE, MAYBE, NO, YES, NO, YES)),
    ("americas", (NO, NO, NO, YES, NO, MAYBE, YES)),
    ("SE; US", (YES, NO, YES, YES, YES, YES, YES)),
    ("EEA; CA", (MAYBE, MAYBE, MAYBE, YES, YES, NO, YES)),
    ("GLOBAL", (YES, YES, YES, YES, YES, YES, YES)),
    ("world", (YES, YES, YES, YES, YES, YES, YES)),
    ("empty", (MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, YES)),
    ("", (MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE)),
]


@pytest.mark.parametrize(("region", "answers"), TRUTH, ids=[region or "blank" for region, _ in TRUTH])
def test_the_truth_table_of_nested_zones(region: str, answers: tuple[Lies, ...]) -> None:
    assert [Places(POLICY, DAY).position(node(region), zone).lies for zone in ASKED] == list(answers)


def test_the_surest_of_two_cells_counts_and_is_named() -> None:
    """
    region | access_from | asked    | by
    SE     | US          | americas | access_from
    SE     | US          | north    | region
    blank  | US          | americas | access_from, surely
    blank  | US          | north    | region, maybe: only the region is unknown
    """
    places = Places(POLICY, DAY)
    assert places.position(node("SE", "US"), "americas").column == "access_from"
    assert places.position(node("SE", "US"), "north").column == "region"
    blank = node("", "US")
    assert (places.position(blank, "americas").lies, places.position(blank, "americas").column) == (YES, "access_from")
    assert (places.position(blank, "north").lies, places.position(blank, "north").column) == (MAYBE, "region")


def test_a_blank_access_cell_names_nobody() -> None:
    assert Places(POLICY, DAY).position(node("SE", ""), "americas").lies is NO


@pytest.mark.parametrize(
    ("day", "answer"), [(date(2019, 12, 31), YES), (date(2020, 1, 31), YES), (date(2020, 2, 1), NO), (DAY, NO)]
)
def test_a_jurisdiction_means_what_it_meant_on_the_day(day: date, answer: Lies) -> None:
    """The United Kingdom left at the end of 31 January 2020: Withdrawal Agreement Art. 126, 185."""
    assert Places(POLICY, day).position(node("GB"), "EEA").lies is answer


@pytest.mark.parametrize(
    ("home", "asked", "answer"),
    [
        ("north", "north", YES),
        ("north", "europe", YES),  # it lies in it
        ("europe", "north", MAYBE),  # a part of it does
        ("north", "south", NO),
        ("north", "EEA", YES),
        ("americas", "US", MAYBE),
        ("world", "north", MAYBE),  # data of somewhere, not of everywhere
        ("empty", "empty", YES),
        ("empty", "north", MAYBE),
        ("*", "north", MAYBE),
    ],
)
def test_a_home_counts_for_the_zone_it_lies_in(home: str, asked: str, answer: Lies) -> None:
    assert Places(POLICY, DAY).at_home(home, asked) is answer


def test_two_zones_with_the_same_name_for_people_stay_two() -> None:
    policy = make.policy(
        zones={
            key: DataRegion(key=key, name={"": "Hosting"}, places=(place,)) for key, place in (("a", "DE"), ("b", "US"))
        }
    )
    assert [Places(policy, DAY).position(node("DE"), zone).lies for zone in ("a", "b")] == [YES, NO]


def test_residents_are_the_systems_and_third_parties_that_lie_there_or_may() -> None:
    """
    key | region
    a   | US
    b   | DE
    c   | blank
    """
    case = make.case(make.engagement("a", region="US"), make.engagement("b"), make.engagement("c", region=""))
    keys = list(case.graph.nodes)
    found = {keys[number]: position.lies for number, position in case.places.residents("us").positions.items()}
    assert found == {"a": YES, "c": MAYBE, "platform-us": YES}
