"""The recipients' section of a privacy notice, in plain language (GDPR Art. 13(1)(e) and (f), 14, 15(1)(c))."""

from collections.abc import Iterator, Sequence

from vendor_registry.documents.document import Block, Fields, Heading, Paragraph, Run, Style, line
from vendor_registry.documents.parts.contract import Contract, Paper
from vendor_registry.documents.parts.received import by_importer
from vendor_registry.law.tables.zones import countries
from vendor_registry.model.policy.policy import Recipient
from vendor_registry.model.register.coverage import ALL
from vendor_registry.model.register.engagement import DeIdentified, Engagement, Role

_DECIDE = (Role.CONTROLLER, Role.JOINT_CONTROLLER, Role.RECIPIENT)


def paper(contract: Contract) -> Paper:
    """Who gets data, group by group as the policy has them, then those who may get it on occasion."""
    return contract.paper(contract.say("recipients.title"), _blocks(contract))


def _blocks(contract: Contract) -> Iterator[Block]:
    say, policy = contract.say, contract.case.policy
    yield Paragraph(
        line(say("recipients.lead", company=policy.company.name, day=contract.names.day(contract.case.as_of)))
    )
    rows = [one for one in contract.case.running if not contract.scope.outside(one) and contract.scope.shows(one)]
    services = {one.service for one in rows}
    for service in [*(key for key in policy.services if key in services), *sorted(services - policy.services.keys())]:
        yield from _group(contract, service, [one for one in rows if one.service == service])
    if policy.recipients:
        yield Heading(say("recipients.occasion"))
        for recipient in policy.recipients.values():
            yield from _occasion(contract, recipient)
    yield Heading(say("recipients.abroad"))
    yield Paragraph(line(_abroad(contract, rows)))


def _group(contract: Contract, service: str, rows: Sequence[Engagement]) -> Iterator[Block]:
    """What a service is for, who does it for which products, which data they get, and where."""
    names, say = contract.names, contract.say
    yield Heading(names.services([service]))
    by_scope: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Engagement]] = {}
    for row in sorted(rows, key=lambda one: contract.names.phrases.order(one.vendor)):
        by_scope.setdefault((row.products, row.condition), []).append(row)
    for scope, group in sorted(by_scope.items()):
        told = contract.names.phrases.series(_vendor(contract, one) for one in group)
        yield Paragraph((Run(names.phrases.label(_for(contract, *scope)), Style.LABEL), Run(told)))
    missing = say("document.missing")
    purposes = list(dict.fromkeys(filter(None, (names.said(one, "purpose") for one in rows))))
    facts = {
        "purpose": tuple(map(line, purposes)) or (_known("", missing),),
        "data": (
            _known(names.categories(key for one in rows for key in one.data or ()), missing),
            *_treated(contract, rows),
        ),
        "subjects": (_known(names.subjects(key for one in rows for key in one.data_subjects or ()), missing),),
        "places": tuple(_places(contract, rows)),
    }
    deciding = contract.names.phrases.series(one.vendor for one in rows if one.role in _DECIDE)
    fields = [(say(f"recipients.{key}"), value) for key, value in facts.items()]
    if deciding:
        fields.append((say("recipients.deciding"), (line(deciding),)))
    yield Fields(names.services([service]), tuple(fields))


def _for(contract: Contract, products: tuple[str, ...], condition: tuple[str, ...]) -> str:
    """For which products, and where it is so under a condition only, under which."""
    say, names = contract.say, contract.names
    scope = say("recipients.all_products") if ALL in products else names.products(products)
    told = say("recipients.for", products=scope)
    only = say("site.only_if", condition=names.conditions(condition)) if condition else ""
    return say("place.with_detail", place=told, detail=only) if only else told


def _treated(contract: Contract, rows: Sequence[Engagement]) -> Iterator[tuple[Run, ...]]:
    """Who gets data that are pseudonymised or anonymised first."""
    names = contract.names
    for how in (one for one in DeIdentified if one is not DeIdentified.NO):
        vendors = names.phrases.series(one.vendor for one in rows if one.de_identified is how)
        if vendors:
            yield (Run(names.phrases.label(vendors), Style.LABEL), Run(contract.say(f"entry.{how}")))


def _vendor(contract: Contract, row: Engagement) -> str:
    """The name; for whom another vendor engages, by whom."""
    by_key = contract.case.registry.by_key
    engager = contract.names.phrases.series(by_key[key].vendor for key in row.engaged_by if key in by_key)
    return contract.say("recipients.engaged_by", vendor=row.vendor, engager=engager) if engager else row.vendor


def _places(contract: Contract, rows: Sequence[Engagement]) -> Iterator[tuple[Run, ...]]:
    """Where data is processed; of whom that is not stated, too."""
    by_place: dict[str, list[str]] = {}
    for row in rows:
        by_place.setdefault(contract.names.places(row.region), []).append(row.vendor)
    for place, vendors in sorted(by_place.items(), key=lambda one: contract.names.phrases.order(one[0])):
        style = Style.PLAIN if place else Style.MISSING
        shown = place or contract.say("document.missing")
        yield (
            (
                Run(contract.names.phrases.label(contract.names.phrases.series(vendors)), Style.LABEL),
                Run(shown, style),
            )
            if len(by_place) > 1
            else line(shown, style)
        )


def _known(text: str, missing: str) -> tuple[Run, ...]:
    return line(text) if text else line(missing, Style.MISSING)


def _occasion(contract: Contract, recipient: Recipient) -> Iterator[Block]:
    name = contract.text(recipient.name)
    yield Heading(name, 2)
    told = {"who": recipient.who, "when": recipient.when, "basis": recipient.basis}
    missing = contract.say("document.missing")
    yield Fields(
        name,
        tuple(
            (contract.say(f"recipients.{key}"), (_known(contract.text(text), missing),)) for key, text in told.items()
        ),
    )


def _abroad(contract: Contract, rows: Sequence[Engagement]) -> str:
    """Art. 13(1)(f): into which countries outside the area; that what carries it, and a copy, can be had."""
    received, inside = by_importer(contract.case), countries("EEA", contract.case.as_of)
    found = {one.importer_country for row in rows for one in received.get(row.key, ()) if one.answer.restricted}
    outside = map(contract.names.country, found - inside - {""})
    named = contract.names.phrases.series(sorted(outside, key=contract.names.phrases.order))
    if not named:
        return contract.say("recipients.nowhere")
    contact = contract.case.policy.company.contact or contract.case.policy.company.name
    return contract.say("recipients.countries", countries=named, contact=contact)
