"""The days on which a picture changes: an engagement begins or ends, a claim lapses, the law turns."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.drawing.picture.grounds import grounds
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.words import Words
from vendor_registry.flows.build import FlowGraph
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.timeline import timeline
from vendor_registry.model.findings.transfer import Transfer
from vendor_registry.model.register.flow import Flow, Node, flow_key
from vendor_registry.use_cases.judgement.check import check

FIRST = date(2018, 5, 25)
"""From this day the GDPR applies (Art. 99(2)); what was so under the Directive is not shown."""

_LAST = date(2100, 1, 1)
_WORK = 6000  # engagements judged in all: many days of a small register, few of a large one
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Days:
    """The register on each day that matters, and all of them as one case, so that one layout serves every day."""

    whole: Case  # with the nodes and flows of all days
    transfers: tuple[Transfer, ...]  # of the flows of all days, each as on its day nearest to that of the case
    days: tuple[Question, ...]  # the oldest first; that of the case is one of them
    left_out: int  # days further away, on which something may change too


def days(case: Case, words: Words) -> Days:
    """The day of the case, and the nearest days before and after it on which something that is drawn changes."""
    possible = sorted({*_of_rows(case), *_of_law(case)}, key=lambda day: (abs(day - case.as_of), day))
    possible = [day for day in possible if FIRST <= day <= _LAST and day != case.as_of]
    most = max(_FEWEST, _WORK // max(1, len(case.registry.engagements)))
    near = sorted((*possible[:most], case.as_of))
    kept = _changing([case if day == case.as_of else replace(case, as_of=day) for day in near], case, words)
    asked = tuple(
        Question(case=one, transfers=transfers(one), findings=check(one).findings, words=words) for one in kept
    )
    return Days(*_joined(case, asked), asked, len(possible[most:]))


def _changing(cases: list[Case], always: Case, words: Words) -> list[Case]:
    """Those on which something differs from the day before; the day of the case always."""
    kept: list[Case] = []
    before: object = None
    for one in cases:
        keys = tuple(one.graph.nodes), dict(grounds(one.graph.flows, transfers(one), words))
        if one is always or keys != before:
            kept.append(one)
        before = keys
    return kept


def _joined(case: Case, asked: tuple[Question, ...]) -> tuple[Case, tuple[Transfer, ...]]:
    """The case with whatever is there on any of the days; the case itself where that is nothing more."""
    flows: dict[tuple[str, str, str], Flow] = {}
    judged: list[Transfer] = []
    nodes: dict[str, Node] = {}
    for one in sorted(asked, key=lambda each: abs(each.case.as_of - case.as_of)):
        new = {flow_key(flow): flow for flow in one.case.graph.flows if flow_key(flow) not in flows}
        judged += [transfer for transfer in one.transfers if flow_key(transfer.flow) in new]
        flows |= new
        nodes = {**one.case.graph.nodes, **nodes}
    if len(flows) == len(case.graph.flows) and len(nodes) == len(case.graph.nodes):
        return case, transfers(case)
    whole = replace(case)
    graph = FlowGraph(dict(sorted(nodes.items())), tuple(flow for _, flow in sorted(flows.items())))
    vars(whole).update(graph=graph)
    return whole, tuple(judged)


def _of_rows(case: Case) -> Iterator[date]:
    """First days, and the days after the last ones, of engagements, flows of our own, and claims."""
    for own in case.policy.flows:
        yield from _ends(own.since, own.until)
    for row in case.registry.engagements:
        yield from _ends(row.since, row.until)
        for claim in row.mechanism:
            yield from _ends(claim.signed, claim.until)


def _of_law(case: Case) -> Iterator[date]:
    """Days of the tables, for the countries and the instruments that the register names."""
    rows = case.registry.engagements
    places = [node.region for node in case.graph.nodes.values()] + [row.access_from for row in rows]
    for country in {*(row.country for row in rows), *(code for place in places for code in place.codes)}:
        yield from (event.day for event in timeline(country))
    claimed = {claim.instrument for row in rows for claim in row.mechanism}
    for mechanism in tables().mechanisms:
        if any(instrument in mechanism.id for instrument in claimed):
            yield from _ends(mechanism.valid_from, mechanism.valid_to)
            said = (getattr(mechanism, field.name) for field in fields(mechanism) if field.name.endswith("_until"))
            yield from (day for last in said if isinstance(last, date) for day in _ends(None, last))


def _ends(first: date | None, last: date | None) -> Iterator[date]:
    if first:
        yield first
    if last and last < date.max:
        yield last + timedelta(1)
