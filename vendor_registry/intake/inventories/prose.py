"""Papers: a record of processing, a data processing agreement, a policy. Searched for names of vendors.

Three ways to find one: a name that the register or our table of facts knows; words with the legal form of a company;
and what stands under a title that says who gets data ("Recipients: ...", a column "Processor").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vendor_registry.intake.catalogue.signs import names_of_signs
from vendor_registry.intake.catalogue.vendors import ALSO, facts_of
from vendor_registry.intake.catalogue.vendors import known as well_known
from vendor_registry.intake.inventories.sighting import KnownNames, gathered, seen_name
from vendor_registry.intake.lists.entries.entry import ABOUT_VENDORS
from vendor_registry.intake.lists.formats.page import Block, Heading, Item, Items, Node, Paragraph, Table
from vendor_registry.intake.lists.words.names import is_name, name_of
from vendor_registry.intake.lists.words.where import is_place
from vendor_registry.intake.words.characters import trim
from vendor_registry.model.ledger.mention import Inventory, Mention

# Names that are words as well count where they stand as names do: not at the beginning of a sentence.
_WORDS_TOO = {
    "Adobe", "Amazon", "Azure", "Box", "Clerk", "Drift", "Elastic", "Facebook", "Figma", "Gong", "Intercom", "Intuit",
    "Meta", "Neon", "Notion", "Paddle", "Postman", "Postmark", "Pusher", "Resend", "Segment", "Sentry", "Slack",
    "Snowflake", "Snowplow", "Tableau", "Temporal", "Wiz", "Workday", "Zoom",
}  # fmt: skip
_FORM = r"(?:(?:GmbH|AG|SE|UG|B\.V\.|Ltd\.?|Limited|SARL|S\.à r\.l\.) & Co\. ?(?:KGaA|KG|OHG)|"
_FORM += r"GmbH|gGmbH|UG|KGaA|OHG|PartG mbB|PartGmbB|mbB|e\.V\.|AG|SE|KG|Inc\.?|"
_FORM += r"LLC|L\.L\.C\.|Ltd\.?|Limited|LLP|PLC|plc|Corp\.?|Corporation|B\.V\.|BV|N\.V\.|"
_FORM += r"S\.A\.|SAS|S\.A\.S\.|SARL|AB|ApS|A/S|Oy|S\.r\.l\.|S\.p\.A\.|S\.L\.|Pty|Pte\.? Ltd\.?|Co\., Ltd\.)"
_COMPANY = re.compile(
    rf"[A-Z0-9ÀÁÄÅÉÈÖØÜ][\w&'’.+-]*(?:\s(?:(?:&|and|und|of|de)\s)?[A-Z0-9ÀÁÄÅÉÈÖØÜ][\w&'’.+-]*){{0,4}}?,?\s{_FORM}(?![\w])"
)
_ARTICLE = re.compile(r"^(?:The|Die|Der|Das|Our|We|And|With|By|To|From|In|At|An|Von|Mit|Bei|Le|La|Les|El)\s+")
_LABEL = re.compile(r"^(?P<title>[^:|]{3,60}):\s*(?P<names>.+)$", re.DOTALL)
_BETWEEN = re.compile(r"\s*(?:[;\n•]|,(?!\s*(?:Inc|LLC|Ltd|L\.|S\.|Corp))|\s(?:and|und|et|y)\s)\s*")
_NEXT_LABEL = re.compile(r"(?<=[.;])\s+(?=[^\W\d_][^.:;|]{2,59}:\s)")  # "Purpose: mail. Recipients: A, B"
_JOINED = re.compile(r"\s(?:and|und|et|y|&)\s")
_START = re.compile(r"(?:^|[.!?]\s+)$")


@dataclass(frozen=True, slots=True)
class _Passage:
    text: str
    place: str
    title: str = ""  # of the column, or of the label in front


def read(blocks: Sequence[Block], file: str, known: KnownNames) -> Inventory:
    """Every vendor that a paper names, at the first place, with how often."""
    passages = [one for block in blocks for one in _passages(block)]
    found = [one for passage in passages for one in _named(passage, file, known)]
    return Inventory(file, "text", gathered(found), whole=False)


def _named(passage: _Passage, file: str, known: KnownNames) -> Iterator[Mention]:
    """The longest name first, so that Google Analytics is not Google as well."""
    place = f"{file}:{passage.place}"
    taken: list[tuple[int, int]] = []
    for start, end, name in sorted(_spans(passage.text, known), key=lambda one: (one[0] - one[1], one[0])):
        if all(end <= first or start >= last for first, last in taken):
            taken.append((start, end))
            yield seen_name(name, place, known)
    if ABOUT_VENDORS.search(passage.title):
        for name in _BETWEEN.split(passage.text):
            bare = name_of(trim(name).removesuffix(".")).vendor
            at = passage.text.find(name)
            if (
                is_name(bare)
                and not is_place(bare)
                and all(at >= last or at + len(name) <= first for first, last in taken)
            ):
                yield replace(seen_name(bare, place, known), sure=False)


def _spans(text: str, known: KnownNames) -> Iterator[tuple[int, int, str]]:
    ends: dict[int, int] = {}  # of known names, by where they begin
    for name in (*known.names, *_famous(), *known.own_names):
        for found in re.finditer(rf"(?<![\w@./-]){re.escape(name)}(?![\w@-])", text) if name in text else ():
            a_word = name in _WORDS_TOO and name not in known.names and _START.search(text[: found.start()])
            if not a_word:
                ends[found.start()] = max(found.end(), ends.get(found.start(), 0))
                yield found.start(), found.end(), name
    for found in _COMPANY.finditer(text):
        article = _ARTICLE.match(found[0])
        start = found.start() + (article.end() if article else 0)
        start = _behind_known(text, start, found.end(), ends)
        yield start, found.end(), text[start : found.end()]


def _behind_known(text: str, start: int, end: int, ends: Mapping[int, int]) -> int:
    """Where a company begins before which a known name stands: `Hotjar Ltd` of `Google Analytics and Hotjar Ltd`."""
    joined = _JOINED.match(text, ends.get(start, end), end)
    return joined.end() if joined else start


def _famous() -> Iterator[str]:
    yield from names_of_signs()
    for vendor in well_known():
        yield vendor
        for fact in facts_of(vendor):
            if fact.column in (ALSO, "legal_name"):
                yield from fact.value.split("; ")


def _passages(block: Block) -> Iterator[_Passage]:
    if isinstance(block, Heading | Paragraph):
        yield from _labelled(block.text.text, block.place)
    elif isinstance(block, Table):
        titles = [cell.text for cell in block.lines[0].cells] if block.lines else []
        for line in block.lines:
            for number, cell in enumerate(line.cells):
                title = titles[number] if number < len(titles) and line is not block.lines[0] else ""
                yield _Passage(cell.text, line.place, title)
    elif isinstance(block, Items):
        for item in block.items:
            yield from _item(item)
    elif isinstance(block, Node):
        yield from _node(block)


def _labelled(text: str, place: str) -> Iterator[_Passage]:
    for line in (part for whole in text.split("\n") for part in _NEXT_LABEL.split(whole)):
        label = _LABEL.match(line)
        yield _Passage(label["names"], place, label["title"]) if label else _Passage(line, place)


def _item(item: Item) -> Iterator[_Passage]:
    yield from _labelled(item.text.text, item.place)
    for below in item.below:
        yield from _item(below)


def _node(node: Node, title: str = "") -> Iterator[_Passage]:
    if isinstance(node.value, str):
        yield _Passage(node.value, node.place, title)
    elif isinstance(node.value, tuple):
        for one in node.value:
            yield from _node(one, title)
    else:
        for key, one in node.value.items():
            yield from _node(one, key)
