"""Every flow of a case, judged by the law of the day: each regime, each country of the importer."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from vendor_registry.case.case import Case
from vendor_registry.case.parties import (
    Location,
    exporter_places,
    home_countries,
    importer_locations,
    legal_name,
    roles,
)
from vendor_registry.law.procedure import judge
from vendor_registry.law.question import Question
from vendor_registry.law.zones import regimes
from vendor_registry.model.engagement import DeIdentified
from vendor_registry.model.flow import Flow, NodeKind
from vendor_registry.model.transfer import Answer, Note, Transfer, TransferVerdict


@dataclass(frozen=True, slots=True)
class Binding:
    """A regime that binds an exporter for one flow, and how sure that is."""

    regime: str
    exporter_country: str  # "" where it is not known
    by_place: bool  # else: the regime follows the data from where it was at home
    sure: bool  # False: a blank decides whether it binds


@lru_cache(maxsize=2)
def transfers(case: Case) -> tuple[Transfer, ...]:
    """What the law says of every flow between two parties, in the order of the flows.

    People who give their own data export nothing (EDPB Guidelines 05/2021, criterion 2), and anonymised data is no
    personal data (GDPR recital 26): both make no transfer. Every country in which the importer sits, processes or
    reaches in from is a transfer of its own (EDPB Guidelines 05/2021, no. 16 and example on remote access).
    """
    judging, may = _Judging(case), case.reach.network.may
    people = {key for key, node in case.graph.nodes.items() if node.kind is NodeKind.SUBJECT}
    return tuple(
        Transfer(
            flow=flow,
            regime=binding.regime,
            exporter_country=binding.exporter_country,
            importer_country=location.code,
            via=location.via,
            answer=answer,
        )
        for number, flow in enumerate(case.graph.flows)
        if flow.de_identified is not DeIdentified.ANONYMISED and flow.source not in people
        if not (case.barred and may[number] == 0)  # a waiver sets all of it aside
        for location, binding, answer in judging.answers_to(number, flow)
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
    _homes: dict[object, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    _answers: dict[object, tuple[tuple[Location, Binding, Answer], ...]] = field(default_factory=dict)

    def answers_to(self, number: int, flow: Flow) -> tuple[tuple[Location, Binding, Answer], ...]:
        """The answers for one flow: each regime that binds, each place of the importer.

        They follow from the two parties, from where the data on the flow is at home, and from what is claimed.
        """
        reach = self.case.reach
        node, onward = reach.network.source[number], reach.network.target[number]
        source, name = self._parties.get(node) or self._party(node)
        target, other_name = self._parties.get(onward) or self._party(onward)
        labels = (reach.sure.at(node), reach.network.sure[number], reach.may.at(node), reach.network.may[number])
        if labels not in self._homes:
            self._homes[labels] = reach.homes_on(number)
        homes = self._homes[labels]
        known = (source, target, name != "" and name == other_name, homes, flow.claims)
        if known not in self._answers:
            self._answers[known] = tuple(self._judged(flow, tuple(self._bound(flow, *homes))))
        return self._answers[known]

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

    def _bound(self, flow: Flow, surely: tuple[str, ...], perhaps: tuple[str, ...]) -> Iterator[Binding]:
        """The regimes of the exporter's own place, and those that follow the data from where it is at home."""
        case, day = self.case, self.case.as_of
        here = sorted(exporter_places(case, case.places, case.graph.nodes[flow.source]))
        found: dict[str, Binding] = {}
        for country in here:
            for regime in regimes(country, day):
                found.setdefault(regime, Binding(regime, country, by_place=True, sure=True))
        for homes, sure in ((surely, True), (perhaps, False)):
            for home in homes:
                for country in sorted(home_countries(case, case.places, home)):
                    for regime in regimes(country, day):
                        certain = sure and home in case.policy.zones
                        found.setdefault(regime, Binding(regime, here[0] if here else "", False, certain))
        yield from (found[regime] for regime in sorted(found))

    def _judged(self, flow: Flow, bindings: tuple[Binding, ...]) -> Iterator[tuple[Location, Binding, Answer]]:
        for binding in bindings:
            question = self._question(flow, binding)
            for location in importer_locations(self.case, self.case.graph.nodes[flow.target]):
                yield location, binding, self._answer(question, location, binding)

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

    def _answer(self, question: Question, location: Location, binding: Binding) -> Answer:
        """Of a zone of several countries the worst; where a blank decides whether the law applies, no clear no."""
        countries = sorted(self.case.places.countries(location.code)) if location.code else [""]
        asked = (replace(question, importer_country="" if one == "GLOBAL" else one) for one in countries or [""])
        answers = [judge(one, without=self.case.without, horizon_days=self.case.horizon_days) for one in asked]
        answer = max(answers, key=lambda one: one.verdict.rank)
        if binding.sure or answer.verdict is not TransferVerdict.NOT_COVERED:
            return answer
        doubt = Note("binding-unknown", "whether this law follows the data hangs on a blank: where it is at home")
        return replace(answer, verdict=TransferVerdict.UNKNOWN, notes=(*answer.notes, doubt))
