"""How often somebody may try: a window that slides, for each name, each address, and each name from each address."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

WINDOW = 900.0  # seconds
PAIR, ADDRESS, NAME = 5, 20, 100  # failures within the window; a stranger elsewhere hardly keeps anybody out
_KEPT = 10_000  # names and addresses that are remembered


@dataclass
class Attempts:
    """Failures to sign in. Times are seconds of a clock that only goes forward."""

    _failed: dict[tuple[str, str], deque[float]] = field(default_factory=dict)

    def wait(self, name: str, address: str, now: float) -> int:
        """How many seconds somebody has to wait before the next try; 0: none."""
        return max(self._wait(key, most, now) for key, most in _limits(name, address))

    def failed(self, name: str, address: str, now: float) -> None:
        for key, _ in _limits(name, address):
            self._failed.setdefault(key, deque()).append(now)
        while len(self._failed) > _KEPT:
            del self._failed[next(iter(self._failed))]

    def succeeded(self, name: str, address: str) -> None:
        """What was counted for this try is taken back; the failures before it stay, since others may sit there."""
        for key, _ in _limits(name, address):
            if times := self._failed.get(key):
                times.pop()

    def _wait(self, key: tuple[str, str], most: int, now: float) -> int:
        times = self._failed.get(key)
        while times and times[0] <= now - WINDOW:
            times.popleft()
        if not times:
            self._failed.pop(key, None)
            return 0
        return 0 if len(times) < most else int(times[-most] + WINDOW - now) + 1


def _limits(name: str, address: str) -> Iterator[tuple[tuple[str, str], int]]:
    yield (name.casefold(), address), PAIR
    yield ("", address), ADDRESS
    yield (name.casefold(), ""), NAME
