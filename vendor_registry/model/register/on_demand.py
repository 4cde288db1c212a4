"""Values that are made when somebody asks for one: of a hundred thousand rows a check looks at a few."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter, eq
from typing import Any, Generic, TypeVar, overload

from vendor_registry.model.text.column import Column

T = TypeVar("T")


class OnDemand(Sequence[T]):
    """A sequence that has its values as columns, and makes a value of its cells once it is asked for.

    `make` gives the value with a number, `column` all values of a field, in the order of the numbers; `make_all`, where
    there is a quicker way to all of them. To whoever does not ask for `column`, it is like the tuple of its values.
    """

    def __init__(
        self,
        size: int,
        make: Callable[[int], T],
        column: Callable[[str], Column],
        make_all: Callable[[], Sequence[T]] | None = None,
    ) -> None:
        self._size, self._make, self._make_all = size, make, make_all
        self._column = cache(column)
        self._made: Any = {}  # by number, those that somebody asked for; a tuple once it is all of them

    def column(self, name: str) -> Column:
        """One field of every value."""
        return self._column(name)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        try:
            found: T | tuple[T, ...] = self._made[at]
        except (KeyError, TypeError):  # not made yet, below 0, or a slice
            return self._looked_up(at)
        return found

    def _looked_up(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(map(self.__getitem__, range(*at.indices(self._size))))
        number = at if at >= 0 else at + self._size
        if not 0 <= number < self._size:
            raise IndexError(at)
        if number not in self._made:
            self._made[number] = self._make(number)
        made: T = self._made[number]
        return made

    def __iter__(self) -> Iterator[T]:
        if isinstance(self._made, dict):
            made, numbers = self._made, range(self._size)
            every = self._make_all() if self._make_all else list(map(self._make, numbers))
            self._made = tuple(map(made.get, numbers, every)) if made else tuple(every)
        return iter(self._made)

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, OnDemand | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[type[tuple[T, ...]], tuple[tuple[T, ...]]]:
        """For another process they are made."""
        return tuple, (tuple(self),)


class ByKey(Mapping[str, T], Generic[T]):
    """Values of a sequence by their key, in its order; `number` is the place of each."""

    def __init__(self, in_order: Sequence[T], keys: Iterable[str]) -> None:
        self.in_order, self.all_keys = in_order, tuple(keys)
        self.number: dict[str, int] = dict(zip(self.all_keys, range(len(in_order)), strict=True))

    def __getitem__(self, key: str) -> T:
        return self.in_order[self.number[key]]

    def __contains__(self, key: object) -> bool:
        return key in self.number

    def __iter__(self) -> Iterator[str]:
        return iter(self.number)

    def __len__(self) -> int:
        return len(self.number)

    def __repr__(self) -> str:
        return repr(dict(self))


def cells_of(values: Sequence[Any], name: str) -> Column:
    """One field of every value, without making those that nobody asked for."""
    return values.column(name) if isinstance(values, OnDemand) else Column.of(map(attrgetter(name), values))


def picked(values: Sequence[T], numbers: Sequence[int]) -> Sequence[T]:
    """The values with these numbers, in this order."""
    if len(numbers) == len(values) and all(map(eq, numbers, range(len(values)))):
        return values
    return OnDemand(len(numbers), lambda at: values[numbers[at]], lambda name: cells_of(values, name).at(numbers))
