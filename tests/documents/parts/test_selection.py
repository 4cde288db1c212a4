"""Who belongs into an annex, and why the others do not."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests import make
from vendor_registry.documents.parts.scope import Reason, Scope
from vendor_registry.documents.parts.selection import Selection, select
from vendor_registry.model.register.engagement import Engagement, Role


def tree(selection: Selection) -> list[tuple[int, str, str]]:
    return [(entry.level, entry.vendor, entry.engager) for entry in selection.entries]


def reasons(*engagements: Engagement, products: Sequence[str] = (), zone: str = "") -> dict[str, tuple[Reason, ...]]:
    selection = select(make.case(*engagements), Scope(products=tuple(products), zone=zone))
    return {omission.vendor: omission.reasons for omission in selection.omissions}


def test_only_sub_processors_are_listed_and_every_other_role_says_why() -> None:
    rows = [make.engagement(role.value, role=role) for role in Role]
    assert select(make.case(*rows), Scope()).sub_processors == ("Sub-Processor",)
    assert reasons(*rows) == {
        "Controller": (Reason.CONTROLLER,),
        "Joint-Controller": (Reason.JOINT_CONTROLLER,),
        "Processor": (Reason.PROCESSOR,),
        "Recipient": (Reason.RECIPIENT,),
    }


def test_both_days_of_an_engagement_are_in_force() -> None:
    row = make.engagement("acme", since=date(2023, 1, 16), until=date(2023, 1, 17))
    days = [date(2023, 1, day) for day in (15, 16, 17, 18)]
    listed = [bool(select(make.case(row, as_of=day), Scope()).entries) for day in days]
    assert listed == [False, True, True, False]
    why = [one.reasons for day in (days[0], days[3]) for one in select(make.case(row, as_of=day), Scope()).omissions]
    assert why == [(Reason.NOT_YET,), (Reason.ENDED,)]


def test_a_product_filter_takes_any_of_the_products_and_those_for_all() -> None:
    rows = [
        make.engagement("mail", products=("mail",)),
        make.engagement("chat", products=("chat", "fax")),
        make.engagement("both", products=("*",)),
    ]
    assert select(make.case(*rows), Scope(products=("mail",))).sub_processors == ("Both", "Mail")
    assert select(make.case(*rows), Scope(products=("mail", "fax"))).sub_processors == ("Both", "Chat", "Mail")
    assert reasons(*rows, products=["mail"]) == {"Chat": (Reason.OTHER_PRODUCT,)}


def test_a_data_region_filter_counts_those_for_every_region() -> None:
    rows = [make.engagement("eu"), make.engagement("us", zone="us"), make.engagement("all", zone="*")]
    assert select(make.case(*rows), Scope(zone="eu")).sub_processors == ("All", "Eu")
    assert reasons(*rows, zone="eu") == {"Us": (Reason.OTHER_ZONE,)}


def test_a_vendor_with_several_engagements_is_one_entry() -> None:
    rows = [make.engagement("a-eu", vendor="Acme"), make.engagement("a-us", vendor="Acme", zone="us")]
    [entry] = select(make.case(*rows), Scope()).entries
    assert [one.key for one in entry.engagements] == ["a-eu", "a-us"]


def test_a_vendor_that_is_listed_once_is_not_told_as_omitted() -> None:
    rows = [make.engagement("a", vendor="Acme"), make.engagement("b", vendor="Acme", role=Role.PROCESSOR)]
    assert reasons(*rows) == {}


def test_a_vendor_left_out_for_several_reasons_says_them_all_once() -> None:
    rows = [
        make.engagement("a", vendor="Acme", zone="us"),
        make.engagement("b", vendor="Acme", zone="us"),
        make.engagement("c", vendor="Acme", role=Role.PROCESSOR),
    ]
    assert reasons(*rows, zone="eu") == {"Acme": (Reason.PROCESSOR, Reason.OTHER_ZONE)}


def test_fourth_parties_stand_below_whoever_engages_them_and_are_not_counted_as_ours() -> None:
    """
    key    | engaged_by
    rack   |
    cloud  | rack
    backup | cloud
    """
    rows = [
        make.engagement("rack"),
        make.engagement("cloud", engaged_by=("rack",)),
        make.engagement("backup", engaged_by=("cloud",)),
        make.engagement("aaa"),
    ]
    selection = select(make.case(*rows), Scope())
    assert tree(selection) == [(0, "Aaa", ""), (0, "Rack", ""), (1, "Cloud", "Rack"), (2, "Backup", "Cloud")]
    assert selection.sub_processors == ("Aaa", "Rack")
    assert selection.fourth_parties == ("Backup", "Cloud")


def test_a_fourth_party_with_two_engagers_stands_below_both_and_counts_once() -> None:
    rows = [
        make.engagement("one"),
        make.engagement("two"),
        make.engagement("cloud", engaged_by=("one", "two")),
        make.engagement("backup", engaged_by=("cloud",)),
    ]
    selection = select(make.case(*rows), Scope())
    assert tree(selection) == [
        (0, "One", ""),
        (1, "Cloud", "One"),
        (2, "Backup", "Cloud"),
        (0, "Two", ""),
        (1, "Cloud", "Two"),
    ]
    assert selection.fourth_parties == ("Backup", "Cloud")


def test_a_fourth_party_behind_someone_who_is_not_listed_is_not_listed() -> None:
    rows = [make.engagement("rack", role=Role.PROCESSOR), make.engagement("cloud", engaged_by=("rack",))]
    assert reasons(*rows) == {"Rack": (Reason.PROCESSOR,), "Cloud": (Reason.ENGAGER_NOT_LISTED,)}


def test_circles_of_engagers_end() -> None:
    """
    key | engaged_by
    a   |
    b   | a; c
    c   | b
    x   | y
    y   | x
    """
    rows = [
        make.engagement("a"),
        make.engagement("b", engaged_by=("a", "c")),
        make.engagement("c", engaged_by=("b",)),
        make.engagement("x", engaged_by=("y",)),
        make.engagement("y", engaged_by=("x",)),
    ]
    assert tree(select(make.case(*rows), Scope())) == [(0, "A", ""), (1, "B", "A"), (2, "C", "B"), (3, "B", "C")]
    assert reasons(*rows) == {"X": (Reason.ENGAGER_NOT_LISTED,), "Y": (Reason.ENGAGER_NOT_LISTED,)}


def test_a_long_chain_of_engagers_is_walked_to_its_end() -> None:
    rows = [make.engagement("v0000")]
    rows += [make.engagement(f"v{n:04}", engaged_by=(f"v{n - 1:04}",)) for n in range(1, 2_000)]
    assert select(make.case(*rows), Scope()).entries[-1].level == 1_999


KEYS = "abcde"


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Role)), st.sets(st.sampled_from(KEYS), max_size=2), st.sampled_from("xyz")),
        min_size=len(KEYS),
        max_size=len(KEYS),
    )
)
def test_every_vendor_is_either_listed_or_omitted_with_a_reason(rows: list[tuple[Role, set[str], str]]) -> None:
    engagements = [
        make.engagement(key, role=role, engaged_by=tuple(sorted(engagers - {key})), vendor=vendor)
        for key, (role, engagers, vendor) in zip(KEYS, rows, strict=True)
    ]
    selection = select(make.case(*engagements), Scope())
    listed = {entry.vendor for entry in selection.entries}
    omitted = {omission.vendor for omission in selection.omissions}
    assert listed | omitted == {one.vendor for one in engagements}
    assert listed.isdisjoint(omitted)
    assert all(omission.reasons for omission in selection.omissions)
    assert all(one.role is Role.SUB_PROCESSOR for entry in selection.entries for one in entry.engagements)
