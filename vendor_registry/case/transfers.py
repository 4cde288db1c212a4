"""Every flow of a case, judged by the law of the day: each regime, each country of the importer."""

from array import array
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from vendor_registry.case.answers import NOT_ASKED, Answered, Answers
from vendor_registry.case.case import Case
from vendor_registry.case.hops import Tool, further_hops
from vendor_registry.case.parties import (
    Binding,
    Location,
    importer_locations,
    one_entity,
    roles,
)
from vendor_registry.case.questions import Exporter, alike
from vendor_registry.case.reviews import failed_on, last_done
from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.procedure.onward import judge_onward
from vendor_registry.law.question import Question
from vendor_registry.model.findings.transfer import Answer, Doubt, Note, Transfer, TransferVerdict, Way
from vendor_registry.model.register.engagement import DeIdentified
from vendor_registry.model.register.flow import Flow, NodeKind
from vendor_registry.model.register.on_demand import cells_of


@lru_cache(maxsize=4)  # of a case, and of what waivers or a what-if make of it
def answered(case: Case) -> Answered:
    """What the law says of every flow between two parties, by the number of the flow.

    People who give their own data export nothing (EDPB Guidelines 05/2021, criterion 2), and anonymised data is no
    personal data (GDPR recital 26): both make no transfer. Every country in which the importer sits, processes or
    reaches in from is a transfer of its own (EDPB Guidelines 05/2021, no. 16 and example on remote access). What a
    recipient outside a regime hands on is judged by the tools of the transfers that brought it there (GDPR Art. 44),
    wherever the data was before.
    """
    judging = _Judging(case)
    kind = array("i", judging.question)
    for number in _no_transfers(case):
        kind[number] = -1
    first = dict(zip(reversed(kind), reversed(range(len(kind))), strict=True))
    kinds = range(max(first, default=-1) + 1)
    found = Answered(kind, [judging.answers_to(first[one]) if one in first else NOT_ASKED for one in kinds])
    for number, tools in further_hops(case.reach.network, found):
        found.correct(number, judging.answers_to(number, tools))
    return found


def _no_transfers(case: Case) -> Iterator[int]:
    """The flows of which the law is not asked: from people, of anonymised data, and what a waiver sets aside."""
    network = case.reach.network
    for person in cells_of(network.nodes, "kind").rows_where(lambda kind: kind is NodeKind.SUBJECT):
        yield from network.out_of(person)
    yield from cells_of(case.graph.flows, "de_identified").rows_where(lambda how: how is DeIdentified.ANONYMISED)
    yield from (number for number, data in enumerate(network.may) if case.barred and data == 0)


@lru_cache(maxsize=2)
def transfers(case: Case) -> tuple[Transfer, ...]:
    """The same answer by answer, in the order of the flows."""
    flows, found = case.graph.flows, answered(case)
    numbers = found.where(lambda answers: answers.each)
    return tuple(one for number in numbers for one in found[number].transfers(flows[number]))


def worst(judged: tuple[Transfer, ...]) -> Transfer | None:
    """The transfer with the worst answer; of equals the first."""
    return max(judged, key=lambda one: one.answer.verdict.rank, default=None)


_OF_TERRITORY = "whether this law binds in the territory of the sender is not settled"
_WHY_UNSURE = {
    (Way.ESTABLISHMENT,): _OF_TERRITORY,
    (Way.PLACE,): _OF_TERRITORY,
    (): "whether this law binds the sender is not known, since where the sender is established is not stated",
    (
        Way.HOME,
    ): "whether this law binds here is not known, since the place where the data was first held is not stated",
    (Way.ONWARD,): "whether this law follows the data is not known, since whether it bound the one that sent it is not",
}


def _with_onward(exporter: Exporter, tools: tuple[Tool, ...]) -> tuple[Binding, ...]:
    """What binds an exporter, and what follows the data because a transfer brought it, where that is surer."""
    found = {binding.regime: binding for binding in exporter.bindings}
    for tool in sorted(tools, key=lambda one: not one.sure):
        known = found.get(tool.regime)
        if known is None or (tool.sure and not known.sure):
            found[tool.regime] = Binding(tool.regime, exporter.country, (Way.ONWARD,), tool.sure)
    return tuple(found[regime] for regime in sorted(found))


class _Judging:
    """One pass over the flows of a case; flows that are alike share their answers."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._alike = alike(case)
        self.question = self._alike.question  # by the number of a flow
        self._answers: dict[tuple[int, tuple[Tool, ...]], Answers] = {}
        self._further: dict[tuple[Question, Tool], Answer] = {}

    def answers_to(self, number: int, tools: tuple[Tool, ...] = ()) -> Answers:
        """The answers for one flow: each regime that binds, each place of the importer.

        `tools`: those of the hops that brought the data.
        """
        known = (self.question[number], tools)
        if known not in self._answers:
            bindings = _with_onward(self._alike.exporter_of(number), tools)
            self._answers[known] = Answers(tuple(self._judged(self.case.graph.flows[number], bindings, tools)))
        return self._answers[known]

    def _judged(
        self, flow: Flow, bindings: tuple[Binding, ...], tools: tuple[Tool, ...]
    ) -> Iterator[tuple[Location, Binding, Answer]]:
        for binding in bindings:
            question = self._question(flow, binding)
            earlier = [tool for tool in tools if tool.regime == binding.regime]
            for location in importer_locations(self.case, self.case.graph.nodes[flow.target]):
                yield location, binding, self._answer(question, location, binding, earlier)

    def _question(self, flow: Flow, binding: Binding) -> Question:
        source, target = self.case.graph.nodes[flow.source], self.case.graph.nodes[flow.target]
        exporter_role, importer_role = roles(self.case, source, target, flow.claims)
        engagement = self.case.registry.by_key.get(flow.target)
        return Question(
            regime=binding.regime,
            exporter_country=binding.exporter_country,
            exporter_role=exporter_role,
            importer_country="",
            importer_role=importer_role,
            day=self.case.as_of,
            claims=flow.claims,
            ways=binding.ways,
            bound=not binding.sure or not {Way.ESTABLISHMENT, Way.PLACE} & {*binding.ways},
            same_entity=one_entity(self.case, source, target),
            tia=last_done(self.case, engagement, "tia") if engagement else None,
            tia_failed=failed_on(self.case, engagement, "tia") if engagement else None,
        )

    def _answer(self, question: Question, location: Location, binding: Binding, earlier: list[Tool]) -> Answer:
        """Of a zone of several countries the worst; where a blank decides whether the law applies, no clear no."""
        countries = sorted(self.case.places.countries(location.code)) if location.code else [""]
        asked = (replace(question, importer_country="" if one == "GLOBAL" else one) for one in countries or [""])
        answer = max((found for one in asked for found in self._each(one, earlier)), key=lambda one: one.verdict.rank)
        if binding.sure or answer.verdict not in (TransferVerdict.NOT_COVERED, TransferVerdict.UNKNOWN):
            return answer
        code = "territory-unsettled" if binding.in_own_right else "binding-unknown"
        doubt = Note(code, _WHY_UNSURE[binding.ways])
        settles = (Doubt.BINDING, *answer.settles)  # of a clear no only the binding is open
        return replace(answer, verdict=TransferVerdict.UNKNOWN, notes=(*answer.notes, doubt), settles=settles)

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
