"""Which markup a page is written in, by the ending of its name, else by what only that markup has."""

import re
from collections.abc import Callable, Sequence
from pathlib import PurePath

from vendor_registry.intake.lists.dialects import asciidoc, drawn, mediawiki, restructured
from vendor_registry.intake.lists.dialects.endings import ENDINGS
from vendor_registry.intake.lists.dialects.lines import heading
from vendor_registry.intake.lists.dialects.terms import with_terms

ToMarkdown = Callable[[Sequence[str]], list[str]]

_ATX = re.compile(r"#{1,6} ")
_ORG_KEYWORD = re.compile(r"#\+\w+:.*")
_ORG_HEADING = re.compile(r"(\*{1,6}) +(\S.*)")


def as_markdown(text: str, name: str) -> str:
    """The page as Markdown: every line stays where it was, tables that Markdown does not know are HTML."""
    lines = text.split("\n")
    to_markdown = _by_ending(name) or _by_content(lines)
    return "\n".join(with_terms(drawn.with_tables(to_markdown(lines) if to_markdown else lines)))


def is_recognised(text: str) -> bool:
    """Whether a text has tables of such a markup, drawn ones, or terms."""
    lines = text.split("\n")
    return (
        with_terms(lines) != lines
        or _by_content(lines) is not None
        or any(drawn.BORDER.fullmatch(line) for line in lines)
    )


def _by_ending(name: str) -> ToMarkdown | None:
    return _READERS.get(ENDINGS.get(PurePath(name).suffix.lower(), ""))


def _by_content(lines: Sequence[str]) -> ToMarkdown | None:
    if sum(asciidoc.EDGE.fullmatch(line) is not None for line in lines) > 1:
        return asciidoc.to_markdown
    begins = next((n for n, line in enumerate(lines) if mediawiki.BEGIN.fullmatch(line)), len(lines))
    if any(line.startswith(("|-", "!")) for line in lines[begins:]):
        return mediawiki.to_markdown
    directives = (restructured.DIRECTIVE.fullmatch(line) for line in lines)
    if any(one and one["name"] in restructured.MARKERS for one in directives):
        return restructured.to_markdown
    ruled = any(drawn.RULES.fullmatch(line) for line in lines)
    if ruled and not any(map(_ATX.match, lines)):
        return restructured.to_markdown
    return _org if any(map(_ORG_KEYWORD.fullmatch, lines)) else None


def _org(lines: Sequence[str]) -> list[str]:
    """Org: stars are headings, lines of `#+` say how the page is exported; its tables are drawn ones."""
    stars = (_ORG_HEADING.fullmatch(line) for line in lines)
    return [
        heading(len(star[1]), star[2]) if star else "" if _ORG_KEYWORD.fullmatch(line) else line
        for star, line in zip(stars, lines, strict=True)
    ]


_READERS: dict[str, ToMarkdown] = {
    "restructured": restructured.to_markdown,
    "asciidoc": asciidoc.to_markdown,
    "mediawiki": mediawiki.to_markdown,
    "org": _org,
}
