"""Who may use the desk, and for what."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do; each may do what those before it may."""

    READ = "read"  # look at everything, download documents
    EDIT = "edit"  # change cells and rows, record notices and objections
    PUBLISH = "publish"  # publish revisions, decide objections, change the policy

    def may(self, needed: "Role") -> bool:
        """Whether this role is enough."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, kw_only=True, slots=True)
class User:
    """Somebody with a password. It is known by its hash only."""

    name: str
    role: Role
    password: str  # an argon2id hash, as RFC 9106 and its reference encoding have it
