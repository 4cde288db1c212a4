"""Transfers into third countries that were not there, or that the law carries worse than before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import answered
from vendor_registry.model.findings.transfer import Answer

Key = tuple[str, str, str]  # recipient, regime, country


@dataclass(frozen=True, kw_only=True, slots=True)
class NewTransfer:
    """What one regime says of data that gets to a recipient in a country, where it did not say so before."""

    sink: str
    regime: str  # eu, uk, ch
    country: str  # or zone of several; "" where it is not known
    via: str  # the column that names the country
    before: Answer | None  # None: there was no transfer
    after: Answer


def new_transfers(before: Case, after: Case, keys: Mapping[str, str]) -> tuple[NewTransfer, ...]:
    """By recipient, regime and country: the worst answer of each (GDPR Chapter V).

    `keys`: by the key of a row before the one it has afterwards, where that is another.
    """
    then = {(keys.get(key, key), regime, country): told for (key, regime, country), told in _transfers(before).items()}
    return tuple(_new(then, _transfers(after)))


def _new(then: Mapping[Key, tuple[str, Answer]], now: Mapping[Key, tuple[str, Answer]]) -> Iterator[NewTransfer]:
    for key in sorted(now):
        via, answer = now[key]
        earlier = then[key][1] if key in then else None
        if earlier is None or answer.verdict.rank > earlier.verdict.rank:
            yield NewTransfer(sink=key[0], regime=key[1], country=key[2], via=via, before=earlier, after=answer)


def _transfers(case: Case) -> dict[Key, tuple[str, Answer]]:
    found: dict[Key, tuple[str, Answer]] = {}
    flows = case.graph.flows
    for number, answers in answered(case).items():
        for location, binding, answer in answers.each:
            if not answer.restricted:
                continue
            key = (flows[number].target, binding.regime, location.code)
            if key not in found or answer.verdict.rank > found[key][1].verdict.rank:
                found[key] = (location.via, answer)
    return found
