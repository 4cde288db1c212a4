"""The schedule of sub-processors that is attached to a data processing agreement (GDPR Art. 28(2) to (4))."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.documents.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Style,
    Table,
    cell,
    line,
)
from vendor_registry.documents.extras import Extra
from vendor_registry.documents.parts import head
from vendor_registry.documents.parts.changes import alternatives, leaving
from vendor_registry.documents.parts.entries import Entries
from vendor_registry.documents.parts.frame import framed
from vendor_registry.documents.parts.last_change import last_change
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.parts.received import by_importer
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.documents.parts.selection import Announcement, ListedVendor, Omission, Selection, select

_OMISSION_WIDTHS = {"vendor": 30, "service": 30, "reason": 40}
_WHOLE = Scope()


def annex(case: Case, scope: Scope = _WHOLE, *, language: str = "en", extras: Collection[Extra] = ()) -> Document:
    """The list of sub-processors on the day, and those announced: the copy for customers.

    Its fields are those of SCC 2021/914 Annex III and 2021/915 Annex IV, and what customers ask for besides.
    Nobody else in the register is named, counted or hinted at, but where `extras` ask for it. The scope's products
    and data region must be keys of the policy. Raises UsageError for a language without wording.
    """
    names = Names(case.policy, phrases(language))
    say = names.phrases.say
    selection = select(case, scope, names.phrases.order)
    company, title = case.policy.company.formal_name, _title(names, scope, extras)
    coming = [(one, replace(case, as_of=one.since)) for one in selection.announcements]
    return framed(
        title,
        case.as_of,
        names,
        (
            *(() if scope.selector else (Paragraph(line(say("annex.acts"))),)),
            *head.company(case, names),
            *head.scope(case, names, scope, selection, last_change(case, scope)),
            *head.establishment((case, *(then for _, then in coming)), selection, names),
            *_listed(case, scope, selection, names, extras),
            *_announced(coming, names, extras),
            *leaving(case, selection, names),
            *(_omitted(case, selection, names, company) if Extra.EXCLUDED in extras else ()),
        ),
    )


def _title(names: Names, scope: Scope, extras: Collection[Extra]) -> str:
    title = names.phrases.say("annex.excerpt_title" if scope.selector else "annex.title")
    return names.phrases.say("annex.working_copy", title=title) if Extra.EXCLUDED in extras else title


def _listed(case: Case, scope: Scope, selection: Selection, names: Names, extras: Collection[Extra]) -> Iterator[Block]:
    yield Heading(names.phrases.say("annex.listed"))
    yield Paragraph(line(names.phrases.say(_lead(case, scope, selection), day=names.day(case.as_of))))
    others = alternatives(selection.engagements)
    entries = Entries(names, by_importer(case), others, Extra.PARENT in extras, selection.dated)
    columns = entries.columns(names.day(case.as_of))
    written: set[tuple[str, ...]] = set()
    for heading, group in _groups(case, selection, names):
        yield Heading(heading, 2)
        yield Table(heading, columns, tuple(_rows(group, heading, entries, written)))


def _rows(
    group: Sequence[ListedVendor], heading: str, entries: Entries, written: set[tuple[str, ...]]
) -> Iterator[Row]:
    """A row for each entry; whose engagements stand above already, since several vendors engage it, refers there."""
    for entry in group:
        keys = tuple(engagement.key for engagement in entry.engagements)
        yield entries.reference(entry) if keys in written else entries.row(entry, heading)
        written.add(keys)


def _lead(case: Case, scope: Scope, selection: Selection) -> str:
    """What may be said of the table: an excerpt is not what was agreed, and what it lacks may well be there."""
    if scope.selector:
        return "annex.excerpt" if selection.entries else "annex.excerpt_none"
    if not selection.entries:
        return "annex.none"
    authorised = case.policy.notice.authorisation
    if not authorised:
        return "annex.unstated"
    return f"annex.{authorised}{'_in_part' if scope.products or scope.zone else ''}"


def _announced(coming: Sequence[tuple[Announcement, Case]], names: Names, extras: Collection[Extra]) -> Iterator[Block]:
    if coming:
        yield Heading(names.phrases.say("annex.announced"))
        yield Paragraph(line(names.phrases.say("annex.announced_lead")))
    for announcement, case in coming:
        yield from _announcement(case, announcement, names, extras)


def _announcement(case: Case, announcement: Announcement, names: Names, extras: Collection[Extra]) -> Iterator[Block]:
    """As it will be, by the law known today, on the first day in force."""
    since, notified = names.day(announcement.since), names.day(announcement.notified)
    heading = names.phrases.say("annex.announcement", since=since, notified=notified)
    shown = [one for entry in announcement.entries for one in entry.engagements]
    entries = Entries(names, by_importer(case), alternatives([*shown, *case.running]), Extra.PARENT in extras)
    yield Heading(heading, 2)
    columns = entries.columns(since, coming=True)
    yield Table(heading, columns, tuple(entries.row(entry, heading) for entry in announcement.entries))


def _groups(case: Case, selection: Selection, names: Names) -> list[tuple[str, list[ListedVendor]]]:
    """Entries by service in the order of the policy, then those under a condition, companies of our own group last;
    fourth parties stay behind the vendor that engages them."""
    groups: dict[tuple[int, int, str], list[ListedVendor]] = {}
    place = (0, 0, "")
    for entry in selection.entries:
        if entry.level == 0:
            place = _place(case, entry, names)
        groups.setdefault(place, []).append(entry)
    return [(place[-1], groups[place]) for place in sorted(groups)]


def _place(case: Case, entry: ListedVendor, names: Names) -> tuple[int, int, str]:
    """What stands first, second and third, in which order, under which heading."""
    if entry.condition:
        number = min(list(case.policy.conditions).index(key) for key in entry.condition)
        return 1, number, names.phrases.say("annex.conditional", condition=names.conditions(entry.condition))
    if any(engagement.affiliate for engagement in entry.engagements):
        return 2, 0, names.phrases.say("annex.group")
    order = {key: number for number, key in enumerate(case.policy.services)}
    number, service = min((order.get(one.service, len(order)), one.service) for one in entry.engagements)
    return 0, number, names.services([service])


def _omitted(case: Case, selection: Selection, names: Names, company: str) -> Iterator[Block]:
    say = names.phrases.say
    if selection.omissions:
        yield Heading(say("annex.omitted"))
        yield Paragraph(line(say("annex.omitted_lead", company=company)))
        columns = tuple(Column(say(f"column.{key}"), width) for key, width in _OMISSION_WIDTHS.items())
        rows = tuple(_omission(omission, names, names.day(case.as_of)) for omission in selection.omissions)
        yield Table(say("annex.omitted"), columns, rows)


def _omission(omission: Omission, names: Names, day: str) -> Row:
    missing = names.phrases.say("document.missing")
    services = names.services(engagement.service for engagement in omission.engagements)
    reasons = "\n".join(names.phrases.say(f"reason.{reason}", day=day) for reason in omission.reasons)
    return Row(((line(omission.vendor, Style.STRONG),), cell(services, missing), cell(reasons, missing)))
