"""Passwords: kept as argon2id hashes (RFC 9106), compared in the same time whoever asks (the door to argon2)."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from vendor_registry.model.text.origin import UsageError

SHORTEST, LONGEST = 12, 256  # characters; NIST SP 800-63B asks for 8 at least, and no rules of composition
_HASHER = PasswordHasher(memory_cost=19_456, time_cost=2, parallelism=1)  # kB; OWASP, Password Storage Cheat Sheet
_NOBODY = _HASHER.hash("nobody has this password")


def hashed(password: str) -> str:
    """The hash of a password that somebody chose. Raises UsageError for one that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise UsageError(f"A password has {SHORTEST} to {LONGEST} characters; a few words make a good one.")
    return _HASHER.hash(password)


def matches(password: str, known: str) -> bool:
    """Whether a password is the one of a hash; "" for somebody who is not known takes as long and is never so."""
    try:
        return _HASHER.verify(known or _NOBODY, password[:LONGEST]) and bool(known)
    except (VerificationError, InvalidHashError):
        return False
