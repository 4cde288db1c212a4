"""Every flow of a case, judged by the law of the day: each regime, each country of the importer."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from vendor_registry.case.case import Case
from vendor_registry.case.hops import Judged, Tool, further_hops
from vendor_registry.case.parties import (
    Binding,
    Location,
    bindings,
    importer_locations,
    legal_name,
    roles,
)
from vendor_registry.law.onward import judge_onward
from vendor_registry.law.procedure import judge
from vendor_registry.law.question import Question
from vendor_registry.model.engagement import DeIdentified
from vendor_registry.model.flow import Flow, NodeKind
from vendor_registry.model.transfer import Answer, Note, Transfer, TransferVerdict


@lru_cache(maxsize=2)
def transfers(case: Case) -> tuple[Transfer, ...]:
    """What the law says of every flow between two parties, in the order of the flows.

    People who give their own data export nothing (EDPB Guidelines 05/2021, criterion 2), and anonymised data is no
    personal data (GDPR recital 26): both make no transfer. Every country in which the importer sits, processes or
    reaches in from is a transfer of its own (EDPB Guidelines 05/2021, no. 16 and example on remote access). What a
    recipient outside a regime hands on is judged by the tools of the hops that brought it there (GDPR Art. 44).
    """
    judging, network, flows = _Judging(case), case.reach.network, case.graph.flows
    people = {key for key, node in case.graph.nodes.items() if node.kind is NodeKind.SUBJECT}
    found = {
        number: judging.answers_to(number, flow)
        for number, flow in enumerate(flows)
        if flow.de_identified is not DeIdentified.ANONYMISED and flow.source not in people
        if not (case.barred and network.may[number] == 0)  # a waiver sets all of it aside
    }
    for number, tools in further_hops(network, found):
        found[number] = judging.answers_to(number, flows[number], tools)
    return tuple(
        Transfer(
            flow=flows[number],
            regime=binding.regime,
            exporter_country=binding.exporter_country,
            importer_country=location.code,
            via=location.via,
            answer=answer,
        )
        for number, judged in found.items()
        for location, binding, answer in judged
    )


def worst(judged: tuple[Transfer, ...]) -> Transfer | None:
    """The transfer with the worst answer; of equals the first."""
    return max(judged, key=lambda one: one.answer.verdict.rank, default=None)


@dataclass
class _Judging:
    """One pass over the flows of a case; what many flows share is worked out once."""

    case: Case
    _parties: dict[int, tuple[int, str]] = field(default_factory=dict)  # by node: number of the party, legal name
    _alike: dict[object, int] = field(default_factory=dict)
    _exporters: dict[object, tuple[int, tuple[Binding, ...]]] = field(default_factory=dict)
    _answers: dict[object, Judged] = field(default_factory=dict)
    _further: dict[tuple[Question, Tool], Answer] = field(default_factory=dict)

    def answers_to(self, number: int, flow: Flow, tools: tuple[Tool, ...] = ()) -> Judged:
        """The answers for one flow: each regime that binds, each place of the importer.

        They follow from the two parties, from where the data on the flow is at home, from what is claimed, and from the
        tools of the hops that brought the data.
        """
        network = self.case.reach.network
        target, other_name = self._parties.get(network.target[number]) or self._party(network.target[number])
        name = (self._parties.get(network.source[number]) or self._party(network.source[number]))[1]
        exporter, bindings = self._exporter(number, flow)
        known = (exporter, target, name != "" and name == other_name, flow.claims, tools)
        if known not in self._answers:
            self._answers[known] = tuple(self._judged(flow, bindings, tools))
        return self._answers[known]

    def _exporter(self, number: int, flow: Flow) -> tuple[int, tuple[Binding, ...]]:
        """A number, the same for all exporters that are bound alike and act in the same role, and what binds them."""
        reach, network = self.case.reach, self.case.reach.network
        node = network.source[number]
        seen = (
            self._parties[node][0],
            reach.sure.at(node),
            network.sure[number],
            reach.may.at(node),
            network.may[number],
        )
        if seen not in self._exporters:
            bound = tuple(bindings(self.case, self.case.graph.nodes[flow.source], *reach.homes_on(number)))
            row = self.case.registry.by_key.get(flow.source)
            self._exporters[seen] = (self._alike.setdefault((row and row.role, bound), len(self._alike)), bound)
        return self._exporters[seen]

    def _party(self, number: int) -> tuple[int, str]:
        """A number, the same for all that are alike in what the law asks of an end of a flow, and the legal name.

        Of an engagement it asks the role, the seat, the places and the day of the assessment; of a system, all.
        """
        node = self.case.reach.network.nodes[number]
        row = self.case.registry.by_key.get(node.key)
        facts = (row.role, row.country, row.tia, node.region, node.access_from) if row else node.key
        party = (self._alike.setdefault(facts, len(self._alike)), legal_name(self.case, node))
        self._parties[number] = party
        return party

    def _judged(
        self, flow: Flow, bindings: tuple[Binding, ...], tools: tuple[Tool, ...]
    ) -> Iterator[tuple[Location, Binding, Answer]]:
        for binding in bindings:
            question = self._question(flow, binding)
            earlier = [tool for tool in tools if tool.regime == binding.regime and not binding.by_place]
            for location in importer_locations(self.case, self.case.graph.nodes[flow.target]):
                yield location, binding, self._answer(question, location, binding, earlier)

    def _question(self, flow: Flow, binding: Binding) -> Question:
        source, target = self.case.graph.nodes[flow.source], self.case.graph.nodes[flow.target]
        exporter_role, importer_role = roles(self.case, source, target)
        names = legal_name(self.case, source), legal_name(self.case, target)
        engagement = self.case.registry.by_key.get(flow.target)
        return Question(
            regime=binding.regime,
            exporter_country=binding.exporter_country,
            exporter_role=exporter_role,
            importer_country="",
            importer_role=importer_role,
            day=self.case.as_of,
            claims=flow.claims,
            bound=not binding.by_place,
            same_entity=names[0] != "" and names[0] == names[1],
            tia=engagement.tia if engagement else None,
        )

    def _answer(self, question: Question, location: Location, binding: Binding, earlier: list[Tool]) -> Answer:
        """Of a zone of several countries the worst; where a blank decides whether the law applies, no clear no."""
        countries = sorted(self.case.places.countries(location.code)) if location.code else [""]
        asked = (replace(question, importer_country="" if one == "GLOBAL" else one) for one in countries or [""])
        answer = max((found for one in asked for found in self._each(one, earlier)), key=lambda one: one.verdict.rank)
        if binding.sure or answer.verdict is not TransferVerdict.NOT_COVERED:
            return answer
        text = "whether this law binds here is not known, since where the data is at home is blank"
        doubt = Note("binding-unknown", text)
        return replace(answer, verdict=TransferVerdict.UNKNOWN, notes=(*answer.notes, doubt))

    def _each(self, question: Question, earlier: list[Tool]) -> Iterator[Answer]:
        """By itself, or by the tool of each earlier hop."""
        away, days = self.case.without, self.case.horizon_days
        if not earlier:
            yield judge(question, without=away, horizon_days=days)
        for tool in earlier:
            known = (question, tool)
            if known not in self._further:
                self._further[known] = judge_onward(question, tool.answer, without=away, horizon_days=days)
            yield self._further[known]
