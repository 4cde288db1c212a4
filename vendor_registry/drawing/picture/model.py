"""What pictures are drawn from, unfolded: every party, every flow, for programs and for the table of flows."""

from collections.abc import Iterator
from dataclasses import dataclass

from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.marks import place_of
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection
from vendor_registry.drawing.picture.view import box_kind, described
from vendor_registry.model.register.coverage import above_of
from vendor_registry.model.register.flow import Flow, Node, NodeKind, flow_key


@dataclass(frozen=True, kw_only=True, slots=True)
class PartyFacts:
    """A group of data subjects, a system of ours, or one engagement."""

    key: str
    kind: str
    name: str
    role: str  # of an engagement: sub-processor, controller ...; "" otherwise
    service: str
    purpose: str
    products: tuple[str, ...]  # by key; "*" for all
    zone: str  # our data region it serves
    region: tuple[str, ...]  # codes of where it processes; none: unknown
    access_from: tuple[str, ...]
    seat: str
    conditions: tuple[str, ...]
    details: tuple[str, ...]  # in words
    place: str  # its row, without the folder


@dataclass(frozen=True, kw_only=True, slots=True)
class FlowFacts:
    """One flow between two parties."""

    source: str
    target: str
    key: str  # of the row that declares it
    source_name: str
    target_name: str
    categories: tuple[str, ...] | None  # None: blank, so not known
    data: str  # the same in words
    purpose: str
    mechanism: tuple[str, ...]  # as the sheet claims it
    ground: str  # what the law finds to carry it, as a kind
    ground_words: str
    mark: str
    signs: tuple[str, ...]
    place: str


def party_facts(question: Question, selection: Selection) -> Iterator[PartyFacts]:
    """The parties of a selection, in the order of their keys."""
    return (_party(question, node) for node in selection.nodes)


def flow_facts(question: Question, selection: Selection) -> Iterator[FlowFacts]:
    """The flows of a selection, in the order of the graph."""
    return (_flow(question, flow) for flow in selection.flows)


def categories(question: Question, selection: Selection) -> Iterator[tuple[str, str]]:
    """The categories that occur, with those they lie under, and their names."""
    found = {above for flow in selection.flows for key in flow.data or () for above in above_of(key)}
    return ((key, question.names.category(key)) for key in sorted(found))


def _party(question: Question, node: Node) -> PartyFacts:
    case = question.case
    engagement = case.registry.by_key.get(node.key) if node.kind is NodeKind.ENGAGEMENT else None
    system = case.policy.systems[node.key] if node.kind is NodeKind.SYSTEM else None
    products = engagement.products if engagement else system.products if system else ()
    return PartyFacts(
        key=node.key,
        kind=box_kind(case, node),
        name=question.names.node(node.key),
        role=str(engagement.role) if engagement else "",
        service=engagement.service if engagement else "",
        purpose=question.names.purpose(engagement) if engagement else clean(system.purpose) if system else "",
        products=products,
        zone=node.zone,
        region=node.region.codes,
        access_from=node.access_from.codes,
        seat=engagement.country if engagement else "",
        conditions=engagement.condition if engagement else (),
        details=tuple(clean(one) for one in (*described(question, node), question.names.products(products)) if one),
        place=place_of(node.cell),
    )


def _flow(question: Question, flow: Flow) -> FlowFacts:
    facts = question.facts
    ground = facts.grounds[flow_key(flow)]
    return FlowFacts(
        source=flow.source,
        target=flow.target,
        key=flow.key,
        source_name=question.names.node(flow.source),
        target_name=question.names.node(flow.target),
        categories=flow.data,
        data=question.names.data(flow),
        purpose=clean(flow.purpose),
        mechanism=tuple(clean(claim.written) for claim in flow.claims),
        ground=ground.kind,
        ground_words=clean(ground.text),
        mark=facts.marks.of(flow_key(flow)),
        signs=facts.signs([flow]),
        place=place_of(flow.cell),
    )
