"""One page a vendor, for the terminal: what it gets, from whom, on which ground, and passes on to whom."""

from collections.abc import Iterable, Iterator, Sequence

from vendor_registry.case.case import Case
from vendor_registry.case.parents import foreign_parent
from vendor_registry.case.reviews import last_review
from vendor_registry.case.vendors import days_of, nobody_called, not_in_force, rows_called
from vendor_registry.model.findings.transfer import Transfer
from vendor_registry.model.ledger.review import Subject
from vendor_registry.model.policy.policy import Recipient, say
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.flow import Flow, Node
from vendor_registry.model.text.folding import folded
from vendor_registry.model.text.visible import visible
from vendor_registry.reports.pages.reviews import said

_LABEL = 10  # columns of a label, the blank behind it included


def page(case: Case, judged: Sequence[Transfer], wanted: str) -> str:
    """What one vendor, engagement or system gets, from whom, on which ground, and passes on to whom.

    `wanted` is a key or a vendor's published name; raises UsageError, with a suggestion, where there is none.
    """
    keys = _keys(case, wanted)
    pages = ["\n".join(filter(None, _node_page(case, case.graph.nodes[key], judged))) for key in keys]
    resting = (one for one in rows_called(case, wanted) if not one.in_force(case.as_of))
    pages += [f"{visible(one.key)}  {days_of(one)}" for one in resting]
    pages += ["\n".join(filter(None, _recipient_page(case, one))) for one in _recipients(case, wanted)]
    return "\n\n".join(pages) + "\n"


def _keys(case: Case, wanted: str) -> list[str]:
    """The nodes that a word means: a key, or every engagement of a vendor, capitals or not."""
    word = folded(wanted)
    if word in case.graph.nodes:
        return [word]
    rows = rows_called(case, wanted)
    named = [one.key for one in rows if one.in_force(case.as_of)]
    if rows and not named:
        raise not_in_force(case, wanted, rows)
    if named or _recipients(case, wanted):
        return named
    raise nobody_called(case, wanted, (*case.graph.nodes, *case.policy.recipients))


def _recipients(case: Case, wanted: str) -> list[Recipient]:
    """The recipients of the policy that a word means: a key, or the name in any language."""
    folded = wanted.strip().casefold()
    named = case.policy.recipients.values()
    return [one for one in named if folded in (one.key, *(name.casefold() for name in one.name.values()))]


def _recipient_page(case: Case, recipient: Recipient) -> Iterator[str]:
    """Who gets data without being engaged, when, and on which basis, in the first language of the policy."""
    language = next(iter(case.policy.languages), "en")
    yield visible(f"{recipient.key}  {say(recipient.name, language)}")
    yield _fact("kind", "gets data on occasion; engaged for nothing, so no row of the sheet")
    yield _fact("who", say(recipient.who, language))
    yield _fact("when", say(recipient.when, language))
    yield _fact("basis", say(recipient.basis, language))
    yield _fact("gets", "; ".join(recipient.data) or "not stated")
    yield _fact("source", recipient.source)


def _node_page(case: Case, node: Node, judged: Sequence[Transfer]) -> Iterator[str]:
    engagement = case.registry.by_key.get(node.key)
    yield visible(f"{node.key}  {node.name}")
    if engagement:
        yield from _facts(case, engagement)
    else:
        yield _fact("kind", node.kind)
        yield _fact("zone", node.zone)
        yield _fact("region", str(node.region) or "not stated")
    yield from _flows("gets", [flow for flow in case.graph.flows if flow.target == node.key], judged, inward=True)
    yield from _flows("passes on", [flow for flow in case.graph.flows if flow.source == node.key], judged, inward=False)


def _facts(case: Case, engagement: Engagement) -> Iterator[str]:
    behind = foreign_parent(case, engagement)
    yield _fact("company", engagement.legal_name or "not stated")
    yield _fact("seat", engagement.country)
    yield _fact("parent", ", ".join(filter(None, (engagement.parent, engagement.parent_country))) or "not stated")
    yield from (_fact("" if number else "note", text) for number, text in enumerate(behind.sentences if behind else ()))
    yield _fact("role", engagement.role)
    yield _fact("service", ": ".join(filter(None, (engagement.service, engagement.purpose))))
    yield _fact("products", "; ".join(engagement.products))
    yield _fact("zone", engagement.zone)
    yield _fact("region", str(engagement.region) or "not stated")
    yield _fact("access", str(engagement.access_from))
    yield _fact("claims", "; ".join(claim.written for claim in engagement.mechanism) or "not stated")
    yield _fact("measures", "; ".join(engagement.measures))
    yield _fact("formerly", "; ".join(engagement.formerly))
    yield _fact("only if", "; ".join(engagement.condition))
    yield _fact("instead of", "; ".join(engagement.instead_of))
    yield _fact("replaces", "; ".join(engagement.replaces))
    yield _fact("certified", "; ".join(engagement.certifications))
    yield _fact("LEI", engagement.lei)
    yield _fact("since", engagement.since.isoformat() if engagement.since else "not stated")
    yield _fact("until", engagement.until.isoformat() if engagement.until else "")
    yield _fact("reviewed", engagement.reviewed.isoformat() if engagement.reviewed else "")
    yield _fact("assessed", engagement.tia.isoformat() if engagement.tia else "")
    yield from _reviews(case, engagement.key)
    yield _fact("source", engagement.source)
    yield _fact("notes", engagement.notes)
    yield _fact("row", str(engagement.cell()))


def _reviews(case: Case, key: str) -> Iterator[str]:
    """The last recorded review of each kind."""
    found = filter(None, (last_review(case, key, subject) for subject in Subject))
    for number, one in enumerate(found):
        yield _fact("" if number else "review", f"{said(one)}{f': {one.note}' if one.note else ''}")


def _flows(title: str, flows: Iterable[Flow], judged: Sequence[Transfer], inward: bool) -> Iterator[str]:
    for number, flow in enumerate(flows):
        other = f"from {flow.source}" if inward else f"to {flow.target}"
        what = "not stated" if flow.data is None else "; ".join(flow.data)
        yield _fact(title if number == 0 else "", f"{other}: {what}")
        told = (visible(_ground(transfer)) for transfer in judged if transfer.flow == flow)
        yield from (" " * (_LABEL + 2) + text for text in dict.fromkeys(told))


def _ground(transfer: Transfer) -> str:
    if not transfer.ways:
        return "whether this is a transfer is not known: where the sender is established is not stated"
    country = transfer.importer_country or "an unknown country"
    answer = transfer.answer
    cited = f", {answer.citation}" if answer.citation else ""
    verdict = str(answer.verdict).replace("_", " ")
    bound = ", ".join(way.words for way in transfer.ways)
    return f"{transfer.regime.upper()} ({bound}): {country} ({transfer.via}): {verdict}, {answer.basis}{cited}"


def _fact(label: str, text: str) -> str:
    return f"  {label.ljust(_LABEL - 1)} {visible(text)}" if text else ""
