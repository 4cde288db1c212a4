"""One cell for several engagements of a vendor."""

from dataclasses import replace
from datetime import date

import pytest

from tests import make
from vendor_registry.documents.document import Cell, line
from vendor_registry.documents.parts.merging import merged
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.model.register.engagement import Engagement

NAMES = Names(make.policy(products=make.named("mail", "chat")), phrases("en"))


def said(*engagements: Engagement, lines: int = 1, language: str = "en") -> list[str]:
    names = Names(NAMES.policy, phrases(language))

    def lines_of(one: Engagement) -> Cell:
        return tuple(line(str(one.region)) for _ in range(lines))

    return ["".join(run.text for run in part) for part in merged(engagements, lines_of, names)]


def test_what_all_engagements_share_is_said_once() -> None:
    assert said(make.engagement("a"), make.engagement("b", zone="us")) == ["DE"]


def test_what_differs_is_told_apart_by_data_region() -> None:
    rows = (
        make.engagement("a", products=("mail",)),
        make.engagement("b", products=("mail",), zone="us", region="US"),
        make.engagement("c", products=("chat",)),
        make.engagement("d", products=("chat",), zone="us", region="US"),
    )
    assert said(*rows) == ["For EU: DE", "For US: US"]


def test_in_french_no_preposition_stands_before_a_name_whose_article_nobody_knows() -> None:
    rows = (make.engagement("a"), make.engagement("b", zone="us", region="US"))
    assert said(*rows, language="fr") == ["EU\u202f: DE", "US\u202f: US"]
    assert said(*rows, language="es") == ["Para EU: DE", "Para US: US"]


def test_what_all_begin_with_is_said_once_and_the_rest_by_data_region() -> None:
    rows = (
        make.engagement("a"),
        make.engagement("b", zone="us", region="US"),
        make.engagement("c", zone="uk", region=""),
    )

    def lines_of(one: Engagement) -> Cell:
        place = str(one.region)
        return (line("Mechanism: SCC"), *([line(place)] if place else []), line("the end"))

    told = ["".join(run.text for run in part) for part in merged(rows[:2], lines_of, NAMES)]
    assert told == ["Mechanism: SCC", "For EU:", "DE", "the end", "For US:", "US", "the end"]
    told = ["".join(run.text for run in part) for part in merged((rows[0], rows[2]), lines_of, NAMES)]
    assert told == ["Mechanism: SCC", "For EU:", "DE", "the end", "For uk: the end"]


def test_what_nothing_sets_apart_stands_without_a_label() -> None:
    """Two rows of one vendor for the same product, data region and service, from the same day."""
    since = date(2025, 7, 1)
    rows = make.engagement("a", since=since), make.engagement("b", since=since, region="US")
    assert said(*rows) == ["DE", "US"]
    assert said(rows[0], make.engagement("b", region="US"))[1] == "US"


def test_where_the_data_region_does_not_tell_apart_the_product_does() -> None:
    rows = (make.engagement("a"), make.engagement("b", products=("chat",), region="US"))
    assert said(*rows) == ["For Mail: DE", "For Chat: US"]


def test_where_neither_does_all_is_said() -> None:
    rows = (make.engagement("a", zone="*"), make.engagement("b", service="support", region="US"))
    assert said(*rows) == ["For Mail, all data regions, Hosting: DE", "For Mail, EU, Support: US"]


def test_an_engagement_without_lines_adds_none() -> None:
    rows = (make.engagement("a"), make.engagement("b", zone="us", region="US"))

    def only_one(one: Engagement) -> Cell:
        return (line("x"),) if one.key == "a" else ()

    assert ["".join(run.text for run in part) for part in merged(rows, only_one, NAMES)] == ["For EU: x"]


def test_several_lines_come_under_their_scope() -> None:
    rows = (make.engagement("a"), make.engagement("b", zone="us", region="US"))
    assert said(*rows, lines=2) == ["For EU:", "DE", "DE", "For US:", "US", "US"]


OLD = make.engagement("old", region="US", until=date(2026, 5, 31))
NEW = make.engagement("new", region="IE", since=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Until 31 May 2026: US", "From 1 June 2026: IE"]),
        ("de", ["Bis 31. Mai 2026: US", "Ab 1. Juni 2026: IE"]),
    ],
)
def test_what_changes_on_a_day_is_told_apart_by_the_days(language: str, expected: list[str]) -> None:
    assert said(OLD, NEW, language=language) == expected


def test_every_language_has_words_for_the_days_of_a_row() -> None:
    """A row that began and ended, beside one that followed it."""
    for language in languages():
        first, second = said(replace(OLD, since=date(2024, 2, 1)), NEW, language=language)
        assert [year for year in ("2024", "2026") if year not in first] == [], language
        assert (first[0].isupper(), "2026" in second) == (True, True), language


def test_days_are_told_beside_the_rest_where_only_together_they_tell_apart() -> None:
    """Two rows of one service that overlap for a month, and one of another service that is open at both ends."""
    rows = (OLD, replace(NEW, since=date(2026, 5, 1)), make.engagement("c", service="support", region="FR"))
    assert said(*rows) == [
        "For Mail, EU, Hosting, until 31 May 2026: US",
        "For Mail, EU, Hosting, from 1 May 2026: IE",
        "For Mail, EU, Support: FR",
    ]


def test_lines_that_say_their_days_themselves_need_no_other_name() -> None:
    def since(one: Engagement) -> Cell:
        return (line(str(one.since)),)

    parts = merged((OLD, NEW), since, NAMES, dated=True)
    assert [run.text for part in parts for run in part] == ["None", "2026-06-01"]
