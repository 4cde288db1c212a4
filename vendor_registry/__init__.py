"""`vendors`: who gets a company's personal data, proved and published from one sheet.

The public Python API: `load`, `graph`, `draw`, `check`, `table`. Each is imported when first asked for, so that the
command line does not pay for what it does not use.
"""

from importlib import import_module

__all__ = ["Register", "check", "draw", "graph", "load", "table"]


def __getattr__(name: str) -> object:
    if name in __all__:
        return getattr(import_module("vendor_registry.use_cases.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """What a notebook offers when somebody types a dot behind the name."""
    return __all__
