"""What the transfers into an engagement rest on, beside what a policy accepts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import answered, worst
from vendor_registry.law.words.claims import understand
from vendor_registry.model.findings.transfer import Transfer, TransferVerdict
from vendor_registry.model.register.claim import Claim

_CARRIED = {TransferVerdict.COVERED, TransferVerdict.COVERED_WITH_WARNING}


class Accepted(NamedTuple):
    """Grounds as a policy names them: words of the mechanism column, or "adequacy"."""

    claims: tuple[Claim, ...]
    words: tuple[str, ...]  # those that are no claim

    def carries(self, transfer: Transfer) -> bool:
        """Whether what holds on the day, as ground or as fallback, is one of these."""
        answer = transfer.answer
        held = [claim for claim in (answer.claim, *answer.fallbacks) if claim]
        by_claim = any(_is(claim, accepted) for claim in held for accepted in self.claims)
        bases = {*self.words, *(claim.instrument for claim in self.claims if claim.module is None)}
        return answer.verdict in _CARRIED and (by_claim or answer.basis in bases)


def accepted(written: Iterable[str]) -> Accepted:
    """Words such as "SCC M3", "BCR" or "adequacy"."""
    claims = [(word, understand(word)[0]) for word in written]
    words = tuple(word.casefold() for word, _ in claims)
    return Accepted(tuple(claim for _, found in claims for claim in found), words)


def resting_badly(case: Case, grounds: Accepted) -> Mapping[str, Transfer]:
    """By engagement: the worst of the restricted transfers into it that rest on something else, or on nothing."""
    badly: dict[str, list[Transfer]] = {}
    found = answered(case)
    for number in found.where(lambda answers: answers.restricted):
        flow = case.graph.flows[number]
        badly.setdefault(flow.target, []).extend(_badly(found[number].transfers(flow), grounds))
    return {key: one for key, found in badly.items() if (one := worst(tuple(found)))}


def _badly(found: Iterable[Transfer], grounds: Accepted) -> Iterator[Transfer]:
    for transfer in found:
        if transfer.answer.restricted and not grounds.carries(transfer):
            yield transfer


def _is(claim: Claim, accepted: Claim) -> bool:
    """A wide word such as SCC or BCR means every set of it; a module only itself."""
    bare = claim.instrument.removeprefix("ch_").removeprefix("uk_")  # of whatever law: "UK BCR-P" are BCR-P
    same = any(name.startswith(accepted.instrument) for name in (claim.instrument, bare))
    return same and accepted.module in (None, claim.module)
