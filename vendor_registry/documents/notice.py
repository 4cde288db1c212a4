"""The notice of changes to one customer: what it had, what it gets, when, and how to object (Art. 28(2) GDPR; SCC
2021/914 Clause 9(a), 2021/915 Clause 7.7)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from vendor_registry.case.case import Case
from vendor_registry.changes.change import Kind
from vendor_registry.changes.concerned import Concern
from vendor_registry.changes.pairing import pair
from vendor_registry.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
    cell,
    line,
)
from vendor_registry.documents.parts.entries import Entries
from vendor_registry.documents.parts.frame import framed
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.notice_sections import Section, sections
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.documents.parts.received import by_importer
from vendor_registry.documents.parts.selection import ListedVendor
from vendor_registry.model.findings.transfer import Transfer
from vendor_registry.model.register.engagement import Engagement

_WIDTHS = {"field": 20, "was": 40, "is": 40}
_CELLS = ("party", "description", "data", "place", "ground", "since")  # as the schedule has them


@dataclass(frozen=True, eq=False)
class States:
    """The register before and after, both as they are under the conditions that hold for some customers."""

    before: Case  # on the day of the notice
    after: Case

    @cached_property
    def versions(self) -> Mapping[str, tuple[Engagement | None, Engagement | None]]:
        """Each engagement before and after, by key; None where there is none."""
        found = pair(self.before.registry, self.after.registry)
        return {
            **{one.key: (one, None) for one in found.gone},
            **{one.key: (None, one) for one in found.new},
            **{now.key: (then, now) for then, now in found.both},
        }

    def was(self, names: Names) -> Entries:
        """A writer of what was."""
        return Entries(names, self._transfers(self.before))

    def will_be(self, day: date, names: Names) -> Entries:
        """A writer of what will be on a day, by the law known today."""
        return Entries(names, self._transfers(replace(self.after, as_of=day)))

    def _transfers(self, case: Case) -> Mapping[str, Sequence[Transfer]]:
        known = (case.registry is self.after.registry, case.as_of)
        if known not in self._known:
            self._known[known] = by_importer(case)
        return self._known[known]

    @cached_property
    def _known(self) -> dict[tuple[bool, date], Mapping[str, Sequence[Transfer]]]:
        return {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """The days of a notice."""

    sent: date
    effective: date
    object_until: date


def notice(concern: Concern, states: States, days: Days, *, language: str, reason: str = "") -> Document:
    """The letter. `reason`: why the changes are made, in the words of whoever sends it.

    Raises UsageError for a language without wording.
    """
    names = Names(states.after.policy, phrases(language))
    say, company = names.phrases.say, states.after.policy.company
    told = tuple(sections(concern, states.versions))
    effective = _effective(told, days, names)
    letter = framed(
        say("notice.title"),
        days.sent,
        names,
        (
            _head(concern, days, effective, names, states.after),
            Paragraph(line(say("notice.lead"))),
            *_why(reason, names),
            Heading(say("notice.changes")),
            *_changes(told, states, days, names),
            Heading(say(_of_answer("objection", states.after))),
            Paragraph(line(_objection(states.after, days, effective, names))),
        ),
    )
    return replace(letter, sender=company.contact or company.dpo)


def addressed(letter: Document, concern: Concern) -> Document:
    """The same letter to another customer with the same scope, language and days."""
    head, *others = letter.blocks
    if not concern.customer.key or not isinstance(head, Fields):
        return letter
    (label, _), *fields = head.fields
    to = (label, cell(_recipient(concern), ""))
    blocks = (replace(head, fields=(to, *fields)), *others)
    return replace(letter, blocks=blocks, recipient=concern.customer.notice_address)


def _head(concern: Concern, days: Days, effective: str, names: Names, case: Case) -> Fields:
    say, company, missing = names.phrases.say, names.policy.company, names.phrases.say("document.missing")
    told = {
        "to": _recipient(concern),
        "from": "\n".join(filter(None, (company.formal_name, company.address))),
        "day": names.day(days.sent),
        "scope": "\n".join((names.products(concern.products), names.zones(concern.zones))),
        "condition": "" if concern.sure else names.conditions(concern.conditions),
        "effective": effective.rstrip(","),
        "until": names.day(days.object_until),
        "contact": company.contact or company.dpo,
    }
    unsaid = {key for key in ("to", "condition") if not told[key]}  # nobody in particular; nothing to ask
    labels = {key: f"notice.{key}" for key in told} | {"until": _of_answer("until", case)}
    fields = tuple((say(labels[key]), cell(text, missing)) for key, text in told.items() if key not in unsaid)
    return Fields(say("notice.title"), fields)


def _recipient(concern: Concern) -> str:
    customer = concern.customer
    return "\n".join(filter(None, (customer.formal_name, customer.notice_address)))


def _effective(told: Iterable[Section], days: Days, names: Names) -> str:
    """The day of the changes; where somebody is to begin later, that too."""
    day = names.day(days.effective)
    later = any(one.since and one.since > days.effective for one in told)
    return names.phrases.say("notice.later", day=day) if later else day


def _changes(told: Iterable[Section], states: States, days: Days, names: Names) -> Iterator[Block]:
    for section in told:
        yield Heading(section.vendor, 2)
        kinds = names.phrases.series(_kind(kind, section, names) for kind in section.kinds)
        yield Paragraph(line(names.phrases.label(names.phrases.say("notice.what")) + kinds))
        yield _side_by_side(section, states, max(days.effective, section.since or days.effective), names)


def _kind(kind: Kind, section: Section, names: Names) -> str:
    """What the change is; whose place somebody takes by name, where it is one."""
    others = {one.vendor for one in section.before} - {section.vendor}
    if kind is Kind.REPLACED and len(others) == 1:
        return names.phrases.say("notice.replaces", vendor=others.pop())
    return names.phrases.say(f"change.{kind}")


def _side_by_side(section: Section, states: States, day: date, names: Names) -> Table:
    say = names.phrases.say
    titles = {"field": say("notice.field"), "was": say("notice.was"), "is": say("notice.is", day=names.short_day(day))}
    then, now = _cells(section.before, states.was(names)), _cells(section.after, states.will_be(day, names))
    if not then and not any(one.since for one in section.after):  # nobody said a day: it is that of the notice
        now |= {"since": (line(names.short_day(day)),)}
    nothing, same = (line(say("notice.not_engaged")),), (line(say("notice.unchanged")),)
    rows = [
        Row(
            (
                (line(say(f"notice.{key}")),),
                then[key] if then else nothing,
                nothing if not now else same if then and now[key] == then[key] else now[key],
            )
        )
        for key in (_told(section) if then or now else ())
    ]
    return Table(section.vendor, tuple(Column(titles[key], width) for key, width in _WIDTHS.items()), tuple(rows))


def _told(section: Section) -> Sequence[str]:
    """All that the list says of a vendor; where only its first or last day is another, that alone."""
    return ("since",) if {*section.kinds} <= {Kind.EARLIER, Kind.TERM} else _CELLS


def _cells(engagements: Sequence[Engagement], entries: Entries) -> dict[str, Cell]:
    if not engagements:
        return {}
    row = entries.row(ListedVendor(engagements[0].vendor, tuple(engagements)), "")
    return dict(zip(_CELLS, row.cells, strict=True))


def _why(reason: str, names: Names) -> Iterator[Block]:
    if reason.strip():
        yield Heading(names.phrases.say("notice.why"))
        yield Paragraph(line(reason))


def _of_answer(key: str, case: Case) -> str:
    """The phrase about the customer's answer: where each change needs its authorisation, it does not object."""
    return f"notice.{key}_specific" if case.policy.notice.authorisation == "specific" else f"notice.{key}"


def _objection(case: Case, days: Days, effective: str, names: Names) -> str:
    company = case.policy.company
    return names.phrases.say(
        f"notice.{case.policy.notice.authorisation or 'unstated'}",
        contact=company.contact or company.dpo or names.phrases.say("document.missing"),
        until=names.day(days.object_until),
        effective=effective,
    )
