"""The `dot` program of the system, where one is installed."""

import shutil
import subprocess

from vendor_registry.model.text.origin import FailureError, UsageError

PROGRAM = "dot"


def render(dot: str, output: str, seconds: float) -> str:
    """What the system's `dot` makes of a DOT text.

    Raises UsageError where it is not installed, FailureError where it does not answer in time or fails.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise UsageError(
            "The program `dot` of Graphviz is not on the path. Install Graphviz (package graphviz of your system), "
            "or leave --engine away: the bundled Graphviz needs nothing."
        )
    command = [program, f"-T{output}"]
    try:
        done = subprocess.run(command, input=dot.encode(), capture_output=True, timeout=seconds, check=True)
    except subprocess.TimeoutExpired as error:
        raise FailureError(f"The system's Graphviz took more than {seconds:g} seconds and was stopped.") from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise FailureError(f"The system's Graphviz failed: {_reason(error)}") from error
    return done.stdout.decode()


def _reason(error: subprocess.CalledProcessError | OSError) -> str:
    told = error.stderr.decode(errors="replace") if isinstance(error, subprocess.CalledProcessError) else str(error)
    return " ".join(told.split())[:200]
