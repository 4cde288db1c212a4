"""Data that gets to somebody it is not meant for: what `forbid`, `only` and `disclosed` look for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.flows.proofs.find import prove
from vendor_registry.flows.proofs.proof import Proof
from vendor_registry.flows.reach import Reach
from vendor_registry.model.findings.finding import Finding, Shared
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.flow import Node, NodeKind
from vendor_registry.model.text.counting import listed
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.shared.chains import by_way_of, settled_by_cut, verb
from vendor_registry.rules.shared.policy_rules import members, verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrivals:
    """What is asked: which of these categories get to a node, and in which words the answer is given."""

    case: Case
    spec: RuleSpec
    reach: Reach  # of the case, or a part of it
    data: tuple[str, ...]
    law: tuple[str, ...]
    because: str  # why it must not get there, of one and of many: "who must not get it"
    otherwise: str  # what else can be done than taking the data off a flow
    detail: str = ""  # more of it, for this one alone

    def findings(self, sinks: Collection[str], *, sure: bool) -> Iterator[Finding]:
        """One for each node and shortest chain. `sure`: whether the rule is surely about these nodes."""
        network = self.reach.network
        held = self.reach.holders(self.data, network.homes)
        for sink in map(network.nodes.__getitem__, members(self.case, tuple(sinks)).shared(held)):
            reach = self._handed_to(sink)
            for proof in prove(
                reach, sink.key, self.data, reach.network.homes, doubtful=not sure, more=self.case.paths
            ):
                yield self._finding(sink, proof, sure)

    def reached(self, sinks: Collection[str]) -> int:
        """How many nodes the data surely gets to."""
        under = self.reach.network.categories.under(self.data)
        holds = self.reach.sure.holders(self.reach.network.with_every_home(under))
        return sum(1 for _ in members(self.case, tuple(sinks)).shared(holds))

    def nearest(self, sinks: Collection[str]) -> str:
        """Who comes closest without breaking the rule, and why it stops there."""
        for key in sorted(sinks):
            if data := self.reach.data_at(key, surely=False):
                return f"{key} gets {', '.join(data)}"
        return f"nothing gets to {min(sinks)}" if sinks else ""

    def _handed_to(self, sink: Node) -> Reach:
        """A system of our own does not receive what it holds first: only what others hand to it counts there."""
        starts = self.reach.starts.may.get(self.reach.network.number[sink.key])
        if sink.kind is not NodeKind.SYSTEM or not starts:
            return self.reach
        return self.reach.starting_at([key for key in self.reach.network.keys if key != sink.key])

    def _finding(self, sink: Node, proof: Proof, sure: bool) -> Finding:
        cell = proof.witness[-1].flow.cell if proof.witness else sink.cell
        doubts = [*_blank_flows(proof), *(() if sure else _blank_cells(self.case, sink))]
        mend = self._mend(proof, doubts)
        certain = sure and proof.sure
        return Finding(
            rule=self.spec.id,
            verdict=verdict(self.spec, sure=certain),
            cell=cell,
            message=self._message(sink, proof, doubts, certain=certain),
            mend=mend,
            law=self.law,
            data=proof.data,
            source=proof.source,
            sink=sink.key,
            witness=proof.witness,
            more_witnesses=proof.more,
            routes=proof.routes,
            on_every_route=proof.on_every_route,
            cut=proof.cut,
            related=tuple(one for one in dict.fromkeys((*doubts, *(f.cell for f in proof.cut))) if one != cell),
            shared=self._shared(sink, proof, mend, certain=certain),
            settled_by=tuple((one,) for one in doubts) or settled_by_cut(proof.cut),
        )

    def _message(self, sink: Node, proof: Proof, doubts: list[Cell], *, certain: bool) -> str:
        data, who = listed(proof.data), f"{sink.name} ({sink.key}), {self.because}"
        detail = f" ({self.detail})" if self.detail else ""
        if not proof.witness:
            return f"{who}{detail}, hands on {data}, though nothing says how it got there."
        reaches = f"{data} {_reach(proof, certain=certain)} {who}{detail}"
        blank = f"{listed(map(str, doubts))} {'is' if len(doubts) == 1 else 'are'} blank"
        return f"{by_way_of(self.case, proof.witness)}{reaches}" + (f": {blank}." if doubts else ".")

    def _shared(self, sink: Node, proof: Proof, mend: str, *, certain: bool) -> Shared | None:
        if not proof.witness:
            return None
        detail = f": {self.detail}" if self.detail else ""
        sentence = f"{listed(proof.data)} {_reach(proof, certain=certain)} these recipients, {self.because}."
        return Shared(sentence, mend if certain else "Fill in these cells.", f"{sink.name} ({sink.key}){detail}")

    def _mend(self, proof: Proof, doubts: list[Cell]) -> str:
        if doubts:
            return f"Fill in {listed(map(str, doubts))}."
        flows = listed(f"{flow.source} -> {flow.target} ({flow.cell})" for flow in proof.cut)
        otherwise = self.otherwise if flows else self.otherwise[0].upper() + self.otherwise[1:]
        return f"Take {listed(proof.data)} off {flows}, or {otherwise}." if flows else f"{otherwise}."


def _reach(proof: Proof, *, certain: bool) -> str:
    return verb(proof.data, "reaches", "reach") if certain else "may reach"


def _blank_flows(proof: Proof) -> Iterator[Cell]:
    """The blank cells along a chain that lets something pass only perhaps."""
    return (hop.flow.cell for hop in proof.witness if hop.flow.data is None and not proof.sure)


def _blank_cells(case: Case, sink: Node) -> Iterator[Cell]:
    """The cells of a row that a selector may have asked for in vain."""
    one = case.registry.by_key.get(sink.key)
    if sink.region.unknown:
        yield sink.cell
    elif one is not None and one.data is None:
        yield one.cell("data")
