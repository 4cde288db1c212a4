"""Users of the desk: added, listed, removed. Who did so is kept in the trail."""

from sqlmodel import col, select

from vendor_registry.model.desk.activity import Activity
from vendor_registry.model.desk.user import Role, User
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store.activity import keep
from vendor_registry.store.connection import reading, writing
from vendor_registry.store.tables import StoredUser


def users(url: str) -> tuple[User, ...]:
    """All of them by name; asking makes no store."""
    with reading(url) as opened:
        found = opened.exec(select(StoredUser).order_by(col(StoredUser.name))).all() if opened else ()
        return tuple(User(name=one.name, role=Role(one.role), password=one.password) for one in found)


def add(url: str, user: User, activity: Activity) -> None:
    """Let somebody in. Raises UsageError where there is somebody of that name, in capitals or not."""
    with writing(url) as opened:
        for one in opened.exec(select(StoredUser)).all():
            if one.name.casefold() == user.name.casefold():
                raise UsageError(
                    f'There is a user "{one.name}" already; vendors users remove "{one.name}" comes first.'
                )
        opened.add(StoredUser(name=user.name, role=user.role, password=user.password))
        keep(opened, [activity])


def remove(url: str, name: str, activity: Activity) -> None:
    """Let somebody in no longer. Raises UsageError where there is nobody of that name."""
    with writing(url) as opened:
        found = opened.get(StoredUser, name)
        if found is None:
            raise UsageError(f'There is no user "{name}"; vendors users list shows those there are.')
        opened.delete(found)
        keep(opened, [activity])
