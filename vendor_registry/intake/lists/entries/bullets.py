"""Lists of points as entries: a name, and behind it or below it what is said of it; points may be grouped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from vendor_registry.intake.lists.entries.entry import LIKELY, SURE, Choice, Findings, ListEntry, Said
from vendor_registry.intake.lists.entries.phrases import addresses, by_titles, pieces, titled
from vendor_registry.intake.lists.entries.titles import by_title
from vendor_registry.intake.lists.formats.page import Block, Item, Items, Paragraph, Text
from vendor_registry.intake.lists.words.names import is_address, is_company, is_name, name_of
from vendor_registry.intake.lists.words.services import OTHER, service_of
from vendor_registry.intake.lists.words.where import is_place
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.complaints import quote

MOST = 0.6  # of the points of a list that have to begin with a name
_BEHIND = re.compile(r"\s*(?:[–—:|]|\s-\s|\.(?=\s|$)|,(?=\s(?:for|a|an|used|which)\b)|(?=\())\s*")
_BETWEEN = re.compile(r"\s*(?:[–—:|(]|- )|\n")
_SHORT = re.compile(r" \(([A-Z][A-Z0-9&]{1,7})\)")
_SERVICE = re.compile(r"(?P<service>[^:–—\n]{2,60}):\s+(?P<who>[^\n]+)")
FEWEST = 2  # points of a list that says who does what
_PLACED = re.compile(r"(?P<name>[^()]+\S)\s*\((?P<place>[^()]+)\)")  # Acme Inc. (United States)
_AFTER_NAME = re.compile(r"^[\s.:,–—|-]*")


def read_items(
    items: Items, groups: tuple[str, ...], inherited: Said | None, choice: Choice, findings: Findings
) -> bool:
    """Add the entries of a list, where it is one of vendors; whether it is."""
    told = [said for item in items.items if (said := titled(item.text, choice.columns)) and said.score == SURE]
    if len(told) == len(items.items) and len({said.column for said in told}) == len(told) > 1:
        return False  # "Purpose: ...", "Location: ...": what is said of one that stands elsewhere
    found = list(_entries(items.items, groups, inherited, choice))
    if not found:
        return False
    named = {entry.place for entry in found}
    findings.entries += found
    for item in items.items:
        if item.place not in named and not item.below:
            findings.remark(item.place, f"a point was left out, as it begins with no name: {quote(item.text.text)}")
    return True


def says_what_they_do(items: Items, choice: Choice) -> bool:
    """Whether below most points stands what is said of vendors alone: "Purpose: ...", and at least one thing more."""
    texts = [
        [line for text in (item.text, *(below.text for below in item.below)) for line in _lines(text, choice)]
        for item in items.items
    ]
    told = [{one.column for text in few if (one := titled(text, choice.columns))} for few in texts]
    return sum(bool(columns & {"purpose", "service"}) and len(columns) > 1 for columns in told) >= max(
        2, MOST * len(told)
    )


def paragraphs_as_points(blocks: Sequence[Block], choice: Choice) -> list[Block]:
    """Blocks in which paragraphs that each begin with a name in bold, and go on, are the points of a list."""
    found: list[Block] = []
    for named, run in groupby(blocks, key=lambda block: _is_point(block, choice)):
        few = list(run)
        points = [Item(one.text, one.place) for one in few if isinstance(one, Paragraph)]
        found += [Items(tuple(points), points[0].place)] if named and len(points) > 1 else few
    return found


def _is_point(block: Block, choice: Choice) -> bool:
    if not isinstance(block, Paragraph) or not block.text.strong:
        return False
    words, text = block.text.strong[0], block.text.text
    meaning = by_title(words, choice.columns)
    is_title = words.endswith(":") or (meaning and meaning.score == SURE)
    return text.startswith(words) and bool(_BETWEEN.match(text[len(words) :])) and is_name(words) and not is_title


def _entries(
    items: Sequence[Item], groups: tuple[str, ...], inherited: Said | None, choice: Choice
) -> Iterator[ListEntry]:
    """The points that are vendors; points whose lower points are vendors are their groups."""
    items = _turned(items)
    groups_of = [_is_group(item, choice) for item in items]
    own = [item for item, group in zip(items, groups_of, strict=True) if not group]
    names = [item for item in own if _name(item)]
    if own and len(names) >= MOST * len(own):
        for item in names:
            yield _entry(item, groups, inherited, choice)
    for item, group in zip(items, groups_of, strict=True):
        if group:
            yield from _entries(item.below, (*groups, item.text.text.rstrip(":")), inherited, choice)


def _turned(items: Sequence[Item]) -> Sequence[Item]:
    """Points that say what is done, and behind a colon who does it, with the two turned: "Hosting: Acme Ltd (UK)"."""
    parts = [_SERVICE.match(item.text.text) for item in items]
    if len(items) < FEWEST or not all(parts) or any(item.below or item.text.links for item in items):
        return items
    found = [(one["service"], one["who"]) for one in parts if one]
    names = [trim(_BETWEEN.split(who, maxsplit=1)[0]) for _, who in found]
    services = all(service_of((what,), {}) != OTHER and not is_company(what) for what, _ in found)
    companies = sum(is_company(name) for name in names)  # else "Cloudflare: Caching" would be turned as well
    if not services or not all(map(is_name, names)) or 2 * companies < len(names):
        return items
    texts = [f"{who} – {what}" for what, who in found]
    return [Item(Text(text), item.place) for text, item in zip(texts, items, strict=True)]


def _is_group(item: Item, choice: Choice) -> bool:
    """Whether vendors stand below a point, rather than what is said of it."""
    if is_company(item.text.text) or any(is_place(one.text.text) for one in item.below):
        return False
    named = [one for one in item.below if _name(one) and not titled(one.text, choice.columns)]
    behind = [one for one in item.below if trim(_rest(one, _name(one))) or one.below or one.text.links]
    return bool(item.below) and len(named) >= MOST * len(item.below) and bool(behind) and not item.text.links


def _name(item: Item) -> str:
    """The words with which a point begins that can be the name of a vendor: a link, bold words, or up to a dash."""
    text = item.text.text
    for words in (*(words for words, _ in item.text.links), *item.text.strong):
        if words and text.startswith(words):
            bare = words.rstrip(" :.–—-")
            bare = f"{bare}." if is_company(bare) and words.startswith(f"{bare}.") else bare
            placed = _PLACED.fullmatch(bare)
            bare = placed["name"] if placed and is_place(placed["place"]) else bare
            return bare if is_name(bare) else ""
    first = name_of(text.split("\n")[0])
    if first.address and is_company(first.vendor):
        return first.vendor  # "Acme Ltd, Main Street 1, Dublin, Ireland"
    head = trim(_BEHIND.split(text.split("\n")[0], maxsplit=1)[0])
    short = _SHORT.match(text[len(head) :])  # "Acme Web Services (AWS)"
    if short and text.startswith(head) and is_name(head) and not is_place(short[1]):
        return head + short[0]
    before, _, place = head.rpartition(", ")
    head = before if before and is_place(place) and is_name(before) else head
    head = f"{head}." if is_company(head) and text.startswith(f"{head}.") else head
    return head if is_name(head) and len(head.split()) <= 6 else ""


def _rest(item: Item, name: str) -> str:
    """What stands behind the name."""
    return _AFTER_NAME.sub("", item.text.text[len(name) :])


def _entry(item: Item, groups: tuple[str, ...], inherited: Said | None, choice: Choice) -> ListEntry:
    name = _name(item)
    said = [Said("", Text(name), "vendor", LIKELY)]
    address, rest = _address_above(_rest(item, name), choice)
    said += [Said("", Text(address), "address", LIKELY)] if address else []
    for part in by_titles(Text(rest), choice.columns):
        said += pieces(part.text, choice.columns)
    for text in (line for below in item.below for line in _lines(below.text, choice)):
        one = titled(text, choice.columns)
        said += [one] if one else list(pieces(text.text, choice.columns))
        said += addresses(text)
    said += addresses(item.text)
    if inherited and not any(one.column == "region" for one in said):
        said.append(inherited)
    return ListEntry(item.place, tuple(_once(_seat_apart(said))), groups)


def _address_above(rest: str, choice: Choice) -> tuple[str, str]:
    """The lines of a postal address behind a name, and what stands below them."""
    lines = rest.split("\n")
    end = next((n for n, line in enumerate(lines) if titled(Text(line), choice.columns)), len(lines))
    for count in range(end, 1, -1):
        if is_address(", ".join(lines[:count])):
            return ", ".join(lines[:count]), "\n".join(lines[count:])
    return "", rest


def _lines(text: Text, choice: Choice) -> list[Text]:
    """The lines of a text where several have titles of their own: "Purpose: mail", and below it "Location: Ireland"."""
    lines = [Text(line, tuple(link for link in text.links if link[0] in line)) for line in text.text.split("\n")]
    return lines if sum(titled(line, choice.columns) is not None for line in lines) > 1 else [text]


def _seat_apart(said: Sequence[Said]) -> list[Said]:
    """Beside "Data location: ...", a country in brackets behind the name is where the company sits."""
    told = any(one.column == "region" and one.title for one in said)
    return [
        replace(one, column="country") if told and one.column == "region" and not one.title else one for one in said
    ]


def _once(said: Sequence[Said]) -> Iterator[Said]:
    """Each column once: further purposes and the like become one text."""
    texts: dict[str, list[Said]] = {}
    for one in said:
        texts.setdefault(one.column, []).append(one)
    for column, ones in texts.items():
        if column == "extra":
            yield from ones
        elif column.endswith("_url"):
            yield ones[0]
        else:
            joined = "\n".join(dict.fromkeys(one.text.text for one in ones))
            yield Said(ones[0].title, Text(joined, ones[0].text.links), column, min(one.score for one in ones))
