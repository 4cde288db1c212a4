"""Who belongs into an annex, who is announced, and who does not belong there, each with the reason."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.documents.parts.collation import Ordering, collated
from vendor_registry.documents.parts.scope import Reason, Scope
from vendor_registry.model.register.engagement import Engagement, Role

_Days = tuple[date, date]  # first day in force, and the day on which customers were told


@dataclass(frozen=True, slots=True)
class ListedVendor:
    """One vendor in the table, with all its engagements there."""

    vendor: str
    engagements: tuple[Engagement, ...]  # by key
    level: int = 0  # how many entries above it stands below; 0: none
    engager: str = ""  # vendor that engages a fourth party; "": we do
    condition: tuple[str, ...] = ()  # keys of the conditions under which all of them apply


@dataclass(frozen=True, slots=True)
class Announcement:
    """Vendors that customers were told of and that are engaged later (Art. 28(2); SCC 2021/914 Clause 9(a))."""

    since: date  # first day in force
    notified: date
    entries: tuple[ListedVendor, ...]


@dataclass(frozen=True, slots=True)
class Omission:
    """One vendor of the register that is neither in the table nor announced."""

    vendor: str
    engagements: tuple[Engagement, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """Everybody in the register: entries by vendor, each followed by its fourth parties; announcements by day; the
    omissions."""

    entries: tuple[ListedVendor, ...]
    announcements: tuple[Announcement, ...]
    omissions: tuple[Omission, ...]

    @property
    def sub_processors(self) -> tuple[str, ...]:
        """The vendors we engage ourselves."""
        return tuple(dict.fromkeys(entry.vendor for entry in self.entries if not entry.engager))

    @property
    def fourth_parties(self) -> tuple[str, ...]:
        """The vendors they engage, each once."""
        return tuple(sorted({entry.vendor for entry in self.entries if entry.engager}))

    @property
    def dated(self) -> bool:
        """Whether the register says of anybody in the table since or until when."""
        return any(one.since or one.until for entry in self.entries for one in entry.engagements)

    @property
    def announced(self) -> tuple[str, ...]:
        """The vendors announced, each once."""
        return tuple(sorted({entry.vendor for one in self.announcements for entry in one.entries}))

    @property
    def engagements(self) -> tuple[Engagement, ...]:
        """Those in the table, each once, by key."""
        found = {one.key: one for entry in self.entries for one in entry.engagements}
        return tuple(found[key] for key in sorted(found))

    @property
    def keys(self) -> frozenset[str]:
        """The engagements that the document names, in force or announced."""
        announced = (entry for one in self.announcements for entry in one.entries)
        return _keys(self.entries) | _keys(announced)


def select(case: Case, scope: Scope, order: Ordering = collated) -> Selection:
    """The sub-processors in force on the day in this scope, those announced, and everybody else, by name."""
    day, engagements = case.as_of, case.registry.engagements
    entries = listed(engagements, day, scope, order)
    coming = {one.key: days for one in engagements if (days := _announced(one, day, scope))}
    announcements = tuple(_announcements(entries, coming, case.registry.by_key, scope, order))
    entries = tuple(_excerpt(entries, scope)) if scope.selector else entries
    named = Selection(entries, announcements, ()).keys
    others = {one.key: _why_not(one, day, scope) for one in engagements if one.key not in named}
    return Selection(entries, announcements, tuple(_omissions(case, others, order)))


def listed(
    engagements: Iterable[Engagement], day: date, scope: Scope, order: Ordering = collated
) -> tuple[ListedVendor, ...]:
    """The whole list of a day in this scope: the sub-processors in force, each followed by its fourth parties."""
    return tuple(_with_fourth_parties((one for one in engagements if _reason(one, day, scope) is None), order))


def _why_not(engagement: Engagement, day: date, scope: Scope) -> Reason:
    left_out = Reason.ENGAGER_NOT_LISTED if scope.shows(engagement) else Reason.NOT_CHOSEN
    return _reason(engagement, day, scope) or left_out


def _reason(engagement: Engagement, day: date, scope: Scope) -> Reason | None:
    if engagement.role is not Role.SUB_PROCESSOR:
        return Reason(engagement.role.value)
    if not engagement.in_force(day):
        return Reason.NOT_YET if engagement.since and day < engagement.since else Reason.ENDED
    return scope.outside(engagement)


def _announced(engagement: Engagement, day: date, scope: Scope) -> _Days | None:
    """First day and day of notice, if it is in force later and customers know: before that it is nobody's business."""
    since, notified = engagement.since, engagement.notified
    if since is None or notified is None or not notified <= day < since:
        return None
    return (since, notified) if _reason(engagement, since, scope) is None else None


