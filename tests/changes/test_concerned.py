"""Whom a change concerns: who has the vendor before or afterwards, and nobody else."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tests.changes.compared import concerning, customer
from vendor_registry.model.register.customer import Commitment
from vendor_registry.model.register.engagement import Role

HOST = make.engagement("host", zone="eu", products=("mail",))
ABROAD = dataclasses.replace(HOST, region=make.region("DE; US"))
EU, US = customer("one", zone="eu"), customer("two", zone="us")


def test_a_change_in_one_data_region_does_not_concern_customers_of_another() -> None:
    [one] = concerning([EU, US], [HOST], [ABROAD]).customers
    assert (one.customer, one.vendors, one.products, one.zones) == (EU, ("Host",), ("mail",), ("eu",))
    assert one.sure


def test_who_chose_a_data_region_is_told_of_that_one_whatever_else_the_vendor_serves() -> None:
    everywhere = dataclasses.replace(HOST, zone="*")
    found = concerning(
        [EU, customer("all", zone="*")], [everywhere], [dataclasses.replace(everywhere, region=ABROAD.region)]
    )
    assert [(one.customer.key, one.zones) for one in found.customers] == [("all", ("*",)), ("one", ("eu",))]


def test_customers_of_another_product_are_not_concerned() -> None:
    other, same = customer("one", products=("voice",)), customer("two", products=("voice", "mail"))
    [one] = concerning([other, same], [HOST], [ABROAD]).customers
    assert (one.customer, one.products) == (same, ("mail",))


def test_who_had_a_vendor_before_is_concerned_by_its_going_and_by_its_leaving_the_data_region() -> None:
    assert [one.customer for one in concerning([EU, US], [HOST], []).customers] == [EU]
    moved = dataclasses.replace(HOST, zone="us")
    assert [one.customer for one in concerning([EU, US], [HOST], [moved]).customers] == [EU, US]


def test_a_change_that_several_engagements_share_names_only_those_of_the_customer() -> None:
    rows = [make.engagement(f"host-{zone}", vendor="Host", zone=zone, line=n) for n, zone in enumerate(("eu", "us"), 2)]
    after = [dataclasses.replace(one, region=make.region("DE; JP")) for one in rows]
    [one] = concerning([EU], rows, after).customers
    assert [change.keys for change in one.changes] == [("host-eu",)]


def test_conditions_decide_and_where_nobody_said_which_hold_it_is_only_perhaps() -> None:
    before, after = (dataclasses.replace(one, condition=("ai",)) for one in (HOST, ABROAD))
    without, having = customer("a", conditions=()), customer("b", conditions=("ai",))
    silent = customer("c", conditions=None)
    found = concerning([without, having, silent], [before], [after], conditions=make.named("ai")).customers
    assert [(one.customer, one.sure, one.conditions) for one in found] == [
        (having, True, ("ai",)),
        (silent, False, ("ai",)),
    ]


def test_our_own_bookkeeping_and_vendors_that_are_no_sub_processors_concern_nobody() -> None:
    assert concerning([EU], [HOST], [dataclasses.replace(HOST, notes="called them")]).customers == ()
    inside = [dataclasses.replace(one, role=Role.PROCESSOR) for one in (HOST, ABROAD)]
    assert concerning([EU], inside[:1], inside[1:]).customers == ()


def test_a_promise_is_named_where_the_change_touches_it() -> None:
    zone, rule = Commitment(text="zone eu only", zone="eu"), Commitment(text="r", rule="transfer-without-ground")
    promised = customer("one", commitments=(zone, rule))
    [wider] = concerning([promised], [HOST], [ABROAD]).customers
    assert wider.commitments == (zone, rule)
    [narrower] = concerning([promised], [ABROAD], [HOST]).customers
    assert narrower.commitments == ()


@given(st.permutations(["a", "b", "c"]))
def test_the_order_of_customers_makes_no_difference(keys: list[str]) -> None:
    found = concerning([customer(key) for key in keys], [HOST], [ABROAD]).customers
    assert [one.customer.key for one in found] == ["a", "b", "c"]
