"""Days with the month as a word, as pages and people write them: "3 March 2025", "Mar 3, 2025", "3. März 2025"."""

import re
import unicodedata
from datetime import date

_MONTHS = """
january jan januar janner jänner janvier janv enero ene januari
february feb februar feber fevrier févr fevr febrero februari
march mar märz marz mrz mars marzo maart mrt
april apr avril avr abril abr
may mai mayo mei
june jun juni juin junio
july jul juli juillet juil julio
august aug août aout agosto ago augustus
september sep sept septembre septiembre set
october oct oktober okt octobre octubre
november nov novembre noviembre
december dec dezember dez decembre déc diciembre dic
"""


def _plain(word: str) -> str:
    """In small letters, without accents."""
    split = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


_NUMBERS = {_plain(word): number for number, line in enumerate(_MONTHS.split("\n")) for word in line.split()}
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_MONTH = r"(?P<month>[^\W\d_]{3,10})\.?"
_YEAR = r"(?P<year>\d{4})(?![\w/-]|\.\d)"
_MIDNIGHT = r"(?:,? (?:00?:00(?::00)?|12:00(?::00)? ?AM)(?: ?(?:Z|UTC))?(?![\w:]))?"
_FORMS = (
    re.compile(
        rf"(?<![\w./-]){_DAY}(?:[ ]|-|/| de | of )\s?{_MONTH}(?:[ ]|-|/|, | de | del )\s?{_YEAR}{_MIDNIGHT}", re.I
    ),
    re.compile(rf"(?<![\w./-]){_MONTH}[ ]\s?{_DAY},? {_YEAR}{_MIDNIGHT}", re.I),
    re.compile(rf"(?<![\w./-])(?P<year>\d{{4}})[ /-]{_MONTH}[ /-](?P<day>\d{{1,2}})(?![\w/-]|\.\d)", re.I),
)


def named_months_in_iso(text: str) -> str:
    """A text with such days as ISO 8601 writes them; what no calendar has, or lacks its day or century, stays."""
    if not any(map(str.isalpha, text)):
        return text
    for form in _FORMS:
        text = form.sub(_iso, text)
    return text


def _iso(found: re.Match[str]) -> str:
    month = _NUMBERS.get(_plain(found["month"]))
    try:
        return str(date(int(found["year"]), month, int(found["day"]))) if month else found[0]
    except ValueError:
        return found[0]
