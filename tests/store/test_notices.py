"""The record of notices in both kinds of stores: what goes in comes back, all of it or nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.store.postgres import New
from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.connection import reading
from vendor_registry.store.fsck import fsck
from vendor_registry.store.notices import Record, notices, record
from vendor_registry.store.revisions import publish
from vendor_registry.store.tables import StoredDocument

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TOLD = Notice(
    number=0,
    customer="acme",
    channel="e-mail",
    after=1,
    vendors=("Ärzte & Söhne",),
    sent_on=date(2026, 12, 1),
    effective_on=date(2027, 1, 20),
    object_until=date(2026, 12, 21),
    recorded_by="Ada",
)


@pytest.fixture
def url(new_store: New) -> str:
    """A store with one revision."""
    url = new_store()
    publish(url, [Sheet("vendors.csv", ("key",), (Row(2, ("a",)),))], "", NOW, ["key"])
    return url


def test_what_was_recorded_comes_back_with_a_number_and_the_file(url: str) -> None:
    made = record(url, [Record(notice=TOLD, scope="app; eu", sha256="ab" * 32)])
    assert made == notices(url) == (replace(TOLD, number=1),)
    assert fsck(url).problems == ()
    with reading(url) as opened:
        assert opened is not None
        kept = opened.get(StoredDocument, 1)
        assert kept is not None
        assert (kept.kind, kept.scope, kept.customer, kept.issued_on) == ("notice", "app; eu", "acme", TOLD.sent_on)


def test_of_several_one_that_cannot_be_kept_keeps_all_out(url: str) -> None:
    with pytest.raises(UsageError, match="no revision 7"):
        record(url, [Record(notice=TOLD, scope=""), Record(notice=replace(TOLD, after=7), scope="")])
    assert notices(url) == ()


def test_the_same_notice_is_not_recorded_twice(url: str) -> None:
    record(url, [Record(notice=TOLD, scope="")])
    with pytest.raises(UsageError, match="Notice 1 to acme is recorded already: revision 1, 2026-12-01"):
        record(url, [Record(notice=TOLD, scope="")])
    record(url, [Record(notice=replace(TOLD, channel="letter"), scope="")])
    assert [one.channel for one in notices(url)] == ["e-mail", "letter"]
