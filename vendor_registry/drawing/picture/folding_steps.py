"""The steps by which boxes become fewer: what must be alike for parties to share a box."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.parties import Party
from vendor_registry.drawing.picture.picture import BoxKind, Mark

Group = tuple[Party, ...]  # drawn as one box
End = tuple[int, GroundKind, Mark]  # the group at the other end of a strand, and how the strand looks


@dataclass(frozen=True, slots=True)
class Sight:
    """A group with its strands, as a step sees it."""

    group: Group
    into: frozenset[End]
    out_of: frozenset[End]

    @property
    def look(self) -> tuple[Hashable, ...]:
        """What all members have in common where a group is drawn as one box."""
        first = self.group[0]
        return (first.kind, first.frames, first.zone, first.status)

    @property
    def looks_in(self) -> frozenset[tuple[GroundKind, Mark]]:
        return frozenset((ground, mark) for _, ground, mark in self.into)

    @property
    def profiles(self) -> tuple[str, ...]:
        return tuple(sorted({party.profile for party in self.group}))


@dataclass(frozen=True, slots=True)
class Step:
    """Groups with the same likeness become one; None stays alone."""

    name: str  # in the wording: what one box stands for then
    likeness: Callable[[Sight], Hashable | None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How far a picture is folded."""

    flat: bool  # only the outermost frames are drawn, the inner ones are written in the boxes
    steps: tuple[Step, ...]
    badges: bool  # the flows to hubs are badges instead of lines
    single: bool = False  # one line from box to box, for the least safe of its flows
    frames: int | None = None  # the smallest of them share one, so that there are so many; None: each stays


def _same_vendor(sight: Sight) -> Hashable | None:
    return None if not sight.group[0].is_third else (*sight.look, sight.group[0].name)


def _same_profile(sight: Sight) -> Hashable | None:
    return None if not sight.group[0].is_third else (*sight.look, sight.profiles, sight.into, sight.out_of)


def _same_service(sight: Sight) -> Hashable | None:
    return None if not sight.group[0].is_third else (*sight.look, sight.profiles, sight.looks_in, sight.out_of)


def _same_service_any_zone(sight: Sight) -> Hashable | None:
    first = sight.group[0]
    return None if not first.is_third else (*_where(first), sight.profiles, sight.looks_in)


def _same_ground(sight: Sight) -> Hashable | None:
    first = sight.group[0]
    return None if not first.is_third else (*_where(first), sight.looks_in)


def _same_product(sight: Sight) -> Hashable | None:
    return (*sight.look, sight.profiles) if sight.group[0].is_own else None


def _same_zone(sight: Sight) -> Hashable | None:
    return sight.look if sight.group[0].is_own else None


def _any_zone(sight: Sight) -> Hashable | None:
    first = sight.group[0]
    return (*_where(first), sight.profiles) if first.is_own else None


def _same_frame(sight: Sight) -> Hashable | None:
    first = sight.group[0]
    return None if first.kind is BoxKind.CONNECTOR else _where(first)


def _where(party: Party) -> tuple[Hashable, ...]:
    return (party.kind, party.frames, party.status)


_VENDOR = Step("vendor", _same_vendor)
_PROFILE = Step("profile", _same_profile)
_PRODUCT = Step("product", _same_product)
_ZONE = Step("zone", _same_zone)
_ANY_ZONE = Step("any_zone", _any_zone)
_SERVICE = Step("service", _same_service)
_SERVICE_ANY_ZONE = Step("service_any_zone", _same_service_any_zone)
_GROUND = Step("ground", _same_ground)
_FRAME = Step("frame", _same_frame)

_MILD: tuple[tuple[bool, tuple[Step, ...], bool], ...] = (  # who is who can still be read
    (False, (), False),
    (False, (_PRODUCT,), False),
    (False, (_PRODUCT, _VENDOR), False),
    (False, (_PRODUCT, _VENDOR, _PROFILE), False),
    (False, (_PRODUCT, _VENDOR, _PROFILE), True),
    (True, (_PRODUCT, _VENDOR, _PROFILE), False),
    (True, (_ANY_ZONE, _VENDOR, _PROFILE), False),
    (True, (_ANY_ZONE, _VENDOR, _PROFILE), True),
    (True, (_ANY_ZONE, _ZONE, _VENDOR, _PROFILE), False),
    (True, (_ANY_ZONE, _ZONE, _VENDOR, _PROFILE), True),
)
_HARD: tuple[tuple[bool, tuple[Step, ...], bool], ...] = tuple(
    (True, (_ANY_ZONE, _ZONE, _VENDOR, step), badges)
    for step in (_SERVICE, _SERVICE_ANY_ZONE, _GROUND, _FRAME)
    for badges in (False, True)
)
MILD = tuple(Plan(*fold) for fold in _MILD)  # before a view is split into pages
LAST = Plan(True, (_ANY_ZONE, _ZONE, _VENDOR, _FRAME), False, single=True)
_FEWER_FRAMES = tuple(replace(LAST, frames=most) for most in (12, 9, 7, 6, 5, 4, 3))
PLANS = (*MILD, *(Plan(*fold) for fold in _HARD), LAST, *_FEWER_FRAMES)  # the first that fits is taken
