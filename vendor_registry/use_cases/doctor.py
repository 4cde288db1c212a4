"""What is installed, and whether it works."""

import platform
import shutil
import sqlite3
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from vendor_registry.documents.as_docx import as_docx
from vendor_registry.documents.as_pdf import as_pdf
from vendor_registry.documents.document import Document
from vendor_registry.drawing.layout import engine
from vendor_registry.law.tables.read import tables
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
    page = Document(title="Trial", language="en", day=day, author="", footer="", page="", blocks=())
    yield _tried("documents, DOCX", "Word template in its sandbox", lambda: as_docx(page))
    yield _tried("documents, PDF", "Typst with our own fonts", lambda: as_pdf(page))
    yield _tried(
        "diagrams, wasm", "Graphviz as WebAssembly, bundled", lambda: engine.render("digraph { a -> b }", "wasm")
    )
    if shutil.which("dot"):
        yield _tried("diagrams, dot", "Graphviz of this system", lambda: engine.render("digraph { a -> b }", "dot"))
    else:
        yield Part("diagrams, dot", False, "no `dot` on the PATH; not needed", optional=True)


def _package(name: str, missing: str = "", optional: bool = False) -> Part:
    try:
        return Part(name, True, version(name), optional)
    except PackageNotFoundError:
        return Part(name, False, missing, optional)


def _law(day: date) -> Part:
    checked = tables().checked
    detail = f"tables last checked {checked.last_checked}"
    if checked.stale(day):
        detail += (
            f", more than {checked.stale_after_days} days ago: look at the Official Journal before relying on them"
        )
    return Part("law", True, detail)


def _tried(name: str, detail: str, attempt: Callable[[], object]) -> Part:
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            attempt()
    except (VendorsError, OSError, RuntimeError) as failure:
        return Part(name, False, str(failure))
    return Part(name, True, "; ".join([detail, *(str(one.message) for one in told)]))
