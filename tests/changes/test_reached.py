"""Where data gets to that it did not get to before, and by which chain."""

from tests import make
from tests.changes.compared import difference
from vendor_registry.changes.reached import Arrival
from vendor_registry.model.register.engagement import Engagement


def told(found: tuple[Arrival, ...]) -> list[str]:
    """`eu > us: content at lake by platform-eu lake`."""
    return [
        f"{one.home} > {one.place or '-'}: {', '.join(one.data)} at {one.sink}{'' if one.sure else ' perhaps'} by "
        + " ".join([*(hop.flow.source for hop in one.witness[:1]), *(hop.flow.target for hop in one.witness)])
        for one in found
    ]


def reached(before: list[Engagement], after: list[Engagement]) -> list[str]:
    return told(difference(before, after).reached)


HOST = make.engagement("host")


def test_a_vendor_that_moves_takes_the_data_to_a_data_region_and_a_country() -> None:
    assert reached([HOST], [make.engagement("host", region="DE; US")]) == [
        "eu > us: content at host by platform-eu host",
    ]
    assert reached([HOST], [make.engagement("host", region="DE; IN")]) == [
        "eu > IN: content at host by platform-eu host",
    ]


def test_the_chain_goes_over_as_many_hands_as_it_takes() -> None:
    """A vendor of a vendor reaches in from India."""
    lake = make.engagement("lake", engaged_by=("host",), access_from="IN", line=3)
    assert reached([HOST], [HOST, lake]) == ["eu > IN: content at lake by platform-eu host lake"]


def test_a_blank_that_decides_is_told_as_perhaps() -> None:
    assert reached([HOST], [make.engagement("host", region="")]) == [
        "eu > us: content at host perhaps by platform-eu host",
    ]


def test_a_recipient_gets_more_although_its_own_row_is_as_it_was() -> None:
    """
    key  | engaged_by | data
    host |            | content, then contact too
    lake | host       | blank
    """
    lake = make.engagement("lake", engaged_by=("host",), data=None, line=3)
    wider = make.engagement("host", data=("contact", "content"))
    assert reached([HOST, lake], [wider, lake]) == ["eu > -: contact at lake perhaps by platform-eu host lake"]


def test_data_that_stays_in_its_own_data_region_reaches_no_new_place() -> None:
    assert reached([HOST], [make.engagement("host", region="DE; FR")]) == []


def test_what_was_there_and_what_goes_is_no_news() -> None:
    wide = make.engagement("host", region="DE; US")
    assert reached([wide], [wide]) == []
    assert reached([wide], [HOST]) == []


def test_a_new_key_or_another_spelling_reaches_nobody() -> None:
    assert reached([HOST], [make.engagement("home", vendor="Host")]) == []
    assert reached([HOST], [make.engagement("host", vendor="HOST")]) == []
