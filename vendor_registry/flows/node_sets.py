"""Sets of nodes as a byte for each: 1 for those in the set, 0 for all others, in the order of their numbers."""

from collections.abc import Iterable, Iterator


def node_set(size: int, numbers: Iterable[int]) -> bytes:
    """The set of these nodes, of so many there are."""
    members = bytearray(size)
    for number in numbers:
        members[number] = 1
    return bytes(members)


def in_both(left: bytes, right: bytes) -> Iterator[int]:
    """The numbers of the nodes in two sets, rising. Sets that share nothing, as most do, are told apart at once."""
    shared = int.from_bytes(left, "little") & int.from_bytes(right, "little")
    if not shared:
        return
    members = shared.to_bytes(len(left), "little")
    number = members.find(1)
    while number >= 0:
        yield number
        number = members.find(1, number + 1)
