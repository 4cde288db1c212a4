"""Who may use the desk."""

from datetime import datetime

from vendor_registry.model.desk.activity import Activity, Deed
from vendor_registry.model.desk.user import Role, User
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store import users as store

_LONGEST = 100


def listed(url: str) -> tuple[User, ...]:
    """All of them, by name."""
    return store.users(url)


def add(url: str, name: str, role: str, password: str, by: str, now: datetime) -> User:
    """Let somebody in; `password` is a hash. Raises UsageError for a name or a role that is none, or is taken."""
    shown = " ".join(name.split())
    if not shown or len(shown) > _LONGEST or not shown.isprintable():
        raise UsageError("Write a name of up to 100 letters, as people would sign with it.")
    if role not in list(Role):
        raise UsageError(f'"{role}" is no role; write {", ".join(Role)}.')
    made = User(name=shown, role=Role(role), password=password)
    store.add(url, made, Activity(at=now, by=by, deed=Deed.USERS, what=f"added {shown}", after=role))
    return made


def remove(url: str, name: str, by: str, now: datetime) -> None:
    """Let somebody in no longer: their sessions end too. Raises UsageError where there is nobody of that name."""
    store.remove(url, name, Activity(at=now, by=by, deed=Deed.USERS, what=f"removed {name}"))
