"""What follows from changes: transfers and findings; and what nothing follows from."""

import dataclasses

from tests import make
from tests.changes.compared import difference
from vendor_registry.changes.change import Kind
from vendor_registry.intake.words.mechanisms import mechanism
from vendor_registry.model.findings.transfer import TransferVerdict

HOST = make.engagement("host")
ABROAD = make.engagement("host", region="DE; US")


def test_a_place_in_a_third_country_is_a_new_transfer() -> None:
    [one] = difference([HOST], [ABROAD]).transfers
    assert (one.sink, one.regime, one.country, one.via, one.before) == ("host", "eu", "US", "region", None)
    assert one.after.verdict is TransferVerdict.NOT_COVERED


def test_a_transfer_that_loses_its_ground_is_told_with_what_it_was() -> None:
    covered = dataclasses.replace(ABROAD, mechanism=mechanism("SCC (2022-01-01)"))
    [one] = difference([covered], [ABROAD]).transfers
    assert one.before is not None
    assert (one.before.basis, one.after.verdict) == ("scc", TransferVerdict.NOT_COVERED)
    assert difference([ABROAD], [covered]).transfers == ()


def test_findings_are_new_or_fixed() -> None:
    found = difference([HOST], [ABROAD])
    assert {one.rule for one in found.findings.new} == {"transfer-without-ground"}
    back = difference([ABROAD], [HOST])
    assert {one.identity.rule for one in back.findings.fixed} == {"transfer-without-ground"}


def test_another_key_makes_no_new_transfer() -> None:
    other = dataclasses.replace(ABROAD, key="cloud")
    found = difference([ABROAD], [other])
    assert [one.kind for one in found.changes] == [Kind.KEY]
    assert found.transfers == ()


def test_the_same_register_has_no_difference() -> None:
    assert difference([ABROAD], [ABROAD]).is_empty


def test_vendors_are_listed_by_kind_each_once() -> None:
    more = [make.engagement(key, vendor="Bolt", line=n) for n, key in enumerate(("bolt-eu", "bolt-us"), 3)]
    found = difference([HOST], [HOST, *more])
    assert found.vendors(Kind.ADDED) == ("Bolt",)
    assert found.vendors(Kind.REMOVED) == ()
