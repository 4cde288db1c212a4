"""What differs from the newest revision, and publishing it."""

from vendor_registry.desk.problem import ProblemError
from vendor_registry.desk.services.days import maybe_day
from vendor_registry.desk.web.visit import Visit
from vendor_registry.model.desk.activity import Deed
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store.published import Revision
from vendor_registry.use_cases.ledger import revisions
from vendor_registry.use_cases.ledger.revisions import Proposal

_LONGEST = 2_000  # characters of a note


async def proposal(visit: Visit) -> Proposal:
    """What publishing would change."""
    case, now = await visit.case(), await visit.standing()
    return await visit.register.once(now, "changes", revisions.propose, case, await visit.archive())


async def log(visit: Visit) -> tuple[Revision, ...]:
    """All revisions, newest first."""
    return await visit.register.fetch(revisions.log, visit.ledger)


async def publish(visit: Visit, *, note: str, effective: str, version: str, base: int) -> Revision | None:
    """Store the sheet as the next revision; None where nothing changed.

    `version` is the sheet that was looked at, `base` the newest revision then. Raises ProblemError where either is
    another by now.
    """
    now, case = await visit.standing(), await visit.case()
    if version != now.version:
        raise ProblemError(409, "The sheet was changed since you looked at it; nothing was published. Look again.")
    if len(note) > _LONGEST:
        raise UsageError(f"A note has up to {_LONGEST} characters; this is longer.")
    when = visit.office.settings.clock()
    day = maybe_day(effective)
    try:
        made = await visit.register.fetch(
            revisions.publish,
            case.registry,
            visit.ledger,
            note.strip(),
            when,
            author=visit.name,
            effective=day,
            base=base,
        )
    except UsageError as refused:
        raise ProblemError(409, str(refused)) from None
    if made:
        await visit.keep(Deed.PUBLISHED, f"revision {made.number}", after=note.strip())
    return made
