"""Who is to be told of which changes, until when each may object, and from when they count."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.case.promises import terms
from vendor_registry.changes.change import Kind
from vendor_registry.changes.concerned import Concern
from vendor_registry.changes.known import known_lists
from vendor_registry.changes.notice_kinds import needs_notice
from vendor_registry.changes.state import State
from vendor_registry.documents.notice import Days
from vendor_registry.law.periods.counting import deadlines
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.text.origin import UsageError
from vendor_registry.store.notices import notices
from vendor_registry.store.revisions import revisions
from vendor_registry.use_cases.files.repository import Archive
from vendor_registry.use_cases.ledger.comparison.difference import between, state
from vendor_registry.use_cases.ledger.comparison.earlier import called, is_number
from vendor_registry.use_cases.selection.customers import customer_called
from vendor_registry.use_cases.selection.declared import refuse_undeclared


@dataclass(frozen=True, kw_only=True, slots=True)
class Whom:
    """Whom a notice is for: one customer, every one, or anybody who has a product in a data region."""

    customer: str = ""  # key
    every: bool = False
    products: tuple[str, ...] = ()
    zone: str = ""

    def of(self, case: Case) -> tuple[Customer, ...]:
        """Raises UsageError where nobody is named, or several at once, and for what the policy does not have."""
        general = bool(self.products or self.zone)
        if bool(self.customer) + self.every + general != 1:
            raise UsageError("Say for whom: --customer KEY, --all, or --product KEY and --zone KEY.")
        if self.customer:
            return (customer_called(case, self.customer),)
        if general:
            return (self._anybody(case),)
        if not case.customers:
            raise UsageError(f"There are no customers: there is no sheet of customers beside {case.policy.file}.")
        return case.customers

    def _anybody(self, case: Case) -> Customer:
        refuse_undeclared(case.policy, self.products, self.zone)
        return Customer(key="", name="", products=self.products, zone=self.zone or ALL, file=case.policy.file, line=0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Notification:
    """What one customer is to be told."""

    concern: Concern
    before: str  # the state it knows; "": none, it is told of the whole list
    days: Days
    earliest: date  # first day on which the changes may take effect by its terms

    @property
    def key(self) -> str:
        return self.concern.customer.key


@dataclass(frozen=True, kw_only=True)
class Notifications:
    """What all of them are to be told, and the states it is the difference of."""

    told: tuple[Notification, ...]  # by key of the customer; none: the changes concern nobody of those asked for
    before: Mapping[str, Case]  # by state
    after: Case


def notifications(
    whom: Whom,
    before: str,
    after: str,
    archive: Archive,
    as_of: date,
    sent: date,
    effective: date | None,
    *,
    whole: bool = False,
) -> Notifications:
    """`before` "": what each customer knows; `after` "": the sheet. `whole`: the first list tells of everybody in it.

    The changes take effect on `effective`, or on the earliest day there is: when notice and objection have run by the
    customer's terms, and not before all that is new is engaged. Raises UsageError as the states and `whom` do.
    """
    wanted = after or str(archive.repository.sheet)
    now = state(wanted, archive, as_of)
    groups: dict[str, list[Customer]] = {}
    for customer, base in _bases(whom.of(now), before, wanted, archive.repository.ledger, whole):
        groups.setdefault(base, []).append(customer)
    then = {base: state(base, archive, as_of) if base else _nobody(now) for base in groups}
    found = [
        _told(concern, base, sent, effective, now)
        for base, group in groups.items()
        for concern in _concerns(then[base], now, group, (called(base), called(wanted)))
    ]
    return Notifications(told=tuple(sorted(found, key=lambda one: one.key)), before=then, after=now)


def _bases(
    customers: Sequence[Customer], before: str, after: str, url: str, whole: bool
) -> Iterator[tuple[Customer, str]]:
    """Each with the state that it knows; "" for whom nobody has told of anything, where the first list is told."""
    if before:
        yield from ((customer, before) for customer in customers)
        return
    newest = int(after) if is_number(after) else None
    published = {one.number: one.published_at.date() for one in revisions(url)}
    days = {number: day for number, day in published.items() if newest is None or number <= newest}
    if not days or (newest is not None and len(days) == 1 and not whole):
        raise UsageError(
            "Nothing was published before it, so nothing is known to have changed; name what to compare with: a "
            "revision, a commit or a file."
        )
    told = [one for one in notices(url) if one.after in days]
    heard = {one.customer for one in told}
    known = known_lists(customers, days, told)
    for customer in customers:
        first = whole and len(days) == 1 and heard.isdisjoint(("", customer.key))
        yield customer, "" if first else str(known[customer.key])


def _nobody(case: Case) -> Case:
    """The register before there was anybody in it."""
    return replace(case, registry=replace(case.registry, engagements=()))


def _concerns(then: Case, now: Case, customers: Iterable[Customer], names: tuple[State, State]) -> Iterator[Concern]:
    """Of the kinds that need a notice, by the policy or as usual."""
    for one in between(then, replace(now, customers=tuple(customers)), names).customers:
        changes = tuple(change for change in one.changes if needs_notice(change, now.policy))
        if changes:
            yield replace(one, changes=changes)


def _told(concern: Concern, before: str, sent: date, effective: date | None, now: Case) -> Notification:
    customer = concern.customer if concern.customer.key else None
    counted = deadlines(terms(now.policy, customer), sent)
    starts = [change.effective for change in concern.changes if change.kind is not Kind.TERM]
    first = min(day for day in starts if day) if starts and all(starts) else counted.earliest_effective
    return Notification(
        concern=concern,
        before=before,
        days=Days(
            sent=sent,
            effective=effective or max(counted.earliest_effective, first),
            object_until=counted.object_until,
        ),
        earliest=counted.earliest_effective,
    )
