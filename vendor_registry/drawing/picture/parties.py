"""One node as the views see it, before any folding."""

from dataclasses import dataclass, replace

from vendor_registry.drawing.picture.picture import BoxKind, Status


@dataclass(frozen=True, slots=True, order=True)
class Frame:
    """A place or group that a view puts parties into; sorted as it is drawn."""

    rank: int
    key: str
    title: str
    zone: str = ""  # our data region that lies here


@dataclass(frozen=True, kw_only=True, slots=True)
class Party:
    """A node with what a view says of it."""

    key: str
    kind: BoxKind
    name: str
    profile: str  # what it does: the service, or the products of a system
    details: tuple[str, ...]
    frames: tuple[Frame, ...]  # from the outermost inwards
    zone: str
    status: Status = Status.SAME

    def flat(self) -> "Party":
        """The party in its outermost frame only, the inner ones written among its details."""
        inner = tuple(frame.title for frame in self.frames[1:])
        return replace(self, frames=self.frames[:1], details=(*self.details, *inner))

    @property
    def is_own(self) -> bool:
        return self.kind in (BoxKind.SYSTEM, BoxKind.STORE)

    @property
    def is_third(self) -> bool:
        return self.kind in (BoxKind.VENDOR, BoxKind.FOURTH_PARTY)
