"""Fewer boxes: parties that would look the same become one box, in fixed steps, only as far as needed.

A picture of everything is unreadable from some thirty boxes on. What was folded is said on the picture.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from vendor_registry.drawing.picture.fewer_frames import fewer_frames
from vendor_registry.drawing.picture.folding_steps import PLANS, End, Group, Plan, Sight, Step
from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.parties import Party
from vendor_registry.drawing.picture.picture import BoxKind, Mark, Status
from vendor_registry.drawing.picture.words import Words, english

MOST_BOXES = 30
MOST_LINES = 50
_FEWEST_USERS = 5  # a hub has at least so many, and
_SHARE_OF_USERS = 0.4  # at least this share of all parties that hand data on


@dataclass(frozen=True, slots=True)
class Strand:
    """One flow between two parties, before lines are merged."""

    source: str
    target: str
    ground: GroundKind
    mark: Mark
    status: Status = Status.SAME


@dataclass(frozen=True, slots=True)
class Folding:
    """The groups to draw, those of them drawn as badges, and what was done."""

    groups: tuple[Group, ...]
    hubs: frozenset[int]
    notes: tuple[str, ...]
    lines: int = 0  # that it takes
    single: bool = False  # one line from box to box

    @property
    def fits(self) -> bool:
        """Whether it is within the budget of boxes and lines."""
        return len(self.groups) <= MOST_BOXES and self.lines <= MOST_LINES


def fold(
    parties: Sequence[Party], strands: Sequence[Strand], plans: Sequence[Plan] = PLANS, words: Words | None = None
) -> Folding:
    """The least folded picture within the budget of boxes and lines, or the most folded one there is."""
    for folding in foldings(parties, strands, plans, words or english()):
        if folding.fits:
            break
    return folding


def foldings(
    parties: Sequence[Party], strands: Sequence[Strand], plans: Sequence[Plan], words: Words
) -> Iterator[Folding]:
    """One for each plan, the least folded first."""
    return (_carry_out(plan, parties, strands, words) for plan in plans)


def _carry_out(plan: Plan, parties: Sequence[Party], strands: Sequence[Strand], words: Words) -> Folding:
    notes, others = [], words.say("frame.others")
    drawn, gathered = fewer_frames([party.flat() if plan.flat else party for party in parties], plan.frames, others)
    groups = _connected(drawn, together=plan.single)
    if gathered:
        notes.append(words.say("note.frames", count=gathered, name=others))
    if any(len(party.frames) > 1 for party in parties) and plan.flat:
        notes.append(words.say("note.inner"))
    for step in plan.steps:
        before, groups = len(groups), _merge(step, groups, strands)
        if len(groups) < before:
            what = words.say(f"folded.{step.name}")
            notes.append(words.say("note.folded", what=what, before=before, after=len(groups)))
    hubs = _hubs(groups, strands) if plan.badges else frozenset[int]()
    if plan.single:
        notes.append(words.say("note.single"))
    return Folding(groups, hubs, tuple(notes), _lines(groups, hubs, strands, plan.single), plan.single)


def _connected(parties: Sequence[Party], *, together: bool) -> tuple[Group, ...]:
    """What is drawn on another page is one box for each page, or one for all of them."""
    groups: dict[tuple[BoxKind, str], list[Party]] = {}
    for party in parties:
        away = party.kind is BoxKind.CONNECTOR
        key = "" if away and together else party.name if away else party.key
        groups.setdefault((party.kind, key), []).append(party)
    return tuple(map(tuple, groups.values()))


def _merge(step: Step, groups: tuple[Group, ...], strands: Sequence[Strand]) -> tuple[Group, ...]:
    merged: dict[Hashable, list[Party]] = {}
    for index, sight in enumerate(_sights(groups, strands)):
        likeness = step.likeness(sight)
        merged.setdefault(("alone", index) if likeness is None else ("like", likeness), []).extend(sight.group)
    return tuple(map(tuple, merged.values()))


def _sights(groups: tuple[Group, ...], strands: Sequence[Strand]) -> list[Sight]:
    owner = owners(groups)
    into: list[set[End]] = [set() for _ in groups]
    out_of: list[set[End]] = [set() for _ in groups]
    for strand in strands:
        source, target = owner[strand.source], owner[strand.target]
        into[target].add((source, strand.ground, strand.mark))
        out_of[source].add((target, strand.ground, strand.mark))
    return [Sight(*each) for each in zip(groups, map(frozenset, into), map(frozenset, out_of), strict=True)]


def owners(groups: tuple[Group, ...]) -> dict[str, int]:
    """The index of the group that each party is in, by its key."""
    return {party.key: index for index, group in enumerate(groups) for party in group}


def _hubs(groups: tuple[Group, ...], strands: Sequence[Strand]) -> frozenset[int]:
    """Third parties that most hand data to. What is broken is never folded into a badge."""
    sights = _sights(groups, strands)
    givers = sum(1 for sight in sights if sight.out_of)
    fewest = max(_FEWEST_USERS, _SHARE_OF_USERS * givers)
    return frozenset(
        index
        for index, sight in enumerate(sights)
        if sight.group[0].is_third
        and len({source for source, _, _ in sight.into}) >= fewest
        and all(mark is not Mark.BROKEN for _, _, mark in sight.into)
    )


def _lines(groups: tuple[Group, ...], hubs: frozenset[int], strands: Sequence[Strand], single: bool) -> int:
    owner = owners(groups)
    return len(
        {
            (
                owner[strand.source],
                owner[strand.target],
                *(() if single else (strand.ground, strand.mark, strand.status)),
            )
            for strand in strands
            if owner[strand.target] not in hubs and owner[strand.source] != owner[strand.target]
        }
    )
