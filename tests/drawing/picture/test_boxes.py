"""What stands in a box, and in which order boxes are read."""

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.picture.boxes import Boxes, draw_boxes
from vendor_registry.drawing.picture.folding import Folding, Strand
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.parties import Frame, Party
from vendor_registry.drawing.picture.picture import BoxKind, Mark
from vendor_registry.drawing.views import product

EEA, DE = Frame(0, "EEA", "EEA", "eu"), Frame(0, "DE", "Germany")


def party(key: str, *details: str, name: str = "", profile: str = "Hosting", zone: str = "eu") -> Party:
    return Party(
        key=key,
        kind=BoxKind.VENDOR,
        name=name or key.title(),
        profile=profile,
        details=details,
        frames=(EEA, DE),
        zone=zone,
    )


def drawn(*groups: tuple[Party, ...], hubs: frozenset[int] = frozenset()) -> Boxes:
    return draw_boxes(Folding(groups, hubs, ()), [])


def test_people_come_first_then_own_systems_then_third_parties_and_ids_follow() -> None:
    picture = acme.picture(acme.small())
    kinds = [box.kind for box in picture.boxes]
    assert kinds == sorted(kinds, key=list(BoxKind).index)
    assert [box.id for box in picture.boxes] == [f"n{number}" for number in range(1, len(kinds) + 1)]


def test_a_box_of_one_party_says_its_name_and_details() -> None:
    [box] = drawn((party("oak", "Hosting", "access from India"),)).boxes
    assert (box.title, box.lines) == ("Oak", ("Hosting", "access from India"))
    assert box.about == "Oak. third party. Oak: Hosting, access from India. in EEA, Germany. serves data region eu."


def test_a_list_says_what_its_vendors_do_and_what_only_one_of_them_has() -> None:
    [box] = drawn((party("oak", "Hosting", "in Berlin"), party("elm", "Hosting"))).boxes
    assert (box.title, box.lines) == ("Hosting", ("Elm", "Oak · in Berlin"))
    assert box.members == ("elm", "oak")


def test_what_all_vendors_of_a_list_share_is_said_once() -> None:
    [box] = drawn((party("oak", "Hosting", "seat: USA"), party("elm", "Hosting", "seat: USA"))).boxes
    assert box.lines == ("Elm", "Oak", "seat: USA")


def test_a_long_list_ends_with_how_many_more_there_are() -> None:
    [box] = drawn(tuple(party(f"v{index:02}") for index in range(20))).boxes
    assert len(box.lines) == 9
    assert box.lines[-1] == "and 12 more (see the table)"


def test_vendors_of_many_services_are_called_third_parties() -> None:
    [box] = drawn(tuple(party(key, profile=key) for key in ("a", "b", "c"))).boxes
    assert box.title == "Third parties"
    [box] = drawn(tuple(party(key, profile=key) for key in ("a", "b"))).boxes
    assert box.title == "a and b"


def test_a_box_for_several_data_regions_has_the_colour_of_none() -> None:
    [box] = drawn((party("oak", zone="eu"), party("elm", zone="us"))).boxes
    assert box.zone == "*"


def test_frames_lie_in_frames_and_the_outer_ones_come_first() -> None:
    outer, inner = drawn((party("oak"),)).clusters
    assert (outer.title, outer.parent, outer.zone) == ("EEA", "", "eu")
    assert (inner.title, inner.parent) == ("Germany", outer.id)


def test_a_frame_that_would_only_repeat_its_one_box_is_not_drawn() -> None:
    case = make.case(make.engagement("oak", vendor="Hosting"))
    picture = acme.picture(case, product.VIEW)
    assert "Hosting" in [box.title for box in picture.boxes]
    assert "Hosting" not in [cluster.title for cluster in picture.clusters]


def test_a_hub_has_a_letter_and_its_users_carry_it() -> None:
    groups = tuple((party(key),) for key in ("hub", "user", "other"))
    strands = [
        Strand("user", "hub", GroundKind.CLAUSES, Mark.NONE),
        Strand("other", "hub", GroundKind.UNKNOWN, Mark.GAP),
    ]
    boxes = {box.title: box for box in draw_boxes(Folding(groups, frozenset({0}), ()), strands).boxes}
    assert boxes["Hub"].badge == "A"
    assert boxes["User"].badges == ("A",)
    assert boxes["Other"].badges == ("A ?",), "a gap is not folded away"


def test_more_than_twenty_six_hubs_have_letters_too() -> None:
    groups = tuple((party(f"v{index:02}"),) for index in range(28))
    badges = [box.badge for box in drawn(*groups, hubs=frozenset(range(28))).boxes]
    assert badges[0] == "A"
    assert badges[25:] == ["Z", "AA", "AB"]