def _announcements(
    entries: Iterable[ListedVendor],
    coming: Mapping[str, _Days],
    by_key: Mapping[str, Engagement],
    scope: Scope,
    order: Ordering,
) -> Iterator[Announcement]:
    """By first day and day of notice. Whom only somebody engages who is neither listed nor announced stays unnamed."""
    known = sorted(_keys(entries) | coming.keys())
    groups: dict[_Days, list[ListedVendor]] = {}
    for entry in _with_fourth_parties((by_key[key] for key in known), order):
        shown = [one for one in entry.engagements if one.key in coming and scope.shows(one)]
        for days in sorted({coming[one.key] for one in shown}):
            ours = tuple(one for one in shown if coming[one.key] == days)
            groups.setdefault(days, []).append(replace(entry, engagements=ours, level=0))
    for (since, notified), group in sorted(groups.items()):
        yield Announcement(since, notified, tuple(group))


def _excerpt(entries: Iterable[ListedVendor], scope: Scope) -> Iterator[ListedVendor]:
    """The entries that an excerpt shows; one without the vendor that engages it moves up to where that one stood."""
    shown_above: list[bool] = []  # for each level, whether the entry that this one stands below is shown
    for entry in entries:
        ours = tuple(filter(scope.shows, entry.engagements))
        shown_above = [*shown_above[: entry.level], bool(ours)]
        if ours:
            yield replace(entry, engagements=ours, level=sum(shown_above[:-1]))


def _with_fourth_parties(engagements: Iterable[Engagement], order: Ordering) -> Iterator[ListedVendor]:
    """Each vendor followed by those it engages, and they by theirs: the first time only, so that circles end."""
    by_engager: dict[str, list[Engagement]] = {}
    for engagement in engagements:
        for engager in engagement.engaged_by or ("",):
            by_engager.setdefault(engager, []).append(engagement)
    waiting = _entries(by_engager.get("", ()), order)[::-1]
    gone_into: set[str] = set()
    while waiting:
        yield (entry := waiting.pop())
        new = [engagement.key for engagement in entry.engagements if engagement.key not in gone_into]
        gone_into.update(new)
        engaged = {one.key: one for key in new for one in by_engager.get(key, ())}
        waiting += _entries(engaged.values(), order, entry.level + 1, entry.vendor)[::-1]


def _entries(
    engagements: Iterable[Engagement], order: Ordering, level: int = 0, engager: str = ""
) -> list[ListedVendor]:
    """By vendor; what a vendor does under a condition only stands apart from what it always does."""
    together: dict[tuple[str, tuple[str, ...]], list[Engagement]] = {}
    for engagement in sorted(engagements, key=lambda one: one.key):
        together.setdefault((engagement.vendor, tuple(sorted(engagement.condition))), []).append(engagement)
    ordered = sorted(together, key=lambda one: (order(one[0]), one))
    return [ListedVendor(one[0], tuple(together[one]), level, engager, one[1]) for one in ordered]


def _keys(entries: Iterable[ListedVendor]) -> frozenset[str]:
    return frozenset(engagement.key for entry in entries for engagement in entry.engagements)


def _omissions(case: Case, reasons: Mapping[str, Reason], order: Ordering) -> Iterator[Omission]:
    for vendor in sorted(case.registry.by_vendor, key=order):
        engagements = case.registry.by_vendor[vendor]
        if all(one.key in reasons for one in engagements):
            given = {reasons[one.key] for one in engagements}
            yield Omission(vendor, engagements, tuple(reason for reason in Reason if reason in given))
