"""Cells that are filled and say nothing: "n/a", "-", "tbd". They are blank: what decides stays unknown."""

LONGEST = 24  # characters

_TEXTS = """
- / -- / --- / – / — / ? / ?? / . / ... / …
n.a. / n. a. / n.a / unknown / not known / not yet known / not applicable / not available / not specified / not stated
not disclosed / tbd / tbc / t.b.d. / t.b.c. / to be determined / to be confirmed / to be defined / pending / varies
various / varies by provider / [insert] / [insert date]
unbekannt / k. a. / k.a. / keine angabe / keine angaben / nicht bekannt / nicht zutreffend / entfällt / offen / n. z.
inconnu / inconnue / non connu / non applicable / s.o. / s. o. / sans objet / à définir / à préciser / non précisé
n. d. / n.d. / desconocido / desconocida / no aplica / no aplicable / por determinar / por definir / sin datos
"""
_NOTHING = frozenset(
    [
        "n/a",
        "n / a",
        "n/d",
        "n\\a",
        "/",
        *(text.strip() for line in _TEXTS.splitlines() for text in line.split(" / ") if text),
    ]
)


_BEGINNINGS = frozenset(text[:2] for text in _NOTHING)  # by which most texts are told apart at a glance


def unsaid(written: str) -> bool:
    """Whether a text only says that there is nothing to say. NA is not among them: it is Namibia."""
    if not 0 < len(written) <= LONGEST or (written[:2].casefold() not in _BEGINNINGS and not written[0].isspace()):
        return False
    return " ".join(written.casefold().split()) in _NOTHING
