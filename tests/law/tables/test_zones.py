"""Zones on days. The days of accession and withdrawal are written by hand from the Treaties."""

from datetime import date, timedelta

import pytest

from vendor_registry.law.tables.zones import REGIMES, ZONES, countries, regimes

ACCESSIONS = (  # day of accession, countries and territories that came with it
    ("1958-01-01", "BE DE FR IT LU NL GF GP MQ RE"),  # Treaty of Rome; outermost regions: TFEU Art. 349
    ("1973-01-01", "DK GB IE GI"),  # Accession Treaty 1972; Gibraltar: TFEU Art. 355(3)
    ("1981-01-01", "GR"),  # Accession Treaty 1979
    ("1986-01-01", "ES PT"),  # Accession Treaty 1985
    ("1995-01-01", "AT FI SE AX"),  # Accession Treaty 1994, Protocol 2 for the Åland Islands
    ("2004-05-01", "CY CZ EE HU LT LV MT PL SI SK"),  # Accession Treaty 2003
    ("2007-01-01", "BG RO"),  # Accession Treaty 2005
    ("2009-12-01", "MF"),  # Treaty of Lisbon, TFEU Art. 349
    ("2013-07-01", "HR"),  # Accession Treaty 2011
    ("2014-01-01", "YT"),  # European Council Decision 2012/419/EU
)
MEMBERS_2026 = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK AX GF GP MF MQ RE YT"


def before(day: str) -> date:
    return date.fromisoformat(day) - timedelta(1)


def on(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize(("day", "codes"), ACCESSIONS)
def test_a_state_is_in_the_union_from_the_day_of_its_accession(day: str, codes: str) -> None:
    """The day before, none of them; on the day, all of them."""
    assert not set(codes.split()) & countries("EU", before(day))
    assert set(codes.split()) <= countries("EU", on(day))


@pytest.mark.parametrize(("last_day", "code"), [("2020-01-31", "GB"), ("2020-01-31", "GI"), ("1985-01-31", "GL")])
def test_a_country_that_left_is_in_the_union_on_its_last_day_and_not_on_the_next(last_day: str, code: str) -> None:
    """The UK and Gibraltar left at the end of 31 January 2020, Greenland before 1 February 1985."""
    assert code in countries("EU", on(last_day))
    assert code not in countries("EU", on(last_day) + timedelta(1))


def test_the_union_of_today_is_written_out() -> None:
    """27 member States and the seven territories in which the Treaties apply."""
    assert countries("EU", date(2026, 11, 23)) == set(MEMBERS_2026.split())


@pytest.mark.parametrize(("day", "codes"), [("1994-01-01", "IS NO"), ("1995-05-01", "LI")])
def test_the_eea_is_the_union_and_the_efta_states_of_the_agreement(day: str, codes: str) -> None:
    """EEA Agreement: Iceland and Norway since 1994, Liechtenstein since 1 May 1995; Switzerland never."""
    assert not set(codes.split()) & countries("EEA", before(day))
    assert set(codes.split()) <= countries("EEA", on(day)) - countries("EU", on(day))
    assert "CH" not in countries("EEA", on(day))


def test_the_uk_and_switzerland_are_one_country_each() -> None:
    """Neither Gibraltar nor the Crown dependencies are part of the United Kingdom."""
    assert countries("UK", date(2019, 1, 1)) == countries("UK", date(2026, 1, 1)) == {"GB"}
    assert countries("CH", date(2019, 1, 1)) == {"CH"}


def test_an_unknown_zone_is_refused() -> None:
    """Data regions of a policy are not jurisdictions."""
    assert ZONES == ("EEA", "EU", "UK", "CH")
    with pytest.raises(KeyError):
        countries("eu", date(2026, 1, 1))


@pytest.mark.parametrize(
    ("country", "day", "expected"),
    [
        ("DE", "1998-10-23", ()),  # before the transposition deadline of Directive 95/46/EC
        ("DE", "1998-10-24", ("eu",)),
        ("DE", "2018-05-24", ("eu",)),
        ("DE", "2018-05-25", ("eu",)),
        ("NO", "2018-07-19", ("eu",)),  # Directive 95/46/EC stayed applicable in the EEA until JCD 154/2018
        ("NO", "2018-07-20", ("eu",)),
        ("GB", "2020-01-31", ("eu",)),
        ("GB", "2020-12-31", ("eu",)),  # Withdrawal Agreement Art. 126, 127
        ("GB", "2021-01-01", ("uk",)),
        ("GI", "2020-12-31", ("eu",)),
        ("GI", "2021-01-01", ()),  # the Gibraltar GDPR is a regime of its own
        ("RE", "2024-01-01", ("eu",)),
        ("CH", "1993-06-30", ()),
        ("CH", "1993-07-01", ("ch",)),
        ("CH", "2023-08-31", ("ch",)),
        ("CH", "2023-09-01", ("ch",)),
        ("US", "2024-01-01", ()),
        ("FO", "2024-01-01", ()),
    ],
)
def test_the_regime_of_an_exporter_follows_from_its_country_and_the_day(
    country: str, day: str, expected: tuple[str, ...]
) -> None:
    """Membership of the area of the GDPR, the Directive, the transition period, the UK GDPR or the FADP."""
    assert regimes(country, on(day)) == expected
    assert REGIMES == ("eu", "uk", "ch")
