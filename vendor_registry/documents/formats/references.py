"""What no line may part: a number or a letter from the word that says what it numbers, as in "Art. 28" or "Clause 9".

Only formats that set lines ask for it; in the others a text stays as it can be searched.
"""

import re
from functools import lru_cache

from vendor_registry.model.text.abbreviations import unbroken

_NO_BREAK = "\u00a0"
_NUMBERED = (  # what has a number, in the languages of documents
    r"art\.|artikels?|articles?|artículos?|abs\.|absatz|unterabs\.|paragraphes?|apartados?|nr\.|nummer|§§?|s\.|para\.|"
    r"klauseln?|clauses?|cláusulas?|anhangs?|anhänge|anhängen|annex(?:es?)?|anexos?|kapitel|chapters?|chapitres?|"
    r"capítulos?|abschnitt|sections?|sección|tabelle|table|tableau|tabla|schritte?n?|steps?|étapes?|pasos?|option|opción"
)
_LETTERED = r"buchst\.|buchstaben?"  # other languages put brackets round the letter
_BRACKETED = r"letters?|points?|letras?"
_MONTHS = (  # as CLDR writes them in full, behind the number of a day
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Januar|Februar|März|April|Mai|Juni|Juli|Oktober|Dezember|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_PARTED = re.compile(
    rf"(?<!\w)(?:(?i:{_NUMBERED}) (?=\d|[IVX]+\b)"
    rf"|(?i:{_LETTERED}) (?=[a-z]\b)"
    rf"|(?i:{_BRACKETED}) (?=\(?[a-z]\))"
    rf"|\((?:EU|UE|EC|EG|CE)\) (?=\d)"
    rf"|\d{{1,2}}(?:\.|er)? (?=(?:{_MONTHS})\b))"
)


@lru_cache(maxsize=4096)  # documents of many customers share nearly all of it
def bound(text: str) -> str:
    """The text with spaces that do not break where a reference to the law, the day of a month, or an abbreviation of
    two words would come apart."""
    return _PARTED.sub(lambda found: found[0][:-1] + _NO_BREAK, unbroken(text))
