"""Countries as people write them."""

import pytest
from babel import Locale

from vendor_registry.intake.words.country_names import ALIASES, AMBIGUOUS, LANGUAGES, country_code, probable_country
from vendor_registry.model.register.countries import COUNTRIES


def test_the_list_of_codes_is_iso_3166_1_and_kosovo() -> None:
    """249 codes, and XK."""
    assert len(COUNTRIES) == 250
    assert {"NA", "XK", "GB", "GG", "SX", "SS"} <= COUNTRIES
    assert not {"UK", "EU", "EL", "ZZ", "AN", "AC", "XA"} & COUNTRIES


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("DE", "DE"), ("de", "DE"), ("Germany", "DE"), ("GERMANY", "DE"), ("Deutschland", "DE"), ("Allemagne", "DE"),
        ("Alemania", "DE"), ("UK", "GB"), ("U.K.", "GB"), ("Great Britain", "GB"), ("England", "GB"), ("USA", "US"),
        ("U.S.", "US"), ("U.S.A.", "US"), ("United States of America", "US"), ("EE. UU.", "US"), ("Holland", "NL"),
        ("The Netherlands", "NL"), ("EL", "GR"), ("Tschechien", "CZ"), ("Czech Republic", "CZ"), ("South Korea", "KR"),
        ("Republic of Korea", "KR"), ("Viet Nam", "VN"), ("Hong Kong", "HK"), ("Hongkong", "HK"), ("Turkey", "TR"),
        ("Türkiye", "TR"), ("Cote d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("Trinidad and Tobago", "TT"),
        ("Saint Lucia", "LC"), ("Irland", "IE"), ("Suiza", "CH"), ("Namibia", "NA"), ("Kosovo", "XK"),
        ("Schweden", "SE"), ("DRC", "CD"), ("Georgia", "GE"),
        ("Åland", "AX"), ("Svalbard", "SJ"), ("Hong Kong SAR", "HK"), ("Madeira", "PT"), ("Kanarische Inseln", "ES"),
    ],
)  # fmt: skip
def test_names_and_short_forms_that_are_understood(written: str, code: str) -> None:
    """Codes, names in four languages, and the forms of every day."""
    assert country_code(written) == code


@pytest.mark.parametrize(
    "written", ["Germny", "EU", "EEA", "Europe", "Congo", "Korea", "America", "XX", "DEU", "ZZ", "-", "1"]
)
def test_nothing_is_guessed(written: str) -> None:
    """Misspelt, too wide, two countries, no country."""
    assert country_code(written) == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Germny", "DE (Germany)"),
        ("Swizerland", "CH (Switzerland)"),
        ("Untied States", "US (United States)"),
        ("Congo", "CD (Congo - Kinshasa) or CG (Congo - Brazzaville)"),
        ("DEU", "DE (Germany)"),
        ("gbr", "GB (United Kingdom)"),
        ("GER", ""),
        ("XX", ""),
        ("", ""),
        ("the cloud", ""),
        ("x" * 100_000, ""),
    ],
)
def test_what_was_probably_meant(written: str, meant: str) -> None:
    """A suggestion where one is close, and none where everything is close to something."""
    assert probable_country(written) == meant


def test_every_code_has_a_name_in_every_language_and_means_itself() -> None:
    """250 codes, four languages; only the ambiguous names are left out."""
    for language in LANGUAGES:
        names = Locale(language).territories
        wrong = {code: names[code] for code in COUNTRIES if country_code(names[code]) != code}
        assert set(wrong.values()) <= {"Congo", "Kongo"}


def test_every_alias_is_of_a_country_and_none_is_ambiguous() -> None:
    """A slip in the table would be found here."""
    assert set(ALIASES.values()) <= COUNTRIES
    assert not set(ALIASES) & set(AMBIGUOUS)
    assert {code for codes in AMBIGUOUS.values() for code in codes} <= COUNTRIES
