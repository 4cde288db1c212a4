"""Whole processes: wall time and peak memory of a command, as the operating system accounts for them."""

import os
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """Medians over several runs of one command."""

    seconds: float
    megabytes: float
    status: int
    processor: float  # seconds of all cores together, which other programs change less than wall time


def measure(
    command: Sequence[str], runs: int = 7, warm_up: int = 1, environment: Mapping[str, str] | None = None
) -> Measured:
    """Run a command several times, after runs that are not counted, with its output thrown away."""
    results = [_once(command, environment or {}) for _ in range(warm_up + runs)][warm_up:]
    return Measured(
        statistics.median(one.seconds for one in results),
        statistics.median(one.megabytes for one in results),
        results[-1].status,
        statistics.median(one.processor for one in results),
    )


def _once(command: Sequence[str], environment: Mapping[str, str]) -> Measured:
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        os.execve(command[0], list(command), {**os.environ, **environment})
    _, status, usage = os.wait4(child, 0)
    unit = 1024**2 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    seconds, processor = time.perf_counter() - start, usage.ru_utime + usage.ru_stime
    return Measured(seconds, usage.ru_maxrss / unit, os.waitstatus_to_exitcode(status), processor)
