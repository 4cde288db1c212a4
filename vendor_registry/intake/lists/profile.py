"""A profile of a list: how its titles are read, written by a person or by the run before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vendor_registry.intake.columns import BY_HEADER, column
from vendor_registry.intake.lists.entries.entry import EXTRA, PUBLISHER, STANDING, WEBSITE, Choice
from vendor_registry.intake.lists.toml_text import toml_text
from vendor_registry.intake.policy.toml_file import Book, TomlEntry
from vendor_registry.intake.policy.typed_values import check_names, is_table, typed
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.text.origin import RefusedError

NAMES = ("format", "skip", "columns", "defaults")
KEPT = (EXTRA, WEBSITE, PUBLISHER, STANDING)


@dataclass(frozen=True, slots=True)
class Profile:
    """The format of a list, and what is fixed of it."""

    format: str = ""
    choice: Choice = field(default_factory=Choice)


def read_profile(path: Path) -> Profile:
    """The profile in a TOML file; raises RefusedError with all its faults."""
    book = Book(path, str(path))
    check_names(book.root, NAMES)
    kind = typed(str, book.root.inside("format")) if "format" in book.root.value else ""
    skip = typed(tuple[str, ...], book.root.inside("skip")) if "skip" in book.root.value else ()
    columns = _texts(book.root.inside("columns"))
    for title, name in columns.items():
        if name and name not in KEPT and column(name) is None:
            then = f"vendors columns lists them; {', '.join(KEPT)} are kept as notes."
            hint = did_you_mean(nearest(name, BY_HEADER), then)
            book.root.inside("columns").inside(title).say(f"{quote(name)} is not a column of ours", hint)
    defaults = _texts(book.root.inside("defaults"))
    for name in defaults:
        if column(name) is None:
            hint = did_you_mean(nearest(name, BY_HEADER), "vendors columns lists them.")
            book.root.inside("defaults").inside(name).say(f"{quote(name)} is not a column of ours", hint)
    if book.faults:
        raise RefusedError(tuple(book.faults))
    return Profile(kind, Choice(columns, skip, defaults))


def profile_text(kind: str, titles: Mapping[str, str], choice: Choice) -> str:
    """A profile that fixes what a run has read, to be looked through and used the next time."""
    lines = [
        "# How a published list is read: the title of each column, and the column of ours it is for.",
        '# "extra" keeps its words in the notes. `skip` names headings to leave out, [defaults] fills cells.',
        f"format = {toml_text(kind)}",
        f"skip = [{', '.join(map(toml_text, choice.skip))}]",
        "",
        "[columns]",
        *(f"{toml_text(title)} = {toml_text(name)}" for title, name in titles.items() if title),
        "",
        "[defaults]",
        *(f"{toml_text(name)} = {toml_text(text)}" for name, text in choice.defaults.items()),
    ]
    return "\n".join(lines) + "\n"


def _texts(entry: TomlEntry) -> dict[str, str]:
    if entry.value is None or not is_table(entry):
        return {}
    read: dict[str, Any] = {name: typed(str, entry.inside(name)) for name in entry.value}
    return {name: text for name, text in read.items() if text is not None}
