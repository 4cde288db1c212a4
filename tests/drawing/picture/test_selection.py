"""A diagram may be of one product."""

from tests import make
from tests.drawing import acme
from vendor_registry.drawing.picture.selection import select


def test_all_products_are_drawn_and_people_who_give_nothing_are_left_out() -> None:
    selection = select(acme.question(acme.small()))
    keys = {node.key for node in selection.nodes}
    assert "subject:customers" in keys
    assert "subject:recipients" not in keys
    assert selection.notes == ("Left out, as they take no part: 1 of 18 parties, 0 of 26 flows.",)


def test_one_product_keeps_what_serves_it_or_all() -> None:
    keys = {node.key for node in select(acme.question(acme.small(), product="sms")).nodes}
    assert keys == {"subject:customers", "sms-eu", "billing", "oak-eu", "pine", "fir", "yew"}


def test_every_flow_is_drawn_or_counted() -> None:
    case = acme.small()
    selection = select(acme.question(case, product="sms"))
    missing = len(case.graph.flows) - len(selection.flows)
    assert f"{missing} of {len(case.graph.flows)} flows" in selection.notes[0]


def test_what_is_not_in_force_is_counted() -> None:
    case = make.case(make.engagement("oak"), make.engagement("old", until=make.DAY.replace(year=2020)))
    assert "Not in force on the day: 1 of 2 engagements." in select(acme.question(case)).notes


def test_focus_keeps_what_lies_within_some_flows_in_either_direction() -> None:
    """People > mail-eu > elm-eu > ash-eu, its fourth party."""
    case = acme.small()
    near = {node.key for node in select(acme.question(case, focus=frozenset({"elm-eu"}))).nodes}
    assert {"elm-eu", "ash-eu", "mail-eu"} <= near
    assert "subject:customers" not in near
    far = {node.key for node in select(acme.question(case, focus=frozenset({"elm-eu"}), depth=2)).nodes}
    assert "subject:customers" in far > near


def test_reaches_keeps_only_those_whose_data_gets_there() -> None:
    case = acme.small()
    kept = {node.key for node in select(acme.question(case, reaches=frozenset({"ash-eu"}))).nodes}
    assert {"ash-eu", "elm-eu", "mail-eu", "subject:customers"} <= kept
    assert "desk-in" not in kept
