"""The record of reviews in both kinds of stores: what goes in comes back, all of it or nothing."""

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.store.postgres import New
from vendor_registry.model.ledger.review import Conclusion, Review, Subject
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store.backup import backup, restore
from vendor_registry.store.connection import writing
from vendor_registry.store.fsck import fsck
from vendor_registry.store.reviews import record, reviews
from vendor_registry.store.tables import StoredReview

ONE = Review(
    number=0,
    engagement="host-us",
    subject=Subject.TIA,
    reviewed_on=date(2026, 11, 20),
    reviewed_by="Zoë",
    conclusion=Conclusion.CONDITIONAL,
    next_on=date(2027, 5, 31),
    note="Schlüssel in der EU",
    sha256="ab" * 32,
)


def test_what_was_recorded_comes_back_with_a_number_and_from_a_backup(new_store: New, tmp_path: Path) -> None:
    """A ledger in which nothing was published has a backup too."""
    url, other = new_store(), new_store()
    made = record(url, [ONE, replace(ONE, engagement="host-eu", next_on=None)])
    assert made == reviews(url) == (replace(ONE, number=1), replace(ONE, number=2, engagement="host-eu", next_on=None))
    assert fsck(url).problems == ()
    backup(url, tmp_path / "copy.db")
    restore(tmp_path / "copy.db", other)
    assert reviews(other) == made
    record(other, [replace(ONE, note="again")])  # the numbers go on
    with pytest.raises(UsageError, match="That ledger is not empty"):
        restore(tmp_path / "copy.db", other)


def test_of_several_one_that_is_there_already_keeps_all_out(new_store: New) -> None:
    url = new_store()
    assert reviews(url) == ()
    record(url, [ONE])
    with pytest.raises(UsageError, match="Review 1 says the same of host-us already: tia, 2026-11-20, conditional"):
        record(url, [replace(ONE, engagement="host-eu"), ONE])
    assert len(reviews(url)) == 1


def test_one_of_the_tables_before_is_a_review_of_the_vendor_that_passed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/registry.db"
    with writing(url):
        pass
    with sqlite3.connect(tmp_path / "registry.db") as store:
        for column in ("subject", "conclusion", "sha256", "next_on"):
            store.execute(f"ALTER TABLE review DROP COLUMN {column}")
        store.execute("DROP TABLE link")
        store.execute("UPDATE vendors_version SET version_num = '0004'")
        store.execute("INSERT INTO review VALUES (1, 'host-us', 'Ada', 'fine', '2026-01-02')")
    [one] = reviews(url)
    assert (one.engagement, one.subject, one.conclusion, one.reviewed_on) == (
        "host-us",
        Subject.VENDOR,
        Conclusion.PASSED,
        date(2026, 1, 2),
    )


def test_what_cannot_be_is_told(new_store: New) -> None:
    url = new_store()
    record(url, [replace(ONE, next_on=None)])
    with writing(url) as opened:
        stored = opened.get(StoredReview, 1)
        assert stored is not None
        stored.conclusion, stored.next_on = "splendid", date(2026, 11, 1)
        opened.add(stored)
    assert fsck(url).problems == (
        'Review 1 has no conclusion that there is: "splendid".',
        "Review 1 of 2026-11-20 is due again before it was made, on 2026-11-01.",
        "Review 1 was changed after it was recorded, or the chain before it was.",
    )
