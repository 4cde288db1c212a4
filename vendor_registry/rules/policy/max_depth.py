"""Chains of engagements are no longer than so many parties: our vendors, their vendors, and so on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from vendor_registry.case.case import Case
from vendor_registry.case.selectors import Selector
from vendor_registry.model.findings.finding import Finding, Hop, Outcome
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.policy_rules import chosen, parameters, verdict

Chain = tuple[str, ...]  # keys of engagements, each engaged by the one before; () where nobody begins it


@dataclass(frozen=True, kw_only=True, slots=True)
class MaxDepth:
    """How many third parties may stand in a row: with 1 nobody engages anybody, with 2 our vendors have vendors."""

    depth: int
    where: Selector | None = None  # the last of the row; left out: whoever it is


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each engagement at the end of a chain that is too long, with the shortest such chain."""
    wanted = parameters(spec, MaxDepth)
    ends = chosen(case, spec, "where", wanted.where)
    engaged = {one.key: tuple(key for key in one.engaged_by if key in case.graph.nodes) for one in case.running}
    engages = _turned(engaged)
    layers = _layers(engaged, engages, wanted.depth + 1)
    too_long = _too_long(engaged, engages, layers, wanted.depth)
    findings = [
        _finding(case, spec, key, too_long[key], wanted.depth, sure)
        for keys, sure in ((ends.sure, True), (ends.maybe, False))
        for key in keys
        if key in too_long
    ]
    examined = f"{counted(len(ends.all), 'engagement')}, at most {wanted.depth} in a row"
    longest = next((layer for layer in reversed(layers) if layer), {})
    nearest = " -> ".join(min(longest.values(), default=()))
    return RULE.outcome(spec, [*ends.findings, *findings], examined, nearest)


def _turned(engaged: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """By third party those it engages."""
    engages: dict[str, list[str]] = {}
    for key, by in engaged.items():
        for parent in dict.fromkeys(by):
            engages.setdefault(parent, []).append(key)
    return engages


def _layers(
    engaged: Mapping[str, tuple[str, ...]], engages: Mapping[str, list[str]], most: int
) -> list[dict[str, Chain]]:
    """For 1, 2, ... parties in a row: whom such a chain ends at, each with the first chain by keys."""
    layers: list[dict[str, Chain]] = [{key: (key,) for key, by in engaged.items() if not by}]
    while layers[-1] and len(layers) < most:
        layers.append(_onward(engages, layers[-1]))
    return layers


def _onward(engages: Mapping[str, list[str]], layer: Mapping[str, Chain]) -> dict[str, Chain]:
    onward: dict[str, Chain] = {}
    for parent, chain in layer.items():
        for key in engages.get(parent, ()):
            if key not in onward or chain < onward[key][:-1]:
                onward[key] = (*chain, key)
    return onward


def _too_long(
    engaged: Mapping[str, tuple[str, ...]],
    engages: Mapping[str, list[str]],
    layers: list[dict[str, Chain]],
    depth: int,
) -> dict[str, Chain]:
    """By its end: the shortest chain of more than `depth`.

    Those who engage each other in a circle have chains as long as anybody likes, and so do those they engage; a
    circle in which nobody is engaged by us has no chain that begins.
    """
    found = dict(layers[depth]) if len(layers) > depth else {}
    new = found
    while new:
        new = {key: chain for key, chain in _onward(engages, new).items() if key not in found}
        found |= new
    begun = {key for layer in layers for key in layer} | set(found)
    return found | {key: () for key in engaged if key not in begun}


def _finding(case: Case, spec: RuleSpec, key: str, chain: Chain, depth: int, sure: bool) -> Finding:
    one = case.registry.by_key[key]
    if chain:
        parties = " -> ".join(case.registry.by_key[link].vendor for link in chain)
        what = f"is number {len(chain)} in a chain of third parties ({parties}), and at most {depth} are allowed"
    else:
        what = "is engaged by parties that engage each other in a circle, so nobody can say how many stand before it"
    return Finding(
        rule=spec.id,
        verdict=verdict(spec, sure=sure),
        cell=one.cell("engaged_by"),
        message=f"{one.vendor} ({key}) {what}.",
        mend="Engage it directly, do without it, or correct engaged_by in this row and those before it.",
        law=RULE.law,
        sink=key,
        witness=tuple(_hops(case, chain)),
        related=tuple(case.registry.by_key[link].cell("engaged_by") for link in chain[1:-1]),
    )


def _hops(case: Case, chain: Iterable[str]) -> Iterator[Hop]:
    """The flows along the chain; none where one of the parties gets its data from somebody else."""
    network = case.reach.network
    links = [network.between(source, target) for source, target in pairwise(chain)]
    if all(links):
        yield from (Hop(flow, flow.data or ()) for flow in network.flows(link[0] for link in links))


RULE = Rule(
    id="max-depth",
    title="Chains of third parties are no longer than agreed",
    law=("GDPR Art. 28(2) and (4)", "SCC 2021/914 Clause 9", "EDPB Opinion 22/2024"),
    check=check,
    parameters=MaxDepth,
)
