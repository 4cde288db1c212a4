"""Which vendor of the register a mention is: by its name, a former or another name, the beginning of one, or a slip."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum

from vendor_registry.intake.lists.words.names import without_marks
from vendor_registry.model.ledger.mention import Mention
from vendor_registry.rules.shared.company_names import company_name, spellings
from vendor_registry.use_cases.register.reconciliation.parties import Party

_CLOSE = 0.86  # of difflib's ratio; "Zendes" is Zendesk, "Segment" is not Segmentify
_SHORTEST = 4  # letters of a first word that stands for a longer name


class How(IntEnum):
    """By what, the surest first."""

    NAME = 0
    OTHER = 1  # a former name, or one that is well known
    PART = 2  # one name begins with the other: probably the same, or of the same company
    SLIP = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A mention and the vendors that it is; none: nobody."""

    mention: Mention
    parties: tuple[Party, ...]
    how: How


def matches(mentions: Sequence[Mention], parties: Sequence[Party]) -> tuple[Match, ...]:
    """Each mention with its vendors. What two names share decides only for vendors whom no mention has by name."""
    index = _Index(parties)
    surely = [index.surely(one) for one in mentions]
    taken = {party.vendor for match in surely if match for party in match.parties}
    return tuple(found or index.probably(one, taken) for one, found in zip(mentions, surely, strict=True))


class _Index:
    def __init__(self, parties: Sequence[Party]) -> None:
        self.parties = parties
        self.own = _by_name((party, party.names) for party in parties)
        self.former = _by_name((party, party.former) for party in parties)

    def surely(self, mention: Mention) -> Match | None:
        """By a name that both write, or that is known to be another name of it."""
        for number, name in enumerate(mention.names):
            for how, index in ((How.NAME, self.own), (How.OTHER, self.former)):
                found = [party for variant in variants(name) for party in index.get(variant, ())]
                if found:
                    other = how is How.OTHER or number > 0
                    return Match(mention, tuple(dict.fromkeys(found)), How.OTHER if other else How.NAME)
        return None

    def probably(self, mention: Mention, taken: set[str]) -> Match:
        """By the beginning of a name; a sign that is no name, such as a host, may be any vendor of the company."""
        if not mention.sure and not mention.by_name:
            return Match(mention, (), How.SLIP)
        free = [one for one in self.parties if not mention.by_name or one.vendor not in taken]
        for name in mention.names:
            found = [one for one in free if any(_begins(name, other) for other in one.names)]
            if found and (len(found) == 1 or not mention.by_name):
                return Match(mention, tuple(found), How.PART)
        close = (
            get_close_matches(identity(mention.written), _folded(free), n=1, cutoff=_CLOSE) if mention.by_name else []
        )
        return Match(mention, tuple(one for name in close for one in _folded(free)[name]), How.SLIP)


def identity(name: str) -> str:
    """A name without marks, accents, punctuation and legal form."""
    return company_name(without_marks(name)).name


def variants(name: str) -> Iterator[str]:
    """The name, what stands before and within its brackets, each as it may be spelt (Müller, Mueller), and joined as in
    a host: for comparison only."""
    before, bracket, rest = name.partition("(")
    for one in (name, before, rest.rpartition(")")[0]) if bracket else (name,):
        for folded in filter(None, spellings(without_marks(one))):
            yield folded
            yield folded.replace(" ", "")


def _by_name(named: Iterable[tuple[Party, Sequence[str]]]) -> dict[str, list[Party]]:
    found: dict[str, list[Party]] = {}
    for party, names in named:
        for variant in {one for name in names for one in variants(name)}:
            found.setdefault(variant, []).append(party)
    return found


def _folded(parties: Iterable[Party]) -> dict[str, list[Party]]:
    found: dict[str, list[Party]] = {}
    for one in parties:
        found.setdefault(identity(one.vendor), []).append(one)
    return found


def _begins(one: str, other: str) -> bool:
    """Whether the words of the shorter name begin the longer one."""
    first, second = identity(one).split(), identity(other).split()
    shorter = min(len(first), len(second))
    return bool(shorter) and first[:shorter] == second[:shorter] and len("".join(first[:shorter])) >= _SHORTEST
