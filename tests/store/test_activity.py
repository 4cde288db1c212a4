"""The trail and the users, in either kind of store."""

from datetime import UTC, datetime

import pytest

from tests.store.postgres import New
from vendor_registry.model.desk.activity import Activity, Deed
from vendor_registry.model.desk.user import Role, User
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store import users
from vendor_registry.store.activity import activities, record, recording

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def deed(what: str) -> Activity:
    return Activity(at=AT, by="Ada", deed=Deed.CHANGED, what=what, before="a", after="b")


def test_deeds_are_kept_newest_first_and_only_if_what_was_done_succeeded(new_store: New) -> None:
    url = new_store()
    assert activities(url) == ()
    record(url, [deed("one"), deed("two")])
    with pytest.raises(ZeroDivisionError), recording(url, [deed("three")]):
        raise ZeroDivisionError
    with recording(url, [deed("four")]):
        pass
    found = activities(url)
    assert [one.what for one in found] == ["four", "two", "one"]
    assert (found[0].at, found[0].by, found[0].before, found[0].after) == (AT, "Ada", "a", "b")
    assert [one.what for one in activities(url, newest=1)] == ["four"]


def test_users_are_known_by_name_whatever_its_capitals(new_store: New) -> None:
    url = new_store()
    assert users.users(url) == ()
    ada = User(name="Ada", role=Role.EDIT, password="$argon2id$x")
    users.add(url, ada, deed("added Ada"))
    assert users.users(url) == (ada,)
    with pytest.raises(UsageError, match="already"):
        users.add(url, User(name="ADA", role=Role.READ, password="y"), deed("added ADA"))
    with pytest.raises(UsageError, match="no user"):
        users.remove(url, "ada", deed("removed ada"))
    users.remove(url, "Ada", deed("removed Ada"))
    assert users.users(url) == ()
    assert [one.what for one in activities(url)] == ["removed Ada", "added Ada"]
