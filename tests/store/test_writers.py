"""Several processes at one store: each waits for the others, and sees what they stored."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest

from tests.store import postgres
from tests.store.conftest import New
from vendor_registry.model.origin import FailureError
from vendor_registry.model.sheet import Row, Sheet
from vendor_registry.store.connection import reading
from vendor_registry.store.revisions import publish, revisions, sheets_of

WRITER = """
import sys
from datetime import UTC, datetime
from vendor_registry.model.sheet import Row, Sheet
from vendor_registry.store.revisions import publish
url, *keys = sys.argv[1:]
print("ready", flush=True)
sys.stdin.read()  # until all are ready
for key in keys:
    sheet = Sheet("vendors.csv", ("key", "region"), (Row(2, (key, "DE")),))
    revision = publish(url, [sheet], key, datetime.now(UTC), ["key", "region"])
    print(revision.number if revision else "unchanged")
"""
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SHEET = Sheet("vendors.csv", ("key", "region"), (Row(2, ("acme", "DE")),))


def publish_at_once(url: str, *keys_of_each: list[str]) -> list[list[str]]:
    """What each process printed; all begin when the last one is ready."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, url, *keys],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for keys in keys_of_each
    ]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
    told = [process.communicate(timeout=120) for process in started]
    assert [err for _, err in told if err] == []
    assert [process.returncode for process in started] == [0] * len(started)
    return [out.split() for out, _ in told]


def test_the_first_revision_published_by_several_at_once_is_one(new_store: New) -> None:
    for _ in range(3):
        url = new_store()
        told = publish_at_once(url, *[["acme"]] * 5)
        assert sorted(told) == [["1"], *[["unchanged"]] * 4]
        assert [one.number for one in revisions(url)] == [1]
        assert [sheet.rows[0].values for sheet in sheets_of(url, 1)] == [("acme", "DE")]


def test_different_sheets_published_at_once_are_numbered_one_after_the_other(new_store: New) -> None:
    url = new_store()
    told = publish_at_once(url, ["a", "b", "c"], ["d", "e", "f"], ["g", "h", "i"])
    assert sorted(int(number) for numbers in told for number in numbers) == list(range(1, 10))
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
