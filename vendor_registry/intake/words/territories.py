"""The names of countries in CLDR, the Common Locale Data Repository of Unicode. Loaded for a text that is no code."""

from collections.abc import Mapping

from babel import Locale
from babel.core import get_global


def names(language: str) -> Mapping[str, str]:
    """The names of territories in a language (ISO 639-1), by code."""
    found: Mapping[str, str] = Locale(language).territories
    return found


def aliases() -> Mapping[str, list[str]]:
    """What other codes of a territory mean, the three letters of ISO 3166-1 among them."""
    found: Mapping[str, list[str]] = get_global("territory_aliases")
    return found
