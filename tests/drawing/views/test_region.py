"""The view by place of processing."""

from datetime import date

import pytest

from tests import make
from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.parties import Frame
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.views.region import VIEW
from vendor_registry.model.policy.policy import DataRegion


def frames(case: Case, key: str = "oak") -> list[str]:
    return [frame.title for frame in VIEW.frames(Question(case=case), case.graph.nodes[key])]


@pytest.mark.parametrize(
    ("region", "titles"),
    [
        ("DE", ["European Economic Area · EU", "Germany"]),
        ("DE; BE", ["European Economic Area · EU", "Belgium, Germany"]),
        ("EEA", ["European Economic Area · EU"]),
        ("eu", ["European Economic Area · EU"]),
        ("US", ["USA · US"]),
        ("GB", ["UK"]),
        ("UK", ["UK"]),
        ("IN", ["India"]),
        ("US; DE", ["European Economic Area and USA"]),
        ("US; DE; IN", ["European Economic Area, India and USA"]),
        ("GLOBAL", ["Worldwide"]),
        ("DE; GLOBAL", ["Worldwide"]),
        ("", ["Place not known (blank in the sheet)"]),
    ],
)
def test_a_party_stands_in_the_frames_of_its_places(region: str, titles: list[str]) -> None:
    assert frames(make.case(make.engagement("oak", region=region))) == titles


def test_a_blank_place_is_a_frame_of_its_own_and_never_the_seat() -> None:
    case = make.case(make.engagement("oak", country="US", region=""))
    assert frames(case) == ["Place not known (blank in the sheet)"]
    assert VIEW.details(Question(case=case), case.graph.nodes["oak"]) == ("Hosting", "seat: USA")


def test_the_economic_area_is_that_of_the_day() -> None:
    engagement = make.engagement("oak", region="GB")
    assert frames(make.case(engagement, as_of=date(2019, 6, 1))) == ["European Economic Area · EU", "UK"]


def test_people_stand_outside_all_frames() -> None:
    assert frames(make.case(), "subject:customers") == []


def test_data_regions_come_first_in_the_order_of_the_policy_and_the_unknown_last() -> None:
    cells = ("", "GLOBAL", "US; DE", "IN", "US", "DE")
    cases = (make.case(make.engagement("oak", region=cell)) for cell in cells)
    found: list[Frame] = [VIEW.frames(Question(case=case), case.graph.nodes["oak"])[0] for case in cases]
    assert sorted(found) == found[::-1]


def test_a_data_region_made_of_another_is_understood() -> None:
    zones = {
        "eu": DataRegion(key="eu", name={"": "EU"}, places=("EEA",)),
        "world": DataRegion(key="world", name={"": "World"}, places=("eu", "US")),
    }
    assert frames(make.case(make.engagement("oak", region="eu"), zones=zones)) == ["European Economic Area · EU"]
    assert frames(make.case(make.engagement("oak", region="US"), zones=zones)) == ["USA · World"]
