"""Every command with what its help says, before it has a format."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer.main

from vendor_registry.cli.main import app

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Manual:
    """The page of one command, or of a group of them."""

    words: tuple[str, ...]  # "vendors", "law", "show"
    headline: str
    synopsis: str  # what stands behind the words: "[OPTIONS] FILE..."
    paragraphs: tuple[str, ...]
    examples: tuple[str, ...]  # as they are typed
    arguments: Rows
    options: Rows
    commands: Rows  # of a group: name, headline
    epilog: str

    @property
    def name(self) -> str:
        """Of its file: `vendors-law-show`."""
        return "-".join(self.words)


def manuals() -> tuple[Manual, ...]:
    """A page for the program, for each command and each of its commands, the program first."""
    return tuple(_manuals(typer.main.get_command(app), None, ("vendors",)))


def _manuals(command: Any, parent: Any, words: tuple[str, ...]) -> Iterator[Manual]:
    """`command` is of the parser's own type, which it does not name in public."""
    context = typer.Context(command, info_name=words[-1], parent=parent, **command.context_settings)
    inner = getattr(command, "commands", {})
    first, *rest = _paragraphs(command.help or "")
    headline, _, more = first.partition(". ")
    rest = [more, *rest] if more else rest
    yield Manual(
        words=words,
        headline=f"{headline.rstrip('.')}.",
        synopsis=" ".join(command.collect_usage_pieces(context)),
        paragraphs=tuple(one for one in rest if not one.startswith("Example:")),
        examples=tuple(one.removeprefix("Example:").strip() for one in rest if one.startswith("Example:")),
        arguments=tuple(_records(command, context, "argument")),
        options=tuple(_records(command, context, "option")),
        commands=tuple((name, one.get_short_help_str(limit=120)) for name, one in inner.items()),
        epilog=command.epilog or "",
    )
    for name, one in inner.items():
        yield from _manuals(one, context, (*words, name))


def _paragraphs(text: str) -> list[str]:
    return [" ".join(one.split()) for one in inspect.cleandoc(text).split("\n\n")]


def _records(command: Any, context: Any, kind: str) -> Iterator[tuple[str, str]]:
    for one in command.get_params(context):
        record = one.get_help_record(context)
        if record and one.param_type_name == kind:
            spelling, meaning = record
            yield spelling, " ".join(meaning.split())
