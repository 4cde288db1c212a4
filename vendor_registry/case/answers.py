"""What the law says of one flow: an answer for each regime that binds and each place of the importer."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from vendor_registry.case.parties import Binding, Location
from vendor_registry.model.findings.transfer import Answer, Note, Transfer, TransferVerdict
from vendor_registry.model.register.flow import Flow


@dataclass(frozen=True, eq=False)
class Answers:
    """The answers to one flow, shared by all flows of which the law is asked the same."""

    each: tuple[tuple[Location, Binding, Answer], ...]  # none: no regime binds the exporter

    @cached_property
    def verdict(self) -> TransferVerdict:
        """The worst answer counts."""
        verdicts = (answer.verdict for _, _, answer in self.each)
        return max(verdicts, key=lambda verdict: verdict.rank, default=TransferVerdict.NOT_RESTRICTED)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        return tuple(note for _, _, answer in self.each for note in answer.notes)

    @cached_property
    def restricted(self) -> int:
        """How many are transfers into a third country; where nobody knows which law binds, each place counts once."""
        found = [(location, binding) for location, binding, answer in self.each if answer.restricted]
        return sum(binding.sure for _, binding in found) + len({place for place, binding in found if not binding.sure})

    @cached_property
    def in_own_right(self) -> frozenset[str]:
        """The regimes that bind the exporter itself, whatever brought the data."""
        return frozenset(binding.regime for _, binding, _ in self.each if binding.in_own_right)

    def transfers(self, flow: Flow) -> Iterator[Transfer]:
        """The same, said of one of these flows."""
        for location, binding, answer in self.each:
            yield Transfer(
                flow=flow,
                regime=binding.regime,
                exporter_country=binding.exporter_country,
                importer_country=location.code,
                via=location.via,
                ways=binding.ways,
                sure=binding.sure,
                answer=answer,
            )


NOT_ASKED = Answers(())
"""Of questions that only flows have of which the law is not asked."""


class Answered(Mapping[int, Answers]):
    """The answers to every flow between two parties, by the number of the flow; many flows share theirs."""

    def __init__(self, kind: Sequence[int], answers: Sequence[Answers]) -> None:
        """`kind`: for each flow which answers it has, -1 where the law is not asked."""
        self._kind, self._answers = array("i", kind), list(answers)

    def __getitem__(self, flow: int) -> Answers:
        if self._kind[flow] < 0:
            raise KeyError(flow)
        return self._answers[self._kind[flow]]

    def __contains__(self, flow: object) -> bool:
        return isinstance(flow, int) and 0 <= flow < len(self._kind) and self._kind[flow] >= 0

    def __iter__(self) -> Iterator[int]:
        return iter(self.where(lambda _: True))

    def __len__(self) -> int:
        return len(self._kind) - self._kind.count(-1)

    def correct(self, flow: int, answers: Answers) -> None:
        """Give a flow answers of its own."""
        self._kind[flow] = len(self._answers)
        self._answers.append(answers)

    def where(self, holds: Callable[[Answers], object]) -> list[int]:
        """The flows of whose answers something is so, in order."""
        wanted = bytes(1 if holds(answers) else 0 for answers in self._answers) + b"\0"  # the last is that of -1
        return [flow for flow, kind in enumerate(self._kind) if wanted[kind]] if any(wanted) else []

    def total(self, worth: Callable[[Answers], int]) -> int:
        """The sum of something over all flows."""
        times = Counter(self._kind)
        return sum(worth(answers) * times[kind] for kind, answers in enumerate(self._answers))
