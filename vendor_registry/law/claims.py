"""What the words of a mechanism cell claim, in the order of the cell."""

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache

from vendor_registry.law.brackets import Beside, read_beside
from vendor_registry.law.wording import Word, read_words, tokens, vocabulary
from vendor_registry.model.claim import Claim, ClaimKind

_BETWEEN_ENTRIES = re.compile(r"[;\n\r]")
_BETWEEN_PARTS = re.compile(r"\s\+\s|\s&\s|\s/\s|,|\s(?:and|plus|und|et|y|sowie)\s|/", re.IGNORECASE)
_CLAIMED = {"mechanism", "measure", "other"}
_CLAUSES_OF_A_SET = ("scc_20",)
_WITH_MODULES = {"scc", "scc_2021_914", "ch_scc_2021_914", "uk_addendum"}
_NOT_KNOWN_YET = {("tbd",), ("tbc",), ("unknown",), ("pending",)}
_A_MODULE = re.compile(r"m\d+")
_CLOSE = 0.75  # of difflib's ratio: "Binding Corprate Rules" finds its rules, "cloud" finds nothing


@lru_cache(maxsize=65536)
def understand(text: str) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The claims of a mechanism cell in order, and the entries that mean nothing (`suggest` says what they might).

    Entries stand apart by `;` or a line break; `+`, `,`, `/` and "and" part what is one entry where both
    sides mean something by themselves. A blank cell, and "none", claim nothing.
    """
    claims: list[Claim] = []
    strange: list[str] = []
    for entry in _outside_brackets(_BETWEEN_ENTRIES, text):
        found = _entry(entry)
        if found is None:
            strange.append(entry)
        claims += found or ()
    return tuple(dict.fromkeys(claims)), tuple(strange)


def suggest(entry: str) -> str:
    """What was probably meant by an entry that means nothing, or why its days cannot be read; "" if nobody knows."""
    beside = read_beside(entry)
    words, strange = read_words(beside.words)
    said = tokens(beside.words)
    if beside.wrong:
        return beside.wrong
    if said in _NOT_KNOWN_YET:
        return "leave the cell blank while it is not known"
    if any(word.kind == "nothing" for word in words):
        return "leave out what is not in place; a blank cell says that nothing is claimed"
    if any(word.kind == "module" for word in words) or any(_A_MODULE.match(token) for token in strange):
        return "modules are 1 to 4 and stand beside their clauses, as in SCC M3"
    phrases: dict[str, str] = {}
    for word in vocabulary():
        if word.kind in _CLAIMED:
            phrases.setdefault(" ".join(tokens(word.phrase)), word.phrase)
    close = difflib.get_close_matches(" ".join(said)[:80], phrases, n=1, cutoff=_CLOSE)
    return f"did you mean {phrases[close[0]]}?" if close else ""


def _outside_brackets(separator: re.Pattern[str], text: str) -> list[str]:
    """Cut where the separator stands outside of brackets; brackets that never close protect nothing."""
    if text.count("(") != text.count(")"):
        return [part.strip() for part in separator.split(text) if part.strip()]
    parts, start, seen, depth = [], 0, 0, 0
    for cut in separator.finditer(text):
        depth += text.count("(", seen, cut.start()) - text.count(")", seen, cut.start())
        seen = cut.start()
        if depth == 0:
            parts.append(text[start : cut.start()])
            start = cut.end()
    return [part.strip() for part in (*parts, text[start:]) if part.strip()]


def _entry(entry: str) -> tuple[Claim, ...] | None:
    """The claims of one entry; None where some of it means nothing."""
    whole = _piece(entry)
    parts = _outside_brackets(_BETWEEN_PARTS, entry)
    if whole is None or len(whole) < 2 or len(parts) < 2:
        return whole
    by_part = [_piece(part) for part in parts]
    return tuple(claim for claims in by_part if claims for claim in claims) if all(by_part) else whole


def _piece(piece: str) -> tuple[Claim, ...] | None:
    beside = read_beside(piece)
    words, strange = read_words(beside.words)
    modules = _modules(words)
    meant = _meant(words)
    if beside.wrong or strange or modules is None or not meant:
        return None
    return tuple(dict.fromkeys(_claims(piece, meant, modules, beside)))


def _meant(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words that claim something; those that mean something only when alone give way to the others."""
    claimed = [word for word in words if word.kind in _CLAIMED]
    if any(word.kind == "nothing" for word in words):
        return () if claimed else words[:1]
    return tuple(word for word in claimed if word.place != "alone") or tuple(claimed)


def _modules(words: tuple[Word, ...]) -> tuple[int, ...] | None:
    """Modules in the order named; a bare number counts only after one ("Modules 2 and 3"), else nothing is clear."""
    modules: list[int] = []
    for word in words:
        if word.kind == "number" and not modules:
            return None
        if word.kind in {"module", "number"} and word.module is not None:
            modules.append(word.module)
    return tuple(dict.fromkeys(modules))


def _claims(piece: str, meant: tuple[Word, ...], modules: tuple[int, ...], beside: Beside) -> Iterator[Claim]:
    sets = any(word.instrument.startswith(_CLAUSES_OF_A_SET) for word in meant)
    for word in meant:
        if word.kind == "nothing" or (sets and word.instrument == "scc"):
            continue
        named = (word.module,) if word.module else modules if word.instrument in _WITH_MODULES else ()
        for module in named or (None,):
            yield Claim(
                written=piece,
                instrument=word.instrument,
                kind=ClaimKind(word.kind),
                module=module,
                signed=beside.signed,
                until=beside.until,
                reference=beside.reference,
            )
