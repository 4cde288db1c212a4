"""Changes that need a notice and of which nobody was told: the register of today beside what customers know."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.promises import terms
from vendor_registry.changes.change import Change, Kind
from vendor_registry.changes.concerned import concerned
from vendor_registry.changes.known import known_lists
from vendor_registry.changes.notice_kinds import needs_notice
from vendor_registry.changes.rows import changes
from vendor_registry.law.periods.counting import earliest_effective, last_day_to_send
from vendor_registry.law.periods.terms import Terms
from vendor_registry.model.ledger.revision import Published
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.model.text.origin import Cell

SHOWN = 3  # customers that a finding names


class Untold(NamedTuple):
    """A change, and whom nobody told of it."""

    change: Change
    known: Published  # the list that they know
    customers: tuple[Customer, ...]  # with the longest promises first; none: nobody has said who they are
    effective: date  # the day from which it counts; the day that is judged where nothing says so

    def promised(self, case: Case) -> tuple[Terms, ...]:
        """The terms of those concerned, each once."""
        return tuple(dict.fromkeys(terms(case.policy, one) for one in self.customers or (None,)))

    def last_day(self, case: Case) -> date:
        """The last day on which all of them can be told in time."""
        return min(last_day_to_send(one, self.effective) for one in self.promised(case))

    def earliest(self, case: Case) -> date:
        """The first day on which it may take effect if all of them are told on the day that is judged."""
        return max(earliest_effective(one, case.as_of) for one in self.promised(case))


def untold(case: Case) -> tuple[Untold, ...]:
    """By change; what customers know is the list of which a notice told them, of their contract, or the first."""
    found: dict[tuple[Change, int], list[Customer]] = {}
    for known, group in lists_known(case):
        for change, customers in _of_group(case, known, group):
            found.setdefault((change, known.number), []).extend(customers)
    lists = {one.number: one for one in case.published}
    return tuple(
        Untold(
            change=change, known=lists[number], customers=foremost(case, customers), effective=_effective(case, change)
        )
        for (change, number), customers in sorted(found.items(), key=lambda one: (one[0][0].sort_key(), one[0][1]))
    )


def lists_known(case: Case) -> Iterator[tuple[Published, tuple[Customer, ...]]]:
    """The published lists that customers know, each with those who do; with none where nobody has said who they are."""
    lists = {one.number: one for one in case.published}
    if not case.customers:  # whoever was told, customers were
        yield _list(lists, max(one.after for one in case.notices) if case.notices else min(lists)), ()
        return
    known = known_lists(case.customers, {one.number: one.day for one in case.published}, case.notices)
    groups: dict[int, list[Customer]] = {}
    for customer in case.customers:
        groups.setdefault(_list(lists, known[customer.key]).number, []).append(customer)
    for number, group in sorted(groups.items()):
        yield lists[number], tuple(group)


def _list(lists: Mapping[int, Published], number: int) -> Published:
    """A list by number; where the policy of today does not understand it, the newest before it that it does."""
    return lists[max((one for one in lists if one <= number), default=min(lists))]


def _of_group(
    case: Case, known: Published, group: tuple[Customer, ...]
) -> Iterator[tuple[Change, tuple[Customer, ...]]]:
    before = replace(case, registry=known.registry)
    needed = [one for one in changes(before, case) if needs_notice(one, case.policy)]
    needed = [one for one in needed if one.kind is not Kind.EARLIER]  # `announced` judges days that were told
    needed = [one for one in needed if not _told_by_cells(case, known, one)]
    if not group:
        yield from ((one, ()) for one in needed)
        return
    concerns = concerned(needed, before, replace(case, customers=group))
    for change in needed:
        theirs = [one.customer for one in concerns if any(_part_of(part, change) for part in one.changes)]
        if theirs:
            yield change, tuple(theirs)


def _part_of(part: Change, whole: Change) -> bool:
    """Whether a change of a customer's own engagements is some of this one."""
    return replace(part, keys=whole.keys) == whole and {*part.keys} <= {*whole.keys}


def _told_by_cells(case: Case, known: Published, change: Change) -> bool:
    """Whether each row says in `notified` that customers were told since then."""
    rows = [case.registry.by_key[key] for key in change.keys if key in case.registry.by_key]
    return bool(rows) and all(_told(row, known) for row in rows)


def _told(row: Engagement, known: Published) -> bool:
    before = known.registry.by_key.get(row.key)
    return row.notified is not None and (
        row.notified >= known.day if before is None else row.notified != before.notified
    )


def _effective(case: Case, change: Change) -> date:
    """The first day of its rows where that is to come, the day of the newest revision where that has it, else the day
    that is judged: what stands in the register without a day counts."""
    rows = [case.registry.by_key[key] for key in change.keys if key in case.registry.by_key]
    days = [row.since for row in rows if row.since and (row.since > case.as_of or not change.column)]
    newest = max(case.published, key=lambda one: one.number)
    if not days and newest.effective and all(_same(row, newest) for row in rows):
        return newest.effective
    return min(days, default=case.as_of)


def _same(row: Engagement, published: Published) -> bool:
    then = published.registry.by_key.get(row.key)
    return then is not None and replace(then, file=row.file, line=row.line) == row


def foremost(case: Case, customers: Iterable[Customer]) -> tuple[Customer, ...]:
    """Each customer once, those first who were promised the longest notice."""
    each = {one.key: one for one in customers}.values()
    return tuple(sorted(each, key=lambda one: (-terms(case.policy, one).least_notice, one.name.casefold(), one.key)))


def names(customers: Sequence[Customer]) -> str:
    """`Acme, Bolt, Core and 3 other customers`; "customers" for none."""
    every = [one.name for one in customers]
    more = len(every) - SHOWN
    if more > 0:
        return f"{', '.join(every[:SHOWN])} and {counted(more, 'other customer')}"
    return listed(every) or "customers"


def promised_cells(customers: Sequence[Customer]) -> tuple[Cell, ...]:
    """Where the promises to those who are named stand."""
    return tuple(one.cell("notice_days") for one in customers[:SHOWN] if one.notice_days is not None)
