"""Days with the name of their month: "3 March 2024", "March 3, 2024", "3. März 2024", "1er mars 2024", "3-Mar-2024"."""

import re
import unicodedata
from datetime import date

_MONTHS = (  # in English, German, French and Spanish, with their abbreviations; without accents
    "january januar jaenner janner janvier enero jan janv ene",
    "february februar fevrier febrero feb febr fevr fev",
    "march marz maerz mars marzo mar",
    "april avril abril apr avr abr",
    "may mai mayo",
    "june juni juin junio jun",
    "july juli juillet julio jul juil",
    "august aout agosto aug ago",
    "september septembre septiembre setiembre sep sept set",
    "october oktober octobre octubre oct okt",
    "november novembre noviembre nov",
    "december dezember decembre diciembre dec dez dic",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_MONTH = r"(?P<{}>[^\W\d_]{{3,10}})\.?"
_DAY_FIRST = re.compile(
    rf"(?<![\w./-])(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|er|º)?(?:\s+|-)(?:de\s+|of\s+)?{_MONTH.format('month')},?"
    r"(?:\s+|-)(?:de\s+|del\s+)?(?P<year>\d{4})(?![\w/-])",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w./-]){_MONTH.format('month')}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?![\w/-])",
    re.IGNORECASE,
)


def in_numbers(text: str) -> str:
    """The text with such days as ISO 8601 writes them; what names no month, or no day of the calendar, stays."""
    return _MONTH_FIRST.sub(_iso, _DAY_FIRST.sub(_iso, text))


def _iso(found: re.Match[str]) -> str:
    month = _NUMBER.get(_plain(found["month"]))
    if month is None:
        return found[0]
    try:
        return date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return found[0]


def _plain(name: str) -> str:
    """Without accents and in small letters."""
    split = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in split if not unicodedata.combining(letter)).casefold()
