"""All that one running desk knows."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import anyio
import anyio.to_thread

from vendor_registry.desk.register.current import Register
from vendor_registry.desk.register.proposals import Proposals
from vendor_registry.desk.security.attempts import Attempts
from vendor_registry.desk.security.sessions import Session, Sessions, Token
from vendor_registry.desk.settings import Settings
from vendor_registry.model.desk.user import User
from vendor_registry.store.users import users

_FRESH = 5.0  # seconds after which users are looked up again: who was removed is out then


@dataclass
class Office:
    """The register, who is there, and who may come."""

    settings: Settings
    register: Register = field(init=False)
    sessions: Sessions = field(init=False)
    proposals: Proposals = field(init=False)
    token: Token = field(default_factory=Token)
    attempts: Attempts = field(default_factory=Attempts)
    hashing: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(2))
    _users: tuple[float, dict[str, User]] | None = None

    def __post_init__(self) -> None:
        self.register = Register(self.settings)
        self.proposals = Proposals(self.register)
        self.sessions = Sessions(self.settings.idle_seconds, time.monotonic)

    async def users(self) -> dict[str, User]:
        """Who may come, by name."""
        now = time.monotonic()
        if self._users is None or now - self._users[0] > _FRESH:
            found = await self.register.fetch(users, self.settings.repository.ledger)
            self._users = (now, {one.name: one for one in found})
        return self._users[1]

    async def hash(self, work: Callable[[str, str], bool], password: str, known: str) -> bool:
        """Compare a password, off the event loop and few at once: each takes 19 MiB."""
        return await anyio.to_thread.run_sync(work, password, known, limiter=self.hashing)

    async def session(self, secret: str) -> Session | None:
        """Who it is, with the role they have now; nobody once they were removed."""
        found = self.sessions.of(secret)
        if found and self.settings.users:
            user = (await self.users()).get(found.name)
            if user is None or user.password != found.password:
                self.sessions.end(found)
                return None
            found.role = user.role
        return found
