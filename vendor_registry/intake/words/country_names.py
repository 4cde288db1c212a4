"""Countries as people write them: codes, names in six languages, and the short forms of every day."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module

from vendor_registry.intake.words.suggestions import fold, nearest_folded
from vendor_registry.model.register.countries import COUNTRIES

_TERRITORIES = "vendor_registry.intake.words.territories"  # loaded for names only: most sheets write codes
LANGUAGES = ("en", "de", "fr", "es", "nl", "it")


def _plain(name: str) -> str:
    words = fold(name.replace("’", "'").replace("&", "and")).split()
    return " ".join("st" if word == "saint" else word for word in words)


# Forms that CLDR does not have. Each means one country only.
ALIASES = {
    _plain(name): code
    for code, names in {
        "AE": "UAE, Emirates",
        "AX": "Åland, Aland",
        "BA": "Bosnia, Bosnien",
        "BO": "Plurinational State of Bolivia",
        "BN": "Brunei Darussalam",
        "CD": "DR Congo, DRC, Democratic Republic of the Congo, Congo (DRC)",
        "CG": "Republic of the Congo, Congo-Brazzaville",
        "CI": "Ivory Coast",
        "CV": "Cabo Verde",
        "CZ": "Czech Republic, Tschechische Republik, République tchèque, República Checa",
        "DE": "Federal Republic of Germany, Bundesrepublik Deutschland, BRD",
        "ES": "Canary Islands, Kanarische Inseln, Îles Canaries, Islas Canarias, Canarias, "
        "Balearic Islands, Balearen, Baleares",
        "GB": "UK, U.K., Great Britain, Britain, England, Scotland, Wales, Northern Ireland, "
        "United Kingdom of Great Britain and Northern Ireland, Großbritannien, Grande-Bretagne, Gran Bretaña",
        "GR": "EL, Hellas",
        "HK": "Hong Kong, Hongkong, Hong Kong SAR",
        "IE": "Republic of Ireland",
        "IR": "Islamic Republic of Iran",
        "KP": "North Korea, Democratic People's Republic of Korea",
        "KR": "South Korea, Republic of Korea, Korea (Republic of), Republik Korea, Südkorea",
        "LA": "Lao PDR",
        "MD": "Republic of Moldova",
        "MK": "Macedonia, Mazedonien",
        "MM": "Burma",
        "MO": "Macau, Macao, Macau SAR, Macao SAR",
        "NL": "Holland, The Netherlands, Holanda, Hollande",
        "PS": "Palestine, State of Palestine, Palästina, Palestina",
        "PT": "Madeira, Madère, Azores, Azoren, Açores",
        "RU": "Russian Federation",
        "SJ": "Svalbard, Spitsbergen, Spitzbergen, Jan Mayen",
        "SY": "Syrian Arab Republic",
        "SZ": "Swaziland",
        "TL": "East Timor",
        "TR": "Turkey, Türkei",
        "TW": "Taiwan (Province of China)",
        "TZ": "United Republic of Tanzania",
        "US": "USA, U.S.A., U.S., United States, United States of America, Vereinigte Staaten von Amerika, "
        "États-Unis d'Amérique, Estados Unidos de América, EE.UU., EEUU, EE. UU.",
        "VA": "Vatican, Holy See",
        "VE": "Bolivarian Republic of Venezuela",
        "VN": "Viet Nam",
    }.items()
    for name in names.split(", ")
}

# Names that people give to two countries; CLDR would take "Congo" for one of them.
AMBIGUOUS = {
    **dict.fromkeys(("congo", "kongo"), ("CD", "CG")),
    **dict.fromkeys(("korea", "corea", "coree"), ("KR", "KP")),
}
SHORTEST = 4  # letters of a text that is compared with names: below, everything is close to something


def country_code(written: str) -> str:
    """The ISO 3166-1 alpha-2 code that a text means; "" where it means none. Nothing is guessed."""
    if written in COUNTRIES:
        return written
    upper = written.upper()
    if len(written) == 2 and upper in COUNTRIES:
        return upper
    plain = _plain(written)
    return "" if plain in AMBIGUOUS else ALIASES.get(plain) or _codes_by_name().get(plain, "")


def country_name(code: str) -> str:
    """The English name of a country."""
    return _names(LANGUAGES[0])[code]


def probable_country(written: str) -> str:
    """`DE (Germany)` for a text that is close to a name, or is the three-letter code; else ""."""
    meant: Mapping[str, list[str]] = import_module(_TERRITORIES).aliases()
    codes: Sequence[str] = AMBIGUOUS.get(_plain(written), ())
    if not codes and len(written) >= SHORTEST:
        codes = (nearest_folded(written, {**_codes_by_name(), **ALIASES}),)
    elif not codes and len(written) == 3:
        codes = meant.get(written.upper(), ())
    return " or ".join(f"{code} ({country_name(code)})" for code in codes if code in COUNTRIES)


def _names(language: str) -> Mapping[str, str]:
    names: Mapping[str, str] = import_module(_TERRITORIES).names(language)
    return names


@cache
def _codes_by_name() -> dict[str, str]:
    """Codes by folded name. A name that means different countries in two languages means nothing here."""
    codes: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for code, name in _names(language).items():
            if code in COUNTRIES:
                codes.setdefault(_plain(name), set()).add(code)
    return {name: meant.pop() for name, meant in codes.items() if len(meant) == 1}
