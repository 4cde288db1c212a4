"""What recorded notices told customers of the engagements in the register: that they come, and from when."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.model.ledger.notice import Notice
from vendor_registry.model.ledger.revision import Published
from vendor_registry.model.register.customer import Customer
from vendor_registry.model.register.engagement import Engagement, Role
from vendor_registry.model.text.folding import folded
from vendor_registry.rules.shared.untold import lists_known


def announced(case: Case) -> Mapping[str, date]:
    """The sub-processors of which notices told every customer that has them, by key, each with the day of the newest.

    A notice named the vendor with a day not after its first one, and it stands in the list that the customer knows.
    """
    if not (case.published and case.notices):
        return {}
    groups = [(known, _of_each_kind(group)) for known, group in lists_known(case)]
    found: dict[str, date] = {}
    for row, notices in _named(case):
        told = [one.sent_on for one in notices if row.since is None or one.effective_on <= row.since]
        if told and _is_known(case, row, groups):
            found[row.key] = max(told)
    return found


def earlier_than_told(case: Case) -> Iterator[tuple[Engagement, Notice]]:
    """Sub-processors that begin before any day of which notices told customers; each with the notice of the earliest.

    One with the day of a notice in its row is judged by that day. Of one that had begun when the notice was sent, the
    list before has to show that it was new.
    """
    lists = {one.number: one for one in case.published}
    customers = {one.key: one for one in case.customers}
    for row, notices in _named(case):
        if row.since and row.notified is None:
            told = [one for one in notices if _is_new_to(one, row, lists) and _reaches(one, row, customers)]
            told = [one for one in told if one.sent_on <= row.since or one.before in lists]
            if told and all(row.since < one.effective_on for one in told):
                yield row, min(told, key=lambda one: (one.effective_on, one.number))


def _named(case: Case) -> Iterator[tuple[Engagement, Sequence[Notice]]]:
    """The sub-processors whose vendor some notice names, each with those notices."""
    notices: dict[str, list[Notice]] = {}
    for one in case.notices:
        for name in {folded(name) for name in one.vendors}:
            notices.setdefault(name, []).append(one)
    for row in case.registry.engagements if notices else ():
        if row.role is Role.SUB_PROCESSOR and folded(row.vendor) in notices:
            yield row, notices[folded(row.vendor)]


def _is_new_to(notice: Notice, row: Engagement, lists: Mapping[int, Published]) -> bool:
    """Whether an engagement did not stand in the list before, as far as anybody looked."""
    before = lists.get(notice.before or 0)
    return before is None or row.key not in before.registry.by_key


def _reaches(notice: Notice, row: Engagement, customers: Mapping[str, Customer]) -> bool:
    """Whether a notice went to somebody who has an engagement."""
    customer = customers.get(notice.customer)
    return not notice.customer or (customer is not None and customer.has(row))


def _is_known(case: Case, row: Engagement, groups: Iterable[tuple[Published, Sequence[Customer]]]) -> bool:
    """To everybody who has it, of whom there is somebody; where nobody has said who the customers are, to all."""
    concerned = [known for known, group in groups if not case.customers or any(one.has(row) for one in group)]
    return bool(concerned) and all(row.key in known.registry.by_key for known in concerned)


def _of_each_kind(group: Iterable[Customer]) -> Sequence[Customer]:
    """One for all that have the same: of many thousand there are few kinds."""
    return tuple({(one.products, one.zone, one.conditions): one for one in group}.values())
