"""What the words of a mechanism cell claim, in the order of the cell."""

import difflib
import re
from collections.abc import Iterator
from functools import lru_cache

from vendor_registry.law.question import NOTHING
from vendor_registry.law.tables.programmes import programmes
from vendor_registry.law.words.brackets import Beside, read_beside
from vendor_registry.law.words.laws import ADDENDUM, of_laws
from vendor_registry.law.words.vocabulary import Said, own_words, read_words, tokens, vocabulary
from vendor_registry.model.register.claim import Claim, ClaimKind

_BETWEEN_ENTRIES = re.compile(r"[;\n\r]")
_BETWEEN_PARTS = re.compile(r"\s\+\s|\s&\s|\s/\s|,|\s(?:and|plus|und|et|y|sowie)\s|(?<!\d)/|/(?!\d)", re.IGNORECASE)
_CLAIMED = {"mechanism", "measure", "other"}
_CLAUSES_OF_A_SET = ("scc_20",)
_WITH_MODULES = {"scc", "scc_2021_914", "ch_scc_2021_914", "uk_addendum"}
_NOT_KNOWN_YET = {"tbd", "tbc", "unknown", "pending", "unbekannt", "inconnu", "desconocido"}
_A_MODULE = re.compile(r"m\d+")
_CLOSE = 0.75  # of difflib's ratio: "Binding Corprate Rules" finds its rules, "cloud" finds nothing


@lru_cache(maxsize=65536)
def understand(text: str) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """The claims of a mechanism cell in order, and the entries that mean nothing (`suggest` says what they might).

    Entries stand apart by `;` or a line break; `+`, `,`, `/` and "and" part what is one entry where both
    sides mean something by themselves. A blank cell and "n/a" claim nothing; "none" claims that nothing is in place,
    and beside a mechanism it means nothing.
    """
    claims: list[Claim] = []
    strange: list[str] = []
    for entry in _outside_brackets(_BETWEEN_ENTRIES, text):
        found = _entry(entry)
        if found is None:
            strange.append(entry)
        claims += found or ()
    if any(claim.kind is ClaimKind.MECHANISM for claim in claims):
        strange += dict.fromkeys(claim.written for claim in claims if claim.instrument == NOTHING)
        claims = [claim for claim in claims if claim.instrument != NOTHING]
    return tuple(dict.fromkeys(claims)), tuple(strange)


def suggest(entry: str) -> str:
    """What was probably meant by an entry that means nothing, or why its days cannot be read; "" if nobody knows."""
    beside = read_beside(entry)
    words, strange = read_words(beside.words)
    said = tokens(beside.words)
    if beside.wrong:
        return beside.wrong
    if not said or "?" in entry or not _NOT_KNOWN_YET.isdisjoint(said):
        return "leave the cell blank while it is not known"
    if any(one.word.kind == ADDENDUM for one in words):
        return "say of which law the addendum is, as in UK Addendum or Swiss addendum"
    kinds = {one.word.kind for one in words}
    if "nothing" in kinds:
        return "leave out what is not in place; none stands alone and says that nothing is"
    if "module" in kinds or any(_A_MODULE.match(token) for token in strange):
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
    """The claims of one entry, part by part where every part means something; None where some of it means nothing.

    Parts that share a word mean less apart than together: "EU and Swiss SCCs".
    """
    whole = _piece(entry)
    parts = _outside_brackets(_BETWEEN_PARTS, entry)
    if len(parts) < 2 or (whole is not None and len(whole) < 2):
        return whole
    by_part = [_piece(part) for part in parts]
    found = tuple(claim for claims in by_part if claims for claim in claims)
    lost = {claim.instrument for claim in whole or ()} - {claim.instrument for claim in found}
    return found if all(by_part) and not lost else whole


def _piece(piece: str) -> tuple[Claim, ...] | None:
    beside = read_beside(piece)
    words, strange = read_words(beside.words)
    modules = _modules(words)
    meant = _meant(words)
    if beside.wrong or strange or modules is None or not meant or "?" in piece:
        return None
    return tuple(dict.fromkeys(_claims(piece, meant, modules, beside, _scope(words))))


def _meant(words: tuple[Said, ...]) -> tuple[Said, ...]:
    """The words that claim something; those that mean something only when alone give way to the others."""
    claimed = [one for one in words if one.word.kind in {*_CLAIMED, ADDENDUM}]
    denied = [one for one in words if one.word.kind == "nothing"]
    if denied:
        return () if claimed else tuple(denied[:1])
    together = tuple(one for one in claimed if one.word.place != "alone") or tuple(claimed)
    named = next((one.word.instrument for one in words if one.word.kind == "set"), "")
    laws = {one.word.law for one in words if one not in together}
    return of_laws(_of_set(together, named) if named else together, laws)


def _of_set(claimed: tuple[Said, ...], instrument: str) -> tuple[Said, ...]:
    """The year of a set of clauses says which are meant, as in "CCT module 3 (2021)"; elsewhere it means nothing."""
    if not any(one.word.instrument == "scc" for one in claimed):
        return ()
    return tuple(
        one._replace(word=one.word._replace(instrument=instrument)) if one.word.instrument == "scc" else one
        for one in claimed
    )


def _modules(words: tuple[Said, ...]) -> tuple[int, ...] | None:
    """Modules in the order named; a bare number counts only after one ("Modules 2 and 3"), else nothing is clear."""
    modules: list[int] = []
    for word in (one.word for one in words):
        if word.kind == "number" and not modules:
            return None
        if word.kind in {"module", "number"} and word.module is not None:
            modules.append(word.module)
    return tuple(dict.fromkeys(modules))


def _scope(words: tuple[Said, ...]) -> str:
    """The data a certificate is said to be limited to; "" where it is not, or where both kinds are named."""
    named = {one.word.instrument for one in words if one.word.kind == "scope"}
    return named.pop() if len(named) == 1 else ""


def _claims(
    piece: str, meant: tuple[Said, ...], modules: tuple[int, ...], beside: Beside, scope: str
) -> Iterator[Claim]:
    sets = any(one.word.instrument.startswith(_CLAUSES_OF_A_SET) for one in meant)
    for said, word in ((one, one.word) for one in meant):
        if word.kind == "nothing":
            if word.instrument == NOTHING:
                yield Claim(written=piece, instrument=NOTHING, kind=ClaimKind.OTHER)
            continue
        if sets and word.instrument == "scc":
            continue
        named = (word.module,) if word.module else modules if word.instrument in _WITH_MODULES else ()
        for module in named or (None,):
            yield Claim(
                written=_written(piece, said, meant, beside),
                instrument=word.instrument,
                kind=ClaimKind(word.kind),
                module=module,
                signed=beside.signed,
                until=beside.until,
                reference=beside.reference,
                scope=scope if word.instrument in programmes() else "",
            )


def _written(piece: str, said: Said, meant: tuple[Said, ...], beside: Beside) -> str:
    """The whole entry; of what is no mechanism and stands beside something else, its own words only."""
    if said.word.kind == "mechanism" or len(meant) == 1:
        return piece
    own = own_words(beside.words, said)
    return own if own in piece else piece
