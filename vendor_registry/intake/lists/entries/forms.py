"""Forms filled in one below the other, "Name: ...", "Address: ...", as the annexes of the clauses set them out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vendor_registry.intake.lists.entries.entry import SURE, Choice, ListEntry, Said
from vendor_registry.intake.lists.entries.phrases import by_titles
from vendor_registry.intake.lists.entries.titles import by_title
from vendor_registry.intake.lists.formats.page import Block, Items, Paragraph, Text
from vendor_registry.intake.lists.words.names import without_full_stop
from vendor_registry.intake.words.characters import trim

_FILLED = re.compile(r"^[\W\d_]*(?P<title>[^\W\d_][^:\n]{0,150}?)\s*:\s*(?P<text>\S.*)$", re.DOTALL)
_NAMES = ("vendor", "legal_name")


def vendors_by_form(blocks: Sequence[Block], choice: Choice) -> dict[int, tuple[int, list[ListEntry]]]:
    """Runs of paragraphs that are such forms: by the first block, the one behind the last, and the entries.

    A name begins an entry, and what is said under the titles below it belongs to it. One form may be a signature, so
    each has to say something beside the name.
    """
    found: dict[int, tuple[int, list[ListEntry]]] = {}
    start = 0
    while start < len(blocks):
        end = next((n for n in range(start, len(blocks)) if not isinstance(blocks[n], Paragraph | Items)), len(blocks))
        entries = [one for one in _entries(blocks[start:end], choice) if len({said.column for said in one.said}) > 1]
        if entries:
            found[start] = (end, entries)
        start = end + 1
    return found


def say_what_they_do(entries: Sequence[ListEntry]) -> bool:
    """Whether several forms each say what somebody does, and where or on which ground; signatures do not."""
    told = [{said.column for said in one.said} for one in entries]
    return len(told) > 1 and all("purpose" in one and one & {"region", "mechanism"} for one in told)


def _entries(blocks: Sequence[Block], choice: Choice) -> Iterator[ListEntry]:
    place, said = "", list[Said]()
    for text, at in _lines(blocks, choice):
        one = _filled(text, choice)
        if one is None:
            continue
        if one.column in _NAMES and one.score == SURE:
            if said:
                yield ListEntry(place, tuple(said))
            name = Text(without_full_stop(one.text.text), one.text.links)
            place, said = at, [Said(one.title, name, "vendor", one.score)]
        elif said and not any(earlier.column == one.column for earlier in said):
            said.append(one)
    if said:
        yield ListEntry(place, tuple(said))


def _lines(blocks: Sequence[Block], choice: Choice) -> Iterator[tuple[Text, str]]:
    for block in blocks:
        texts = [(block.text, block.place)] if isinstance(block, Paragraph) else []
        texts += [(item.text, item.place) for item in block.items] if isinstance(block, Items) else []
        for text, place in texts:
            for line in text.text.split("\n"):
                parts = by_titles(Text(line, text.links), choice.columns)
                several = len(parts) > 1  # sentences, each with a full stop of its own
                yield from (
                    (replace(one, text=without_full_stop(one.text)) if several else one, place) for one in parts
                )


def _filled(text: Text, choice: Choice) -> Said | None:
    """What a line says under its title; None for one without a title that is known."""
    found = _FILLED.match(text.text)
    meaning = by_title(trim(found["title"]), choice.columns) if found else None
    return Said(found["title"], Text(trim(found["text"]), text.links), *meaning) if found and meaning else None
