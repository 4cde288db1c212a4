"""Every command in every format, into one folder: for tests that compare runs."""

import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from tests.running import DAY, vendors
from tests.small import WHOLE_VIEWS as VIEWS
from vendor_registry.documents.formats.catalogue import FORMATS as DOCUMENTS
from vendor_registry.documents.pack.kinds import KINDS
from vendor_registry.documents.records.kinds import AS
from vendor_registry.drawing.formats.catalogue import FORMATS as PICTURES
from vendor_registry.reports.formats.catalogue import FORMATS as REPORTS

LANGUAGES = ("en", "de")
PAPERS = {
    **{f"pack.{kind}": ("annex", "--kind", kind, "--lang", "de") for kind in KINDS},
    **{f"records.{capacity}": ("records", "--as", capacity) for capacity in AS},
    "records.transfers": ("records", "--transfers"),
}
LISTS = ("text", "csv", "json")
IN_EVERY_FORMAT = VIEWS[:1]  # pictures of all views go through the same writers
DRAWN = ("json",)  # which says what stands where


def commands() -> Iterator[tuple[str, tuple[str, ...]]]:
    """The name of an output, and the command whose file or stdout it is."""
    for name in REPORTS:
        yield f"check.{name}", ("check", "--format", name)
    for name in DOCUMENTS:
        for language in LANGUAGES:
            yield f"annex.{language}.{name}", ("annex", "--format", name, "--lang", language)
    for name, command in PAPERS.items():
        yield f"{name}.md", (*command, "--format", "markdown")
    for view in VIEWS:
        for name in PICTURES if view in IN_EVERY_FORMAT else DRAWN:
            yield f"{view}.{name}", ("graph", "--view", view, "--format", name)
    for name in LISTS:
        yield f"list.{name}", ("list", "--format", name)
        yield f"reconcile.{name}", ("reconcile", "data/README.md", "--format", name)


def write(folder: Path, *wanted: str) -> None:
    """Run them in the working directory, or only those whose name matches. Raises AssertionError where one fails."""
    for name, (command, *options) in commands():
        if wanted and not any(fnmatch(name, pattern) for pattern in wanted):
            continue
        into = ("-o", str(folder / name)) if command in ("annex", "graph", "records") else ()
        ran = vendors(command, "--as-of", DAY, *options, *into)
        assert ran.status in (0, 1), ran.err
        (folder / f"{name}.talk").write_text(ran.err, encoding="utf-8")
        if not into:
            (folder / name).write_bytes(ran.stdout)


if __name__ == "__main__":
    write(Path(sys.argv[1]), *sys.argv[2:])
