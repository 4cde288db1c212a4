"""What is installed, and whether it works."""

import platform
import shutil
import sqlite3
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from vendor_registry.documents.document import Document
from vendor_registry.documents.formats.as_docx import as_docx
from vendor_registry.documents.formats.as_pdf import as_pdf
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.drawing.layout import engine
from vendor_registry.law.tables.read import tables
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import RefusedError, VendorsError
from vendor_registry.use_cases.files.load import load
from vendor_registry.use_cases.files.readings import readings


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the program leans on."""

    name: str
    works: bool
    detail: str
    optional: bool = False


def examine(day: date, sheet: Path = Path(), policy: Path = Path()) -> Iterator[Part]:
    """Try each part for real; the slow ones come last. The sheet is looked at where it is a file."""
    yield Part("python", True, f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield _package("vendor-registry")
    yield Part("sqlite", True, f"{sqlite3.sqlite_version}; the default store of revisions")
    yield _package("psycopg", "needed for a PostgreSQL store: pip install 'vendor-registry[postgres]'", optional=True)
    yield _law(day)
    if sheet.is_file() and policy.is_file():
        yield from _sheet(sheet, policy)
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


def wording() -> Iterator[Part]:
    """The phrases that quote the law and that nobody has compared yet with the Official Journal, language by language.

    They are printed as they are: whoever signs should know which words are ours and which are the law's.
    """
    for language in languages():
        known = phrases(language)
        if not known.unverified:
            yield Part(f"wording, {language}", True, "every phrase that quotes the law was compared with it")
        for key in known.unverified:
            yield Part(
                f"wording, {language}", True, f"[{key}] quotes the law, not compared with it: {known.texts[key]}"
            )


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


def _sheet(sheet: Path, policy: Path) -> Iterator[Part]:
    """How the sheet is read; what is wrong with it is for `vendors check` to say."""
    try:
        loaded = load(sheet, policy)
        for sentence in readings(loaded.registry, loaded.policy):
            yield Part("sheet", True, sentence)
    except RefusedError as refused:
        yield Part("sheet", True, f"{sheet} has {counted(len(refused.faults), 'fault')}; vendors check says which")


def _tried(name: str, detail: str, attempt: Callable[[], object]) -> Part:
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            attempt()
    except (VendorsError, OSError, RuntimeError) as failure:
        return Part(name, False, str(failure))
    return Part(name, True, "; ".join([detail, *(str(one.message) for one in told)]))
