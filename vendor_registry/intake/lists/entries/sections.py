"""Headings with paragraphs as entries: each heading a vendor, or each paragraph naming one in bold or by a link."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from vendor_registry.intake.lists.entries.entry import EXTRA, GUESSED, LIKELY, Choice, Findings, ListEntry, Said
from vendor_registry.intake.lists.entries.phrases import addresses, by_titles, pieces, titled
from vendor_registry.intake.lists.formats.page import Block, Heading, Items, Paragraph, Text
from vendor_registry.intake.lists.words.names import is_name, without_marks
from vendor_registry.intake.lists.words.where import is_place

PLACES = ("region", "country")  # under a title of its own, no sentence says better where
_FIRST_SENTENCE = re.compile(r"(?<=[.!?])\s")


def vendors_by_heading(blocks: Sequence[Block], choice: Choice) -> dict[int, int]:
    """Headings that are names of vendors, by number, each with the number of the block behind what is said of it.

    A heading is one where its own words stand in the paragraph below it, where that says "Purpose: ..." and the like,
    or where a place is a paragraph of its own; and where that holds for most headings of its level in its section.
    """
    families: dict[tuple[int, int], list[int]] = {}
    above: list[tuple[int, int]] = []
    for number, block in enumerate(blocks):
        if isinstance(block, Heading):
            above = [one for one in above if one[0] < block.level]
            if not block.text.text:
                continue  # it only ends what stood above it
            families.setdefault((above[-1][1] if above else -1, block.level), []).append(number)
            above.append((block.level, number))
    found: dict[int, int] = {}
    for family in families.values():
        ends = {number: _end(blocks, number) for number in family}
        named = [number for number in family if _is_vendor(blocks, number, ends[number], choice)]
        if len(named) >= 2 and 3 * len(named) >= 2 * len([one for one in family if ends[one] > one + 1]):
            found |= {number: ends[number] for number in named}
    return found


def entry_of_section(
    blocks: Sequence[Block], start: int, end: int, groups: tuple[str, ...], choice: Choice
) -> ListEntry:
    """The entry of a vendor whose name is a heading."""
    heading = blocks[start]
    assert isinstance(heading, Heading)
    said: list[Said] = [Said("", Text(without_marks(heading.text.text)), "vendor", LIKELY)]
    for text in _texts(blocks[start + 1 : end], choice):
        one = titled(text, choice.columns)
        taken = any(earlier.column == "purpose" for earlier in said)
        said += [one] if one else [] if text.links and taken else list(pieces(text.text, choice.columns))
        said += addresses(text)
    titles = {one.column for one in said if one.title}
    said = [one for one in said if one.title or one.column not in PLACES or one.column not in titles]
    return ListEntry(heading.place, tuple(_once(said)), groups)


def _once(said: Sequence[Said]) -> Iterator[Said]:
    """Each column once, as it is said first; what is said for it further down stays as a note."""
    seen: set[tuple[str, str]] = set()
    for one in said:
        key = (one.column, one.text.text if one.column == EXTRA else "")
        if key not in seen:
            yield one
        elif one.column != EXTRA:
            yield replace(one, column=EXTRA)
        seen.add(key)


def vendors_in_prose(blocks: Sequence[Block], findings: Findings) -> None:
    """Names in bold, or as the words of a link to their own website, in a page without any list: all guesses."""
    heading = Text("")
    for block in blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Paragraph):
            for name in _names_in(block.text):
                said = [Said("", Text(name), "vendor", GUESSED)]
                said += [Said("", heading, "purpose", GUESSED)] if heading.text else []
                said.append(Said("", Text(block.text.text), "extra", GUESSED))
                said += addresses(block.text)
                findings.entries.append(ListEntry(block.place, tuple(said)))


def _names_in(text: Text) -> Iterator[str]:
    whole = len(text.text)
    names = [words for words in text.strong if len(words) < whole / 2]
    names += [words for words, address in text.links if words not in names and _is_host(words, address)]
    for name in dict.fromkeys(names):
        if is_name(name) or (name.isalnum() and not name.isalpha()):
            yield name


def _is_host(words: str, address: str) -> bool:
    """Whether the words of a link are the name of the website it leads to."""
    labels = [label for label in urlsplit(address).netloc.lower().split(".") if label != "www"]
    return len(labels) >= 2 and "".join(words.lower().split()) == labels[-2]


def _end(blocks: Sequence[Block], start: int) -> int:
    """The next heading, or the next list whose points have points of their own: it speaks of others."""
    after = range(start + 1, len(blocks))
    return next((number for number in after if _begins_anew(blocks[number])), len(blocks))


def _begins_anew(block: Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Items) and any(item.below for item in block.items))


def _is_vendor(blocks: Sequence[Block], start: int, end: int, choice: Choice) -> bool:
    heading = blocks[start]
    if not isinstance(heading, Heading) or not is_name(heading.text.text):
        return False
    texts = list(_texts(blocks[start + 1 : end], choice))
    first = _FIRST_SENTENCE.split(texts[0].text)[0] if texts else ""
    name = without_marks(heading.text.text)
    labelled = sum(bool(titled(text, choice.columns)) for text in texts)
    placed = len(texts) >= 2 and any(_says_where(text, choice) for text in texts)  # as on a card: what, and where
    return bool(texts) and (name.lower() in first.lower() or labelled >= 2 or placed)


def _says_where(text: Text, choice: Choice) -> bool:
    one = titled(text, choice.columns)
    place = one.text.text if one and one.column == "region" else text.text
    return is_place(place.rstrip("."))


def _texts(blocks: Sequence[Block], choice: Choice) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from by_titles(block.text, choice.columns)
        elif isinstance(block, Items):
            yield from (item.text for item in block.items)
