"""The steps by which boxes become fewer: what must be alike for parties to share a box."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from vendor_registry.drawing.picture.grounds import GroundKind
from vendor_registry.drawing.picture.parties import Party
from vendor_registry.drawing.picture.picture import Mark

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
        return (first.kind, first.frames, first.zone)

    @property
    def looks_in(self) -> frozenset[tuple[GroundKind, Mark]]:
        return frozenset((ground, mark) for _, ground, mark in self.into)

    @property
    def profiles(self) -> tuple[str, ...]:
        return tuple(sorted({party.profile for party in self.group}))


@dataclass(frozen=True, slots=True)
class Step:
    """Groups with the same likeness become one; None stays alone."""

    note: str
    likeness: Callable[[Sight], Hashable | None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How far a picture is folded."""

    flat: bool  # only the outermost frames are drawn, the inner ones are written in the boxes
    steps: tuple[Step, ...]
    badges: bool  # the flows to hubs are badges instead of lines


def _same_vendor(sight: Sight) -> Hashable | None:
    return None if not sight.group[0].is_third else (*sight.look, sight.group[0].name)


def _same_profile(sight: Sight) -> Hashable | None:
    return None if not sight.group[0].is_third else (*sight.look, sight.profiles, sight.into, sight.out_of)


def _same_service(sight: Sight) -> Hashable | None:
    return None if not sight.group[0].is_third else (*sight.look, sight.profiles, sight.looks_in, sight.out_of)


def _same_service_any_zone(sight: Sight) -> Hashable | None:
    first = sight.group[0]
    return None if not first.is_third else (first.kind, first.frames, sight.profiles, sight.looks_in)


def _same_ground(sight: Sight) -> Hashable | None:
    first = sight.group[0]
    return None if not first.is_third else (first.kind, first.frames, sight.looks_in)


def _same_product(sight: Sight) -> Hashable | None:
    return (*sight.look, sight.profiles) if sight.group[0].is_own else None


def _same_zone(sight: Sight) -> Hashable | None:
    return sight.look if sight.group[0].is_own else None


def _any_zone(sight: Sight) -> Hashable | None:
    first = sight.group[0]
    return (first.kind, first.frames, sight.profiles) if first.is_own else None


_VENDOR = Step("engagements of one vendor in one place and for one data region", _same_vendor)
_PROFILE = Step("vendors with the same place, service, ground and sources", _same_profile)
_PRODUCT = Step("systems of one product in one place", _same_product)
_ZONE = Step("systems of one data region in one place", _same_zone)
_ANY_ZONE = Step("systems of one product in one frame, whatever their data region", _any_zone)
_SERVICE = Step("vendors with the same place, service and ground", _same_service)
_SERVICE_ANY_ZONE = Step("vendors with the same place, service and ground, for any data region", _same_service_any_zone)
_GROUND = Step("third parties with the same place and ground", _same_ground)

_FOLDS: tuple[tuple[bool, tuple[Step, ...]], ...] = (
    (False, ()),
    (False, (_VENDOR,)),
    (False, (_VENDOR, _PROFILE)),
    (False, (_PRODUCT, _VENDOR, _PROFILE)),
    (True, (_PRODUCT, _VENDOR, _PROFILE)),
    (True, (_ANY_ZONE, _VENDOR, _PROFILE)),
    (True, (_ANY_ZONE, _ZONE, _VENDOR, _PROFILE)),
    (True, (_ANY_ZONE, _ZONE, _VENDOR, _SERVICE)),
    (True, (_ANY_ZONE, _ZONE, _VENDOR, _SERVICE_ANY_ZONE)),
    (True, (_ANY_ZONE, _ZONE, _VENDOR, _GROUND)),
)
PLANS = tuple(Plan(*fold, badges) for fold in _FOLDS for badges in (False, True))  # the first that fits is taken
