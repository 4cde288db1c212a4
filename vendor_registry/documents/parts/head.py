"""What stands above a list: who it is from, and what it covers."""

from collections.abc import Iterable, Iterator
from datetime import date

from vendor_registry.case.case import Case
from vendor_registry.case.promises import terms
from vendor_registry.case.seats import unstated_seats
from vendor_registry.case.transfers import transfers
from vendor_registry.documents.document import Block, Fields, Heading, Paragraph, cell, line
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.scope import Scope
from vendor_registry.documents.parts.selection import Selection
from vendor_registry.law.tables.zones import countries
from vendor_registry.model.findings.transfer import Transfer
from vendor_registry.model.policy.policy import Policy
from vendor_registry.model.register.customer import Customer


def company(case: Case, names: Names) -> tuple[Block, ...]:
    """The party as SCC 2021/914 Annex I.A names it."""
    return _block("company", _party(case, names), names)


def scope(case: Case, names: Names, wanted: Scope, selection: Selection, changed: date | None) -> tuple[Block, ...]:
    """Products, data regions, what an excerpt selects, the day, the last change, how sub-processors are authorised,
    and how many there are.

    The numbers are there so that a list that lost rows on its way cannot pass for a whole one.
    """
    policy, products, zone = case.policy, wanted.products, wanted.zone
    customer = wanted.customer
    fields = (
        *([("customer", customer.formal_name)] if customer else []),
        ("products", names.products(products) if products else _all(names, names.products(policy.products))),
        ("zones", names.zones([zone]) if zone else _all(names, names.zones(policy.zones))),
        *([("selector", wanted.selector)] if wanted.selector else []),
        ("day", names.day(case.as_of)),
        ("changed", names.day(changed) if changed else ""),
        *_promised(policy, names, customer),
        ("sub_processors", str(len(selection.sub_processors))),
        ("engaged_by_them", str(len(selection.fourth_parties))),
        *([("since", "")] if selection.entries and not selection.dated else []),
        *([("announced", str(len(selection.announced)))] if selection.announced else []),
    )
    return _block("scope", fields, names)


def establishment(cases: Iterable[Case], selection: Selection, names: Names) -> Iterator[Block]:
    """That nobody says where a sender is established, once for all entries for which it decides on these days."""
    unstated = names.phrases.series(
        seat.name for case in cases for seat in unstated_seats(case, _into(case, selection.keys))
    )
    if unstated:
        yield Paragraph(line(names.phrases.say("scope.establishment", names=unstated)))


def _into(case: Case, keys: frozenset[str]) -> Iterator[Transfer]:
    return (one for one in transfers(case) if one.flow.target in keys)


def _block(key: str, fields: Iterable[tuple[str, str]], names: Names) -> tuple[Block, ...]:
    say = names.phrases.say
    heading, missing = say(f"annex.{key}"), say("document.missing")
    return Heading(heading), Fields(
        heading, tuple((say(f"{key}.{name}"), cell(text, missing)) for name, text in fields), narrow=True
    )


def _party(case: Case, names: Names) -> Iterator[tuple[str, str]]:
    party = case.policy.company
    yield "name", party.name
    yield "legal_name", party.legal_name
    yield "address", party.address
    yield "seat", names.country(party.country) if party.country else ""
    yield "contact", party.contact
    yield "dpo", party.dpo
    if party.representative or party.country not in countries("EEA", case.as_of):
        yield "representative", party.representative  # asked of companies outside the Union only (Art. 27)
    yield "authority", party.authority
    yield "role", names.phrases.texts.get(f"role.{party.role}", party.role)


def _promised(policy: Policy, names: Names, customer: Customer | None) -> Iterator[tuple[str, str]]:
    """How long before a change customers are told, and how long they may object: as the days are counted, and nothing
    that nobody has stated. Nobody objects to what waits for an authorisation."""
    say, notice, agreed = names.phrases.say, policy.notice, terms(policy, customer)
    stated = notice.change_days is not None or (customer is not None and customer.notice_days is not None)
    yield "authorisation", say(f"scope.{notice.authorisation}") if notice.authorisation else ""
    notice_days = names.period(agreed.notice_days, agreed.notice_in)
    yield "notice", say("scope.days", days=notice_days) if stated and agreed.notice_days else ""
    if notice.authorisation != "specific":
        yield "objection", names.period(agreed.objection_days, agreed.objection_in) if agreed.objection_days else ""


def _all(names: Names, listed: str) -> str:
    return names.phrases.say("scope.all_of", names=listed) if listed else ""
