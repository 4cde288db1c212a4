"""A name and a password become a session: slowly for who guesses, and never in a word more than yes or no."""

from vendor_registry.desk.office import Office
from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.security.passwords import LONGEST, matches
from vendor_registry.model.desk.activity import Activity, Deed
from vendor_registry.model.text.visible import visible
from vendor_registry.store.activity import record

_LONGEST_NAME = 100


async def signed_in(office: Office, name: str, password: str, address: str, now: float) -> str:
    """The secret of a new session; "" where name or password is wrong.

    Raises ProblemError where there were too many failures: for this name, or from this address.
    """
    wait = office.attempts.wait(name, address, now)
    if wait:
        raise ProblemError(429, f"Too many tries; the next one in {wait} seconds.", {"retry-after": str(wait)})
    office.attempts.failed(name, address, now)  # counted before it is known: many at once do not get in between
    user = (await office.users()).get(name[:_LONGEST_NAME])
    fits = len(password) <= LONGEST and await office.hash(matches, password, user.password if user else "")
    if user is None or not fits:
        return ""
    office.attempts.succeeded(name, address)
    entered = Activity(at=office.settings.clock(), by=visible(user.name), deed=Deed.ENTERED, what="signed in")
    await office.register.fetch(record, office.settings.repository.ledger, [entered])
    return office.sessions.begin(user.name, user.role, user.password)[0]
