"""What is installed, and whether it works."""

import platform
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from vendor_registry.model.origin import VendorsError


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the program leans on."""

    name: str
    works: bool
    detail: str
    optional: bool = False


def examine(day: date) -> Iterator[Part]:
    """Try each part for real; the slow ones come last."""
    yield Part("python", True, f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield _package("vendor-registry")
    yield Part("sqlite", True, f"{sqlite3.sqlite_version}; the default store of revisions")
    yield _package("psycopg", "needed for a PostgreSQL store: pip install 'vendor-registry[postgres]'", optional=True)
    yield _law(day)
    yield _tried("documents", "DOCX and PDF", _document)
    yield _tried("diagrams, wasm engine", "Graphviz as WebAssembly, bundled", lambda: _drawing("wasm"))
    yield _system_dot()


def _package(name: str, missing: str = "", optional: bool = False) -> Part:
    try:
        return Part(name, True, version(name), optional)
    except PackageNotFoundError:
        return Part(name, False, missing, optional)


def _tried(name: str, detail: str, attempt: Callable[[], None]) -> Part:
    try:
        attempt()
    except (VendorsError, OSError, RuntimeError) as failure:
        return Part(name, False, str(failure))
    return Part(name, True, detail)
