"""What keys and codes are called."""

from datetime import date

from tests import make
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import phrases
from vendor_registry.model.policy.policy import Category, DataRegion, Named
from vendor_registry.model.register.place import Place, Region

POLICY = make.policy(
    products={"mail": Named(key="mail", name={"": "Acme Mail"}), "chat": Named(key="chat", name={})},
    zones={"eu": DataRegion(key="eu", name={"en": "EU data region", "de": "Datenregion EU"}, places=("EEA",))},
    data={
        "content": Category(key="content", name={"en": "Content", "de": "Inhalte"}),
        "health": Category(key="health", name={"en": "Health"}, special=True),
    },
)
ENGLISH, GERMAN = Names(POLICY, phrases("en")), Names(POLICY, phrases("de"))


def test_countries_are_named_in_the_language_and_details_kept() -> None:
    region = Region((Place("DE", "Frankfurt, eu-central-1"), Place("BE")))
    assert ENGLISH.places(region) == "Germany (Frankfurt, eu-central-1); Belgium"
    assert GERMAN.places(region) == "Deutschland (Frankfurt, eu-central-1); Belgien"


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    french = Names(POLICY, phrases("fr"))
    assert [french.day(date(2026, 10, day)) for day in (1, 11)] == ["1er octobre 2026", "11 octobre 2026"]
    assert french.short_day(date(2022, 1, 1)) == "1er janv. 2022"
    assert GERMAN.day(date(2026, 10, 1)) == "1. Oktober 2026"


def test_zones_of_the_law_own_zones_and_the_world_are_places_too() -> None:
    region = Region((Place("EEA"), Place("eu"), Place("GLOBAL"), Place("GB"), Place("XK")))
    assert ENGLISH.places(region) == "European Economic Area; EU data region; worldwide; United Kingdom; Kosovo"
    assert GERMAN.country("EEA") == "Europäischer Wirtschaftsraum"


def test_what_has_no_name_is_called_by_its_key() -> None:
    assert ENGLISH.products(["mail", "chat", "unheard"]) == "Acme Mail; chat; unheard"
    assert ENGLISH.categories(["content", "odd.thing"]) == "Content; odd.thing"


def test_a_star_means_all() -> None:
    assert ENGLISH.products(["*"]) == "all products"
    assert GERMAN.zones(["eu", "*"]) == "alle Datenregionen"


def test_special_categories_are_marked() -> None:
    assert ENGLISH.categories(["content", "health"]) == "Content; Health (special category)"
    assert GERMAN.categories(["health"]) == "Health (besondere Kategorie)"


def test_days_are_written_as_the_language_writes_them() -> None:
    day = date(2023, 1, 6)
    assert (ENGLISH.day(day), ENGLISH.short_day(day)) == ("6 January 2023", "6 Jan 2023")
    assert (GERMAN.day(day), GERMAN.short_day(day)) == ("6. Januar 2023", "06.01.2023")
    french, spanish = Names(POLICY, phrases("fr")), Names(POLICY, phrases("es"))
    assert (french.day(day), french.short_day(day)) == ("6 janvier 2023", "6 janv. 2023")
    assert (spanish.day(day), spanish.short_day(day)) == ("6 de enero de 2023", "6 ene 2023")


def test_what_the_policy_does_not_say_in_a_language_stands_as_it_says_it() -> None:
    french = Names(POLICY, phrases("fr"))
    assert french.categories(["content", "health"]) == "Content\u202f; Health (catégorie particulière)"
    assert french.places(Region((Place("DE"), Place("GLOBAL")))) == "Allemagne\u202f; monde entier"


def test_what_is_not_translated_says_in_which_language_it_stands() -> None:
    names = Names(make.policy(languages=("en", "fr")), phrases("fr"))
    row = make.engagement("a", purpose="Hosting", measures=("a", "b"), translations=(("retention_fr", "90 jours"),))
    assert names.said(row, "purpose") == "Hosting (anglais)"
    assert names.said(row, "measures") == "a\u202f; b (anglais)"
    assert names.said(row, "retention") == "90 jours"
    assert names.said(make.engagement("b", purpose="Hosting", retention=""), "retention") == ""
    assert Names(make.policy(languages=("en",)), phrases("en")).said(row, "purpose") == "Hosting"
