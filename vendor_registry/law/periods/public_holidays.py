"""Public holidays of a country, as its law has them for the whole of it (the door to the library holidays).

Holidays of a part (of a Land, a state, a canton, a region) do not count: Article 2(1) of Regulation 1182/71 speaks of
the days that a member State designates.
"""

from datetime import date

from holidays import country_holidays
from holidays.utils import list_supported_countries

_PART = {"GB": "ENG"}  # bank holidays differ in all three jurisdictions; contracts under English law mean these
_EQUAL = {"SE": ("public", "de_facto")}  # the eves of Midsummer, Christmas and New Year, by the act 1930:173


def holidays_of(country: str, year: int) -> frozenset[date]:
    """The public holidays of a year, substitute days among them; none for a code the library does not know (it knows
    those of ISO 3166-1)."""
    if country not in list_supported_countries():
        return frozenset()
    kinds = _EQUAL.get(country, ("public",))
    return frozenset(country_holidays(country, subdiv=_PART.get(country), years=year, categories=kinds))
