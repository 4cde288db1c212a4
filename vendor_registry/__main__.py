"""The `vendors` program, and `python -m vendor_registry`: from the first moment on it can be interrupted in silence."""

import gc
import os
import signal
from importlib import import_module
from typing import NoReturn

_INTERRUPTED = 130  # 128 and the number of the signal, as shells say it


def main() -> NoReturn:
    """Load the program and run it.

    A process that ends soon keeps what it makes: nobody looks for garbage, neither while it loads nor afterwards.
    While it loads there is nothing to clean up, so an interrupt ends the process at once; afterwards whatever runs
    tidies up behind itself.
    """
    gc.disable()
    signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
    program = import_module("vendor_registry.cli.main").program
    signal.signal(signal.SIGINT, signal.default_int_handler)
    program()
    raise AssertionError("the program ends the process")


if __name__ == "__main__":
    main()
