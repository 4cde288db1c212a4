"""What is said behind a name: a purpose, a place, a mechanism, or words with a title of their own ("Location: US")."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from vendor_registry.intake.lists.entries.entry import EXTRA, GUESSED, INHERITED, LIKELY, SURE, Said
from vendor_registry.intake.lists.entries.titles import by_title
from vendor_registry.intake.lists.formats.page import Text
from vendor_registry.intake.lists.words.grounds import is_mechanism
from vendor_registry.intake.lists.words.names import is_address, is_company
from vendor_registry.intake.lists.words.where import is_place, located_in, where
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.place_tables import wider

DEPARTMENTS = ("HR", "IT")  # which are Croatia and Italy as well
_TITLED = re.compile(r"^\W*(?P<title>[^\W\d][\w /()'’-]{1,40}?)\s*[:：]\s*(?P<text>\S.*)$", re.DOTALL)
_A_TITLE = re.compile(r"(?:(?<=\s)|^)(?P<title>[A-ZÄÖÜ][\w/()-]*(?: [\w/()-]+){0,4}?)\s*:\s")
_CAPITAL = re.compile(r"(?:(?<= )|^)(?=[A-ZÄÖÜ])")
_PIECES = re.compile(r"\s+[–—|•·]\s+|\s+-\s+|\n|;\s+|(?<=[\w)])\.\s+(?=[A-ZÄÖÜ][\w /-]{1,40}:\s)")
_IN_A_PLACE = re.compile(r"^(?P<head>.+)(?:,| in(?: the)?| im| en)\s+(?P<tail>[^,.]+)\.?$", re.DOTALL)
_OF_A_SENTENCE = re.compile(
    r"[.!?]\s|\b(?:hosted|stored|located|processed|based|gehostet|gespeichert|verarbeitet|hébergé\w*|stocké\w*|alojad\w+)"
    r"(?: (?:primarily|mainly|only))?$",
    re.IGNORECASE,
)  # what makes no sense without its place
_COVERED = re.compile(
    r"\b(?:covered|protected|safeguarded|governed|secured) by (?:the )?(?P<ground>[^.;]+)", re.IGNORECASE
)
_GROUNDS = re.compile(
    r"^(?P<head>.*\S)"
    r"(?:,\s+|\s+(?:under|via|based on|on the basis of|gemäß|auf Grundlage von|sur la base de)\s+(?:the\s+)?)"
    r"(?P<tail>[^,()]+(?:\([^()]*\))?)\.?$",
    re.DOTALL,
)
_SMALL = re.compile(
    r"(?<!\w)(?!(?:and|for|the|und|für|der|des|del)\b)[a-zà-ÿ]{3,}(?!\w)"
)  # of a sentence: no name has it
_PARTY = re.compile(r"^[(\[](?P<name>[^()\[\]]+),\s*(?P<seat>[^,()\[\]]+)[)\]]\W*(?P<text>.*)$", re.DOTALL)
_BRACKET = re.compile(r"[(\[](?P<inner>[^()\[\]]+)[)\]][.\s]*")
_LEADING_BRACKET = re.compile(r"^[(\[](?P<inner>[^()\[\]]+)[)\]]\W*(?P<text>.*)$", re.DOTALL)
_ENDING_BRACKET = re.compile(r"^(?P<text>.*\S)?\s*[(\[](?P<inner>[^()\[\]]+)[)\]][.\s]*$", re.DOTALL)


def titled(text: Text, fixed: Mapping[str, str]) -> Said | None:
    """A text that begins with a title that is known, such as "Purpose: hosting"; None for any other."""
    found = _TITLED.match(text.text)
    if not found:
        return None
    meaning = by_title(trim(found["title"]), fixed)
    if meaning is None or meaning.column == "vendor":
        return None
    return Said(found["title"], Text(trim(found["text"]), text.links), meaning.column, meaning.score)


def by_titles(text: Text, fixed: Mapping[str, str]) -> list[Text]:
    """A text cut before each title that is known, where there are several: "Purpose: payments Location: Ireland"."""
    starts = [start for found in _A_TITLE.finditer(text.text) for start in _title_within(found, fixed)]
    bold = list(_bold_titles(text, fixed))
    starts = bold if len(bold) > 1 else starts  # which leave no doubt where a title begins
    if len(starts) < 2:
        return [text]
    cuts = [0, *(start for start in starts if start), len(text.text)]
    parts = (trim(text.text[start:end]) for start, end in pairwise(cuts))
    return [Text(part, text.links) for part in parts if part]


def _title_within(found: re.Match[str], fixed: Mapping[str, str]) -> list[int]:
    """Where a title begins in words before a colon: "Error tracking Location of processing:" ends in one."""
    begins = [found.start("title") + word.start() for word in _CAPITAL.finditer(found["title"])]
    meant = {start: by_title(found.string[start : found.end("title")], fixed) for start in begins}
    told = [start for start, one in meant.items() if one and one.column not in ("vendor", EXTRA)]
    sure = [start for start in told if (one := meant[start]) and one.score == SURE]
    return (sure or told)[:1]


def _bold_titles(text: Text, fixed: Mapping[str, str]) -> Iterator[int]:
    """Where words in bold are a title, as in "hosting **Where:** Ireland"."""
    at = 0
    for words in text.strong:
        at = max(text.text.find(words, at), at)
        colon = words.endswith(":") or text.text[at + len(words) :].lstrip().startswith(":")
        meaning = by_title(words.rstrip(" :"), fixed) if colon and text.text.startswith(words, at) else None
        if meaning and meaning.column not in ("vendor", EXTRA):
            yield at


def pieces(text: str, fixed: Mapping[str, str]) -> Iterator[Said]:
    """The parts of a text behind a name; what is neither place nor mechanism nor titled is the purpose."""
    purpose: list[str] = []
    party, text = _party(text)
    yield from party
    parts = [part for one in _places_apart(text, fixed) for part in _bracket_apart(one)]
    for number, piece in enumerate(parts):
        said = titled(Text(piece), fixed)
        if said:
            yield said
        elif is_place(piece.rstrip(".")) and not (piece in DEPARTMENTS and any(map(is_place, parts[number + 1 :]))):
            yield Said("", Text(piece.rstrip(".")), "region", LIKELY)
        elif is_address(piece):
            yield Said("", Text(piece.rstrip(",")), "address", LIKELY)
        elif is_company(piece) and not _SMALL.search(piece):
            yield Said("", Text(piece), "legal_name", LIKELY)
        elif is_mechanism(piece):
            yield Said("", Text(piece), "mechanism", LIKELY)
        else:
            purpose.append(piece)
    for said in _bracket(". ".join(one.rstrip(".") for one in purpose)):
        yield said


def _party(text: str) -> tuple[list[Said], str]:
    """The company and its seat in a bracket behind the name, and the text without them, or without a bracket around."""
    found = _PARTY.match(text)
    if found and is_company(found["name"]) and is_place(found["seat"]):
        said = (("legal_name", found["name"]), ("country", found["seat"]))
        return [Said("", Text(words), column, LIKELY) for column, words in said], found["text"]
    whole = _BRACKET.fullmatch(text)
    return [], whole["inner"] if whole else text


def told(prose: str) -> Iterator[Said]:
    """What a few sentences say: all of it as the purpose, a place and grounds where they speak of one. Guesses."""
    if prose:
        yield Said("", Text(prose), "purpose", GUESSED)
    if sentence := located_in(prose):
        yield Said(INHERITED, Text(sentence), "region", GUESSED)
    grounds = [found["ground"] for found in _COVERED.finditer(prose) if is_mechanism(found["ground"])]
    yield from (Said("", Text(ground), "mechanism", GUESSED) for ground in grounds[:1])


def _places_apart(text: str, fixed: Mapping[str, str]) -> Iterator[str]:
    """The pieces of a text; a place in brackets before them, or behind their last comma, is a piece of its own.

    The country in which an address ends is where somebody has its seat, and no such place.
    """
    for piece in (part for one in filter(None, map(trim, _PIECES.split(text))) for part in _grounds_apart(one, fixed)):
        bracket = _LEADING_BRACKET.match(piece)
        if bracket and (is_place(bracket["inner"]) or is_address(bracket["text"])):
            yield bracket["inner"]
            piece = bracket["text"]
        if titled(Text(piece), fixed) or is_address(piece):
            yield piece
            continue
        place, colon, rest = piece.partition(": ")
        if colon and is_place(place):
            yield place
            piece = trim(rest)
        found = _IN_A_PLACE.match(piece)
        head, tail = (found["head"], found["tail"]) if found else ("", "")
        if head and is_place(tail) and not is_place(head) and (wider(tail) or not is_place(piece.rstrip("."))):
            yield tail
            piece = piece if _OF_A_SENTENCE.search(head) else head
        if piece:
            yield piece


def _grounds_apart(piece: str, fixed: Mapping[str, str]) -> Iterator[str]:
    """A piece, and the grounds behind its last comma: "support engineering, SCCs"."""
    found = _GROUNDS.match(piece) if not titled(Text(piece), fixed) else None
    if found and is_mechanism(found["tail"]) and (is_place(found["head"]) or not is_mechanism(piece)):
        yield from _grounds_apart(found["head"], fixed)
        yield found["tail"]
    else:
        yield piece


def _bracket_apart(piece: str) -> Iterator[str]:
    """A piece, and the place, or the grounds, in a bracket at its end where its own words are none: "hosting (UK)"."""
    found = _ENDING_BRACKET.match(piece)
    words = found["text"] or "" if found else ""
    parts = [trim(part) for part in re.split("[,;]", found["inner"])] if found and words else []
    places = [part for part in parts if is_place(part)]
    clear = all(is_place(part) or is_mechanism(part) for part in parts)
    if found and is_place(found["inner"]):
        parts, clear = [found["inner"]], True
    apart = bool(parts) and clear and not (places and where(words).region.places)
    yield from (words, *parts) if apart else (piece,)


def _bracket(purpose: str) -> Iterator[Said]:
    """A purpose, and the place in a bracket at its end."""
    found = _ENDING_BRACKET.match(purpose)
    if found and is_place(found["inner"]):
        yield Said("", Text(found["inner"]), "region", LIKELY)
        purpose = found["text"] or ""
    if purpose:
        yield Said("", Text(purpose), "purpose", LIKELY)


def addresses(text: Text) -> Iterator[Said]:
    """Links to a data processing agreement, to a list of vendors, and to a website."""
    for words, address in text.links:
        if re.search(r"data processing|processing (?:agreement|addendum)|\bDPA\b|\bAVV\b", words, re.IGNORECASE):
            yield Said(words, Text(address), "dpa_url", LIKELY)
        elif re.search(r"sub-?processor", f"{words} {address}", re.IGNORECASE):
            yield Said(words, Text(address), "subprocessors_url", LIKELY)
        else:
            yield Said(words, Text(address), EXTRA, LIKELY)
