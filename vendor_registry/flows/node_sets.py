"""Sets of nodes as a byte for each: 1 for those in the set, 0 for all others, in the order of their numbers."""

from collections.abc import Iterable, Iterator
from functools import cached_property


class NodeSet(bytes):
    """A set that many others are held against."""

    @cached_property
    def _whole(self) -> int:
        """All bytes as one number: two of them tell at once what two sets share."""
        return int.from_bytes(self, "little")

    def shared(self, other: bytes) -> Iterator[int]:
        """The numbers of the nodes that are in another set too, rising. Most share nothing, and are told apart at once.

        `other`: in the same form, of the same nodes.
        """
        shared = self._whole & int.from_bytes(other, "little")
        if not shared:
            return
        members = shared.to_bytes(len(self), "little")
        number = members.find(1)
        while number >= 0:
            yield number
            number = members.find(1, number + 1)


def node_set(size: int, numbers: Iterable[int]) -> NodeSet:
    """The set of these nodes, of so many there are."""
    members = bytearray(size)
    for number in numbers:
        members[number] = 1
    return NodeSet(members)
