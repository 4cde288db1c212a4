"""Several processes at one store: each waits for the others, and sees what they stored."""

import multiprocessing
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

import pytest

from tests.store import postgres
from tests.store.postgres import New
from vendor_registry.model.text.origin import FailureError
from vendor_registry.model.text.sheet import Row, Sheet
from vendor_registry.store.connection import reading
from vendor_registry.store.revisions import publish, revisions, sheets_of

STARTED = multiprocessing.get_context("forkserver")  # the libraries are loaded once, for all processes
STARTED.set_forkserver_preload([__name__])
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SHEET = Sheet("vendors.csv", ("key", "region"), (Row(2, ("acme", "DE")),))


def publish_each(url: str, keys: list[str], ready: Barrier, told: "Queue[list[int]]") -> None:
    """One revision after the other, as soon as all processes are ready; tells their numbers, 0 for what was there."""
    ready.wait(60)
    found = [publish(url, [replace(SHEET, rows=(Row(2, (key, "DE")),))], key, NOW, SHEET.header) for key in keys]
    told.put([one.number if one else 0 for one in found])


def publish_at_once(url: str, *keys_of_each: list[str]) -> list[list[int]]:
    """What each process stored; all begin when the last one is ready."""
    ready, told = STARTED.Barrier(len(keys_of_each)), STARTED.Queue()
    started = [STARTED.Process(target=publish_each, args=(url, keys, ready, told)) for keys in keys_of_each]
    for process in started:
        process.start()
    found = [told.get(timeout=120) for _ in started]
    for process in started:
        process.join(60)
    assert [process.exitcode for process in started] == [0] * len(started)
    return found


def test_the_first_revision_published_by_several_at_once_is_one(new_store: New) -> None:
    for _ in range(3):
        url = new_store()
        told = publish_at_once(url, *[["acme"]] * 5)
        assert sorted(told) == [*[[0]] * 4, [1]]
        assert [one.number for one in revisions(url)] == [1]
        assert [sheet.rows[0].values for sheet in sheets_of(url, 1)] == [("acme", "DE")]


def test_different_sheets_published_at_once_are_numbered_one_after_the_other(new_store: New) -> None:
    url = new_store()
    told = publish_at_once(url, ["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"])
    assert sorted(number for numbers in told for number in numbers) == list(range(1, 10))
    for one in revisions(url):
        assert sheets_of(url, one.number)[0].rows[0].values[0] == one.note


def test_what_fails_on_the_way_leaves_nothing(new_store: New) -> None:
    url = new_store()
    with pytest.raises(FailureError, match="does not answer"):
        publish(url, [SHEET], "", NOW, ['no "column'])
    assert revisions(url) == ()
    assert publish(url, [SHEET], "", NOW, ["key"]) is not None
    assert len(revisions(url)) == 1


def test_asking_makes_no_tables(new_store: New) -> None:
    url = new_store()
    assert revisions(url) == ()
    with reading(url) as session:
        assert session is None


def test_a_wrong_password_is_a_failure_that_does_not_repeat_it(new_store: New) -> None:
    url = new_store()
    if url.startswith("sqlite"):
        pytest.skip("a file asks for no password")
    with pytest.raises(FailureError, match="password authentication failed") as told:
        revisions(url.replace(postgres.ESCAPED, "hunter2"))
    assert "hunter2" not in str(told.value)
