"""Whether files are those that were read: by their times, sizes and places on the disk."""

from collections.abc import Iterator
from pathlib import Path

Stamp = tuple[tuple[str, int, int, int], ...]


def stamp_of(paths: tuple[Path, ...]) -> Stamp:
    """What changes when one of the files does; zeros for one that is not there."""
    return tuple(_stamps(paths))


def _stamps(paths: tuple[Path, ...]) -> Iterator[tuple[str, int, int, int]]:
    for path in paths:
        try:
            seen = path.stat()
            yield str(path), seen.st_mtime_ns, seen.st_size, seen.st_ino
        except OSError:
            yield str(path), 0, 0, 0
