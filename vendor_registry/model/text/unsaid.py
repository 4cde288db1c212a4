"""Cells that are filled and say nothing: "n/a", "-", "tbd". They are blank: what decides stays unknown."""

LONGEST = 24  # characters

_NONE = """
- / -- / --- / – / — / . / ... / … / n.a. / n. a. / n.a / not applicable / not available / not stated
k. a. / k.a. / keine angabe / keine angaben / nicht zutreffend / entfällt / n. z.
n.v.t. / nvt / niet van toepassing
non applicable / s.o. / s. o. / sans objet / n. d. / n.d. / no aplica / no aplicable
"""
_NOT_KNOWN = """
? / ?? / unknown / not known / not yet known / not specified / not disclosed / tbd / tbc / t.b.d. / t.b.c.
to be determined / to be confirmed / to be defined / pending / varies / various / varies by provider
[insert] / [insert date] / unbekannt / nicht bekannt / offen
inconnu / inconnue / non connu / à définir / à préciser / non précisé
desconocido / desconocida / por determinar / por definir / sin datos
"""


def _texts(lines: str) -> frozenset[str]:
    return frozenset(text.strip() for line in lines.splitlines() for text in line.split(" / ") if text)


_UNKNOWN = _texts(_NOT_KNOWN)
_NOTHING = _texts(_NONE) | _UNKNOWN | {"n/a", "n / a", "n/d", "n\\a", "/"}
_BEGINNINGS = frozenset(text[:2] for text in _NOTHING)  # by which most texts are told apart at a glance


def unsaid(written: str) -> bool:
    """Whether a text only says that there is nothing to say. NA is not among them: it is Namibia."""
    return may_be_unsaid(written) and _plain(written) in _NOTHING


def may_be_unsaid(written: str) -> bool:
    """Whether it is worth a closer look, which few texts are."""
    return 0 < len(written) <= LONGEST and (written[:2].casefold() in _BEGINNINGS or written[0].isspace())


def unknown(written: str) -> bool:
    """Whether a text says that something is not known, rather than that there is none."""
    return unsaid(written) and _plain(written) in _UNKNOWN


def _plain(written: str) -> str:
    return " ".join(written.casefold().split())
