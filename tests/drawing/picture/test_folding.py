"""Boxes are folded only as far as needed, nobody gets lost, and what is broken stays in sight."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from vendor_registry.drawing.picture.folding import MOST_BOXES, MOST_LINES, Folding, Strand, fold, owners
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.parties import Frame, Party
from vendor_registry.drawing.picture.picture import BoxKind, Mark

EEA, DE, US = Frame(0, "EEA", "EEA"), Frame(0, "DE", "Germany"), Frame(1, "US", "USA")


def vendor(key: str, name: str = "", profile: str = "Hosting", frames: tuple[Frame, ...] = (US,)) -> Party:
    return Party(key=key, kind=BoxKind.VENDOR, name=name or key, profile=profile, details=(), frames=frames, zone="us")


def system(key: str, profile: str = "Mail") -> Party:
    return Party(key=key, kind=BoxKind.SYSTEM, name=key, profile=profile, details=(), frames=(EEA,), zone="eu")


def strand(source: str, target: str, mark: Mark = Mark.NONE) -> Strand:
    return Strand(source, target, GroundKind.CLAUSES, mark)


def keys(folding: Folding) -> list[set[str]]:
    return [{party.key for party in group} for group in folding.groups]


def many(number: int = 40, profile: str = "Hosting") -> tuple[list[Party], list[Strand]]:
    """One system and many vendors that look the same."""
    vendors = [vendor(f"v{index}", profile=profile) for index in range(number)]
    return [system("s"), *vendors], [strand("s", one.key) for one in vendors]


def test_a_small_picture_is_not_folded() -> None:
    parties, strands = many(10)
    folding = fold(parties, strands)
    assert len(folding.groups) == 11
    assert folding.notes == ()


def test_engagements_of_one_vendor_in_one_place_are_folded_first() -> None:
    parties = [system("s"), *(vendor(f"v{index}", name=f"Vendor {index // 2}") for index in range(40))]
    folding = fold(parties, [strand("s", one.key) for one in parties[1:]])
    assert len(folding.groups) == 21
    assert folding.notes == (
        "One box stands for engagements of one vendor in one place and for one data region (41 boxes became 21).",
    )


def test_vendors_that_look_the_same_become_a_list_and_others_do_not() -> None:
    parties, strands = many(40)
    other = vendor("other", profile="Support")
    folding = fold([*parties, other], [*strands, strand("s", "other")])
    assert keys(folding) == [{"s"}, {one.key for one in parties[1:]}, {"other"}]


def test_what_is_broken_is_never_in_a_box_with_what_is_sound() -> None:
    parties, strands = many(40)
    bad = [vendor("bad1"), vendor("bad2")]
    folding = fold([*parties, *bad], [*strands, *(strand("s", one.key, Mark.BROKEN) for one in bad)])
    assert {"bad1", "bad2"} in keys(folding)


def test_inner_frames_are_written_in_the_boxes_when_the_picture_is_full() -> None:
    countries = [Frame(0, str(index), f"Country {index}") for index in range(40)]
    parties = [
        system("s"),
        *(vendor(f"v{index}", frames=(EEA, country)) for index, country in enumerate(countries)),
    ]
    folding = fold(parties, [strand("s", one.key) for one in parties[1:]])
    assert "Inner frames are written in the boxes instead of drawn." in folding.notes
    assert all(len(party.frames) < 2 for group in folding.groups for party in group)
    assert "Country 7" in next(party for group in folding.groups for party in group if party.key == "v7").details


def hub_picture(mark: Mark) -> Folding:
    """Users of one hub that cannot be folded, as some give something to a vendor of their own too."""
    users = [system(f"s{index}", profile=f"P{index}") for index in range(22)]
    own = [vendor(f"v{index}", profile=f"Q{index}") for index in range(4)]
    lines = [strand(user.key, "hub", mark) for user in users]
    lines += [strand(users[index].key, one.key) for index, one in enumerate(own)]
    lines += [strand(user.key, f"v{number}") for number in (0, 1) for user in users[:14]]
    return fold([*users, *own, vendor("hub", profile="Logs")], lines)


def test_a_party_that_most_hand_data_to_becomes_a_badge() -> None:
    folding = hub_picture(Mark.NONE)
    assert {"hub"} in [keys(folding)[index] for index in folding.hubs]


def test_a_party_with_a_broken_flow_never_becomes_a_badge() -> None:
    folding = hub_picture(Mark.BROKEN)
    assert {"hub"} not in [keys(folding)[index] for index in folding.hubs]


def test_of_more_places_than_fit_the_smallest_share_a_frame_and_ours_stay() -> None:
    """Vendors in forty countries, two each in the last ten; our system stands where nobody else does."""
    countries = [Frame(index, str(index), f"Country {index}") for index in range(40)]
    twice = [*countries, *countries[30:]]
    vendors = [vendor(f"v{index}", frames=(country,)) for index, country in enumerate(twice)]
    folding = fold([system("s"), *vendors], [strand("s", one.key) for one in vendors])
    assert folding.fits
    frames = [group[0].frames[0].title for group in folding.groups]
    assert frames == ["EEA", "All others", *(f"Country {index}" for index in range(30, 40))]
    assert "s" in keys(folding)[0]
    assert sum(map(len, folding.groups)) == 51
    assert folding.notes[0] == 'The 30 smallest frames are drawn as one, "All others".'


def test_what_leads_to_more_pages_than_fit_is_one_box_in_the_end() -> None:
    """A vendor that hands data to parties on forty other pages."""
    away = [replace(vendor(f"v{page}", name=f"Page {page}"), kind=BoxKind.CONNECTOR, frames=()) for page in range(40)]
    folding = fold([vendor("hub"), *away], [strand("hub", one.key) for one in away])
    assert folding.fits
    assert keys(folding) == [{"hub"}, {one.key for one in away}]


def test_a_fitting_picture_is_in_the_budget() -> None:
    parties, strands = many(200)
    folding = fold(parties, strands)
    assert len(folding.groups) <= MOST_BOXES
    assert len({(owners(folding.groups)[one.target]) for one in strands}) <= MOST_LINES


PARTIES = st.lists(
    st.builds(
        vendor,
        key=st.integers(0, 99).map(str),
        name=st.sampled_from(["Oak", "Elm", ""]),
        profile=st.sampled_from(["Hosting", "Support"]),
        frames=st.sampled_from([(EEA, DE), (US,), ()]),
    ),
    max_size=60,
    unique_by=lambda one: one.key,
)


@settings(max_examples=40, deadline=None)
@given(PARTIES, st.lists(st.sampled_from(list(Mark)), min_size=1, max_size=5))
def test_everybody_is_in_exactly_one_box(vendors: list[Party], marks: list[Mark]) -> None:
    parties = [system("s"), *vendors]
    strands = [strand("s", one.key, marks[index % len(marks)]) for index, one in enumerate(vendors)]
    found = list(_members(fold(parties, strands)))
    assert sorted(found) == sorted(one.key for one in parties)


def _members(folding: Folding) -> Iterable[str]:
    return (party.key for group in folding.groups for party in group)
