"""Who is there: sessions, known by a secret of which only the digest is kept, and the one-time token of the start."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from vendor_registry.model.desk.user import Role

_MOST = 1_000  # sessions at once; the one that was used longest ago gives way
_DONE = 20  # things done in a session that its pages can still tell
_LONGEST = 7 * 24 * 3600  # seconds, however much it is used


@dataclass(slots=True)
class Session:
    """Somebody at the desk, in one browser or program."""

    name: str
    role: Role
    csrf: str  # what a form of ours carries and a form of others cannot know
    digest: str
    began: float
    used: float
    password: str = ""  # the hash with which it began: another one ends it
    _done: dict[str, str] = field(default_factory=dict)  # what was done, by words that nobody can guess

    def keep(self, done: str) -> str:
        """Keep what was done for the page that says so; the word by which it asks, so that a link that somebody else
        made says nothing of it."""
        word = secrets.token_urlsafe(6)
        while len(self._done) >= _DONE:
            del self._done[next(iter(self._done))]
        self._done[word] = done
        return word

    def kept(self, word: str) -> str:
        """What was done, or ""."""
        return self._done.get(word, "")


@dataclass
class Sessions:
    """All that are open. Times are seconds of a clock that only goes forward."""

    idle: float
    now: Callable[[], float]
    _open: dict[str, Session] = field(default_factory=dict)

    def begin(self, name: str, role: Role, password: str = "") -> tuple[str, Session]:
        """A new session and its secret, which is told once."""
        secret = secrets.token_urlsafe(32)
        while len(self._open) >= _MOST:
            del self._open[min(self._open, key=lambda digest: self._open[digest].used)]
        now = self.now()
        session = Session(name, role, secrets.token_urlsafe(32), _digest(secret), now, now, password)
        self._open[session.digest] = session
        return secret, session

    def of(self, secret: str) -> Session | None:
        """The session of a secret, unless it has ended."""
        found = self._open.get(_digest(secret)) if secret else None
        if found is None:
            return None
        now = self.now()
        if now - found.used > self.idle or now - found.began > _LONGEST:
            self.end(found)
            return None
        found.used = now
        return found

    def end(self, session: Session) -> None:
        self._open.pop(session.digest, None)


@dataclass
class Token:
    """The secret in the address that is printed: good for one browser."""

    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    used: bool = False

    def admits(self, told: str) -> bool:
        """Whether it is the token, and nobody came in by it yet; afterwards nobody does."""
        if self.used or not same(told, self.secret):
            return False
        self.used = True
        return True


def same(one: str, other: str) -> bool:
    """Compared in a time that tells nothing."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def _digest(secret: str) -> str:
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
