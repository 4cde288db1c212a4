"""What the law says of one flow: an answer for each regime that binds and each place of the importer."""

from collections.abc import Iterator
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
