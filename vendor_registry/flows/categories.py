"""The data taxonomy as sets of bits, so that covering is one bitwise AND."""

from collections.abc import Iterable

from vendor_registry.model.register.coverage import above_of


class Categories:
    """Which category covers which.

    A category stands for itself and everything under it: `contact` is the bits of `contact`, `contact.email`
    and `contact.name`. A label that meets a flow keeps the bits both have: nothing where they are unrelated,
    the narrower one where one is the parent of the other.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys: tuple[str, ...] = tuple(sorted(set(keys)))
        self.everything: int = (1 << len(self.keys)) - 1
        self._own = {key: 1 << number for number, key in enumerate(self.keys)}
        self._under = dict.fromkeys(self.keys, 0)
        for key, bit in self._own.items():
            for above in above_of(key):
                if above in self._under:
                    self._under[above] |= bit
        self._names: dict[int, tuple[str, ...]] = {}

    def __len__(self) -> int:
        return len(self.keys)

    def under(self, data: Iterable[str]) -> int:
        """The bits of these categories and of all that lies under them; a category nobody knows has none."""
        bits = 0
        for key in data:
            bits |= self._under.get(key, 0)
        return bits

    def own(self, data: Iterable[str]) -> int:
        """One bit for each of these categories, without what lies under it."""
        bits = 0
        for key in data:
            bits |= self._own.get(key, 0)
        return bits

    def above(self, bits: int) -> int:
        """The own bits of these categories and of all they lie under."""
        return self.own(above for key in self.each(bits) for above in above_of(key))

    def each(self, bits: int) -> tuple[str, ...]:
        """Every category whose own bit is set."""
        return tuple(key for number, key in enumerate(self.keys) if bits >> number & 1)

    def names(self, bits: int) -> tuple[str, ...]:
        """The same in as few words as possible, sorted: a category covers what lies under it."""
        if bits not in self._names:
            present = self.each(bits)
            self._names[bits] = tuple(key for key in present if set(above_of(key)).isdisjoint(set(present) - {key}))
        return self._names[bits]
