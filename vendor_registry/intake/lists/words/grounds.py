"""Grounds of transfers in the words of published lists."""

from vendor_registry.intake.words.suggestions import fold
from vendor_registry.law.question import NOTHING
from vendor_registry.law.words import claims

LONGEST = 120  # characters of a ground; what is longer is prose

_NONE_NEEDED = """
no / not required / not needed / not necessary / none required / none needed / not relevant
nein / nicht erforderlich / nicht notwendig / nicht nötig / nicht benötigt / nicht relevant / keine erforderlich
non / non requis / non requise / non nécessaire / pas nécessaire / pas requis
no requerido / no requerida / no es necesario / no necesario / no se requiere
"""
_BY_PLACE = ("intra_eea",)
_DENIED = frozenset(fold(text) for line in _NONE_NEEDED.splitlines() for text in line.split(" / ") if text)


def is_mechanism(text: str) -> bool:
    """Whether a text is grounds of a transfer and nothing else: "SCCs & DPF"."""
    understood, strange = claims.understand(text[:LONGEST])
    return len(text) < LONGEST and bool(understood) and not strange and not says_none(text)


def is_safeguard(text: str) -> bool:
    """Whether a text is grounds that somebody signs or joins, and not a place: EEA is said as a ground, too."""
    understood, _ = claims.understand(text[:LONGEST])
    return carries_transfers(text) and not any(claim.instrument in _BY_PLACE for claim in understood)


def carries_transfers(text: str) -> bool:
    """Whether a text is grounds of a transfer; an agreement on processing is none."""
    understood, _ = claims.understand(text[:LONGEST])
    return is_mechanism(text) and not any(claim.instrument == "dpa" for claim in understood)


def says_none(text: str) -> bool:
    """Whether a text only says that there is no ground, or that none is needed, and not why: "No", "not required".

    Whether one is needed follows from the places, not from such a word.
    """
    understood, strange = claims.understand(text[:LONGEST])
    nothing = bool(understood) and not strange and all(claim.instrument == NOTHING for claim in understood)
    return nothing or fold(text).strip(" ()!") in _DENIED
