"""What a heading says of all that stands below it: that it is to come, that it has ended, or when it applies at all."""

import re
from functools import lru_cache

from vendor_registry.intake.lists.entries.entry import ABOUT_VENDORS
from vendor_registry.intake.lists.words.standings import Standing
from vendor_registry.intake.words.characters import trim
from vendor_registry.intake.words.dates import ISO
from vendor_registry.intake.words.day_orders import Order, evidence, in_iso
from vendor_registry.intake.words.suggestions import fold

LONGEST = 200  # characters of a heading
_ANNOUNCED = frozenset(
    "upcoming planned announced scheduled future forthcoming proposed geplant geplante geplanter angekundigt "
    "angekundigte kunftig kunftige zukunftige bevorstehend bevorstehende neue prevu prevus prevue prevues "
    "venir futur futurs annonce annonces previsto previstos proximo proximos futuro futuros anunciado "
    "anunciados geplande toekomstige aangekondigde new nouveaux nuevos".split()
)
_WITH_A_DAY = frozenset("new neue nouveaux nuevos".split())  # new since long ago, or new from a day on
_OF_VENDORS = frozenset("future futur futurs futuro futuros".split())  # alone, that of the company
_ENDED = frozenset(
    "former formerly previous previously past removed discontinued terminated offboarded ended deleted retired "
    "longer ehemalige ehemaliger ehemals fruhere fruherer entfernte entfernt beendete mehr anciens ancien "
    "retires supprimes antiguos anteriores eliminados retirados voormalige verwijderde verwijderd".split()
)
_BESIDE = frozenset(
    "change changes addition additions added list lists of our the a in use used engaged no not nicht aktiv "
    "eingesetzte genutzte verwendete sub processor processors service services provider providers party "
    "parties third and or are anderungen anderung a les des de du plus utilises changements modifications "
    "cambios ya no utilizados wijzigingen liste lista lijst from as".split()
)
_VENDORS = re.compile(rf"(?:{ABOUT_VENDORS.pattern})\w*", re.IGNORECASE)
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]|[:–—].*$")
_WHEN = re.compile(
    r"\b(?:effective|from|as of|until|starting|by|on|ab|seit|bis|zum|à partir|au|depuis|desde|hasta|vanaf|per)\b.*$"
)
_CONDITION = re.compile(
    r"\bonly (?:if|when|for|where|applies)\b|\bif (?:you|enabled|activated|applicable|used)\b|\bwhen (?:you|enabled)\b|"
    r"\boptional\w*|\bopt-?in\b|\badd-?ons?\b|\bnur (?:wenn|bei|für|falls)\b|^(?:wenn|falls|sofern)\b|"
    r"\b(?:seulement|uniquement) (?:si|pour)\b|^si (?:vous|usted)\b|\ben option\b|\boptionnel\w*|\bfacultati\w*|"
    r"\bs[oó]lo (?:si|para)\b|\bopcional\w*|\balleen (?:als|bij|voor|indien)\b|\boptionele?\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_MENTION = re.compile(r"\bnot\b|\bnicht\b|\bnon\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def standing_of_heading(heading: str) -> Standing:
    """ANNOUNCED for "Upcoming changes", ENDED for "Former sub-processors"; UNCLEAR for what says anything else."""
    if len(heading) > LONGEST:
        return Standing.UNCLEAR
    bare = _WHEN.sub(" ", _ASIDE.sub(" ", heading.strip()))
    words = re.findall(r"[^\W\d_]+", fold(_VENDORS.sub(" ", bare)))
    ended, announced = _ENDED.intersection(words), _ANNOUNCED.intersection(words)
    rest = [word for word in words if word not in _BESIDE | _ENDED | _ANNOUNCED and len(word) > 1]
    if rest or bool(ended) == bool(announced):
        return Standing.UNCLEAR
    if announced and announced <= _WITH_A_DAY and not day_in(heading):
        return Standing.UNCLEAR
    if announced and announced <= _OF_VENDORS and not ABOUT_VENDORS.search(heading) and "changes" not in words:
        return Standing.UNCLEAR
    return Standing.ENDED if ended else Standing.ANNOUNCED


def day_in(text: str, order: Order | None = None) -> str:
    """The one day that a text names, as ISO 8601 writes it; "" where it names none, several, or one that is open."""
    proofs = evidence([text]).proofs  # 12/31/2025 has no month 31
    order = order or (next(iter(proofs)) if len(proofs) == 1 else None)
    days = set(map("-".join, ISO.findall(in_iso(text, order))))
    return days.pop() if len(days) == 1 else ""


def condition_in(heading: str) -> str:
    """When what stands below applies at all: "only if you use live chat", "Optional features"; "" where always."""
    if len(heading) > LONGEST:
        return ""
    inner = next((one for one in _BRACKET.findall(heading) if _CONDITION.search(one)), "")
    if inner:
        return trim(inner)
    return trim(heading) if _CONDITION.search(heading) and not _MENTION.search(heading) else ""
