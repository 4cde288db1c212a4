"""Two states of the register in one graph, to be drawn in one layout."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.changes.change import Change, Kind
from vendor_registry.changes.rows import changes
from vendor_registry.changes.state import State
from vendor_registry.drawing.picture.picture import Status
from vendor_registry.drawing.picture.question import Comparison
from vendor_registry.flows.build import FlowGraph
from vendor_registry.model.findings.report import Report
from vendor_registry.model.findings.transfer import Transfer
from vendor_registry.model.register.flow import Flow, FlowKey, flow_key
from vendor_registry.use_cases.judgement.check import check

_UNSEEN = {Kind.SPELLING, Kind.LINK, Kind.RECORD, Kind.CONTACT, Kind.KEY}  # nothing that is drawn follows from them


@dataclass(frozen=True, slots=True)
class Compared:
    """Both states as one case, what became of whom, and what the later one is judged to be."""

    case: Case
    comparison: Comparison
    transfers: tuple[Transfer, ...]
    report: Report


def joined(then: Case, now: Case, names: tuple[State, State]) -> Compared:
    """Both cases have the same policy and day."""
    gone = tuple(one for one in then.registry.engagements if one.key not in now.registry.by_key)
    every = tuple(sorted((*now.registry.engagements, *gone), key=lambda one: one.key))
    case = replace(now, registry=replace(now.registry, engagements=every))
    before, after = _by_key(then.graph.flows), _by_key(now.graph.flows)
    nodes = {**then.graph.nodes, **now.graph.nodes}
    flows = {**before, **after}
    graph = FlowGraph(dict(sorted(nodes.items())), tuple(flow for _, flow in sorted(flows.items())))
    vars(case).update(graph=graph)  # what is in either state
    told = _told(changes(then, now))
    comparison = Comparison(
        states=names,
        nodes={key: _status(key in then.graph.nodes, key in now.graph.nodes, key in told) for key in graph.nodes},
        flows={
            key: _status(
                key in before, key in after, key in before and key in after and _differ(before[key], after[key])
            )
            for key in flows
        },
        told=told,
    )
    lapsed = tuple(one for one in transfers(then) if flow_key(one.flow) not in after)
    return Compared(case, comparison, (*transfers(now), *lapsed), check(now))


def _by_key(flows: Iterable[Flow]) -> dict[FlowKey, Flow]:
    return {flow_key(flow): flow for flow in flows}


def _status(before: bool, after: bool, changed: bool) -> Status:
    if before and after:
        return Status.CHANGED if changed else Status.SAME
    return Status.ADDED if after else Status.REMOVED


def _differ(one: Flow, other: Flow) -> bool:
    """Whether a flow carries other data, on other grounds or for another purpose."""
    return any(getattr(one, name) != getattr(other, name) for name in ("data", "claims", "purpose", "de_identified"))


def _told(found: Iterable[Change]) -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """By engagement: the column, its cell before and its cell after."""
    told: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for one in found:
        if one.kind not in _UNSEEN and one.column:
            for key in one.keys:
                told[key] = (*told.get(key, ()), (one.column, one.before, one.after))
    return told
