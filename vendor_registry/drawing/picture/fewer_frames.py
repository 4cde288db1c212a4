"""Fewer frames: where there are too many for a page, the smallest share one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from vendor_registry.drawing.picture.parties import Frame, Party

_LAST = 9000  # after the frames of every view


def fewer_frames(parties: Sequence[Party], most: int | None, title: str) -> tuple[Sequence[Party], int]:
    """The parties in at most so many outer frames, and how many frames were gathered into the last, which has a title.

    Our data regions and whoever has systems of ours keep their frame first, then those with most parties.
    """
    busy = Counter(party.frames[0] for party in parties if party.frames)
    if most is None or len(busy) <= most:
        return parties, 0
    own = {party.frames[0] for party in parties if party.frames and party.is_own}
    order = sorted(busy, key=lambda frame: (not frame.zone, frame not in own, -busy[frame], frame))
    small = set(order[most - 1 :])
    others = (Frame(_LAST, "others", title),)
    return [
        replace(party, frames=others) if party.frames and party.frames[0] in small else party for party in parties
    ], len(small)
