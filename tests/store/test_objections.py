"""Objections in both kinds of stores: what goes in comes back, and what was decided stays."""

from datetime import UTC, date, datetime

import pytest

from tests.store.postgres import New
from vendor_registry.model.ledger.notice import Notice, Outcome
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.fsck import fsck
from vendor_registry.store.notices import Record, notices, record
from vendor_registry.store.objections import add, decide, objections
from vendor_registry.store.revisions import publish

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LAST = date(2026, 12, 4)


@pytest.fixture
def url(new_store: New) -> str:
    """A store with one revision, and a notice of it to all."""
    url = new_store()
    assert (notices(url), objections(url)) == ((), ())
    publish(url, [Sheet("vendors.csv", ("key",), (Row(2, ("a",)),))], "", NOW, ["key"])
    told = Notice(
        number=0,
        customer="",
        channel="page",
        before=None,
        after=1,
        vendors=("Ärzte & Söhne",),
        sent_on=NOW.date(),
        effective_on=date(2026, 12, 21),
        object_until=LAST,
        recorded_by="Ada",
    )
    record(url, [Record(notice=told, scope="")])
    return url


def the_notice(url: str) -> Notice:
    [one] = notices(url)
    return one


def test_what_goes_in_comes_back(url: str) -> None:
    made = add(url, the_notice(url), "acme", "Ärzte & Söhne", LAST, 'Nein;\n"so" nicht')
    assert objections(url) == (made,)
    assert (made.number, made.notice, made.late, made.outcome) == (1, 1, False, Outcome.OPEN)
    assert fsck(url).problems == ()


def test_what_was_decided_stays(url: str) -> None:
    add(url, the_notice(url), "acme", "Ärzte & Söhne", LAST, "No")
    with pytest.raises(UsageError, match="it cannot be decided on 2026-12-03"):
        decide(url, 1, Outcome.UPHELD, date(2026, 12, 3), "Ada")
    decided = decide(url, 1, Outcome.UPHELD, LAST, "Ada")
    assert objections(url) == (decided,)
    assert (decided.outcome, decided.decided_on, decided.decided_by) == (Outcome.UPHELD, LAST, "Ada")
    with pytest.raises(UsageError, match="What was decided stays"):
        decide(url, 1, Outcome.WITHDRAWN, LAST, "Bob")
    again = add(url, the_notice(url), "acme", "Ärzte & Söhne", date(2026, 12, 5), "Still no")
    assert (again.number, again.late) == (2, True)


def test_two_customers_object_each_for_itself(url: str) -> None:
    for customer in ("acme", "bolt"):
        add(url, the_notice(url), customer, "Ärzte & Söhne", LAST, "No")
    with pytest.raises(UsageError, match="Objection 1 of acme"):
        add(url, the_notice(url), "acme", "Ärzte & Söhne", LAST, "No")
    assert [one.customer for one in objections(url)] == ["acme", "bolt"]
