"""Customers: what they are to be told, that they were told, what they object to."""

from datetime import date, timedelta
from functools import partial

from vendor_registry.desk.services.days import day_of, maybe_day
from vendor_registry.desk.web.visit import Visit
from vendor_registry.documents.formats.catalogue import LETTERS
from vendor_registry.model.desk.activity import Deed
from vendor_registry.model.ledger.due import Due
from vendor_registry.model.ledger.notice import Notice, Objection
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.customers.calendar import calendar
from vendor_registry.use_cases.customers.notices import record as notices
from vendor_registry.use_cases.customers.notices.letters import Letters
from vendor_registry.use_cases.customers.notices.notifications import Notifications, Whom, notifications
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger import objections
from vendor_registry.use_cases.selection.customers import customer_called

_YEAR = timedelta(days=365)
_LONGEST = 4_000  # characters of a reason


async def deadlines(visit: Visit, first: date, last: date) -> tuple[Due, ...]:
    """What ends, falls due or takes effect."""
    case = await visit.case()
    now, known = await visit.standing(), await visit.register.fetch(objections.with_objections, case, visit.ledger)
    return await visit.register.once(now, ("days", first, last), calendar, known, first, last)


async def year(visit: Visit) -> tuple[Due, ...]:
    """Of the year that begins today."""
    today = visit.office.settings.today()
    return await deadlines(visit, today, today + _YEAR)


async def told(visit: Visit) -> tuple[Notice, ...]:
    """The notices on record, oldest first."""
    return await visit.register.fetch(notices.listed, visit.ledger)


async def to_tell(visit: Visit, customer: str = "") -> Notifications:
    """What the sheet changes for a customer, or for all of them, since they were told last."""
    today = visit.office.settings.today()
    whom = Whom(customer=customer, every=not customer)
    now, archive = await visit.standing(), await visit.archive()
    return await visit.register.once(now, (whom, today), notifications, whom, "", "", archive, today, today, None)


async def letter(visit: Visit, customer: str, form: str, language: str, reason: str) -> tuple[bytes, str]:
    """The letter to a customer, and its name. Raises UsageError where it is not concerned."""
    if form not in LETTERS:
        raise UsageError(f'"{form[:40]}" is no format here; there are {", ".join(LETTERS)}.')
    today = visit.office.settings.today()
    content = await visit.register.judge(_letter, await visit.archive(), customer, form, language, reason, today)
    return content, f"notice.{customer}{LETTERS[form].suffix}"


def _letter(archive: Archive, customer: str, form: str, language: str, reason: str, today: date) -> bytes:
    found = notifications(Whom(customer=customer), "", "", archive, today, today, None)
    letters = Letters(found, LETTERS[form], language, reason)
    if not letters.customers:
        raise UsageError(f"Nothing that needs a notice changes for {customer}.")
    (content,) = letters.content(letters.customers[0])
    return content


async def record(visit: Visit, *, customer: str, channel: str, sent: str, effective: str) -> tuple[Notice, ...]:
    """That customers were sent the notice of the newest revision."""
    today = visit.office.settings.today()
    whom = Whom(customer=customer, every=not customer)
    made = await visit.register.fetch(
        notices.record,
        await visit.archive(),
        whom,
        channel=channel,
        sent=day_of(sent, today),
        effective=maybe_day(effective),
        by=visit.name,
    )
    await visit.keep(
        Deed.RECORDED, f"notice of revision {made[0].after} to {customer or 'every customer'}", after=channel
    )
    return made


async def objected(visit: Visit) -> tuple[Objection, ...]:
    """Every objection, oldest first."""
    return await visit.register.fetch(objections.objections, visit.ledger)


async def object_to(visit: Visit, *, customer: str, vendor: str, reason: str, received: str) -> Objection:
    """Record what a customer says to a change."""
    if len(reason) > _LONGEST:
        raise UsageError(f"A reason has up to {_LONGEST} characters; keep the letter, and write its point.")
    case, today = await visit.case(), visit.office.settings.today()
    day = day_of(received, today)
    customer_called(case, customer)
    made, _ = await visit.register.fetch(
        partial(objections.add, today=today), case, await visit.archive(), customer, vendor, reason, day
    )
    await visit.keep(Deed.RECORDED, f"objection {made.number} of {made.customer} to {made.vendor}", after=made.reason)
    return made


async def decide(visit: Visit, *, number: int, outcome: str, decided: str) -> Objection:
    """Write down what became of an objection."""
    today = visit.office.settings.today()
    day, closed = day_of(decided, today), partial(objections.decide, today=today)
    made = await visit.register.fetch(closed, visit.ledger, number, outcome, day, visit.name)
    await visit.keep(Deed.DECIDED, f"objection {made.number} of {made.customer} to {made.vendor}", after=made.outcome)
    return made
