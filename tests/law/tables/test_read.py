"""The tables are sound: cited, without overlaps or gaps, with real codes, and in step with each other."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest

from vendor_registry.law.catalogue import dated_tables
from vendor_registry.law.tables import read as reading
from vendor_registry.law.tables.read import tables
from vendor_registry.law.tables.rows import FROM_KNOWLEDGE, Dated
from vendor_registry.law.tables.zones import AREAS_OF_REGIME
from vendor_registry.model.register.countries import COUNTRIES

REGIMES = {"eu", "uk", "ch"}
ORGANISATIONS = {"EPO"}
PAIRS = {"C2C", "C2P", "P2P", "P2C"}
INSIDE = ("DPD", "GDPR", "GDPR_TRANSITION", "EU_BRIDGE")
TRANSPOSITION_OF_THE_DIRECTIVE = date(1998, 10, 24)  # Directive 95/46/EC Art. 32(1)
OVERLAPS = {
    ("eu", "GB")
}  # each amendment of (EU) 2021/1772 came into force before the day on which it would have ended


def overlapping(rows: Sequence[Dated]) -> list[tuple[Dated, Dated]]:
    """Neighbours in time of which the later begins before the earlier has ended."""
    ordered = sorted(rows, key=lambda row: row.valid_from or date.min)
    return [
        (earlier, later)
        for earlier, later in pairwise(ordered)
        if earlier.valid_to is None or (later.valid_from or date.min) <= earlier.valid_to
    ]


def test_every_row_is_cited_has_a_status_and_ends_after_it_begins() -> None:
    """valid_from <= valid_to, in every table."""
    for name, rows in dated_tables().items():
        for row in rows:
            assert row.source, (name, row)
            assert row.status in {"verified", FROM_KNOWLEDGE}, (name, row)
            if row.valid_from and row.valid_to:
                assert row.valid_from <= row.valid_to, (name, row)


def test_codes_are_of_iso_3166_and_regimes_are_ours() -> None:
    """Countries of members, decisions, statutes and remarks; roles of mechanisms; conditions of decisions."""
    for member in tables().membership:
        assert member.country in COUNTRIES, member
    for decision in tables().adequacy:
        assert decision.country in COUNTRIES | ORGANISATIONS, decision
        assert decision.regime in REGIMES, decision
    for row in tables().mechanisms:
        assert row.roles <= PAIRS, row
        assert row.regime in REGIMES, row
    for remark in tables().remarks:
        assert remark.exporters <= COUNTRIES, remark
        assert remark.regime in REGIMES, remark
    assert {row.country for row in tables().government_access} <= COUNTRIES
    assert {row.condition for row in tables().adequacy} <= {row.id for row in tables().conditions}


def test_ids_are_unique() -> None:
    """One row for an instrument under a regime, one for a condition."""
    mechanisms = [(row.id, row.regime) for row in tables().mechanisms]
    assert len(set(mechanisms)) == len(mechanisms)
    conditions = [row.id for row in tables().conditions]
    assert len(set(conditions)) == len(conditions)


@pytest.mark.parametrize("area", ["EU", "EEA", "DPD", "GDPR", "GDPR_TRANSITION", "EU_BRIDGE", "UK", "CH_OLD", "CH"])
def test_a_country_is_in_an_area_once_at_a_time(area: str) -> None:
    """No overlaps within an area."""
    rows = [row for row in tables().membership if row.area == area]
    for country in {row.country for row in rows}:
        assert not overlapping([row for row in rows if row.country == country]), (area, country)


def test_the_areas_of_one_law_follow_each_other_without_gap_or_overlap() -> None:
    """Directive, GDPR, transition and bridge; FADP 1992 and 2020. YT and HR and others join later, nobody twice."""
    for areas in (INSIDE, ("CH_OLD", "CH")):
        rows = [row for row in tables().membership if row.area in areas]
        for country in sorted({row.country for row in rows}):
            ordered = sorted(
                (row for row in rows if row.country == country), key=lambda row: row.valid_from or date.min
            )
            for earlier, later in pairwise(ordered):
                assert earlier.valid_to is not None, (earlier, later)
                assert later.valid_from == earlier.valid_to + timedelta(1), (earlier, later)


def test_nobody_is_in_the_area_of_a_law_before_it_applied() -> None:
    """Directive 95/46/EC Art. 32(1); and no member State is in the area before its accession."""
    for row in tables().membership:
        if row.area == "DPD":
            assert row.valid_from is not None
            assert row.valid_from >= TRANSPOSITION_OF_THE_DIRECTIVE, row
    accession = {row.country: row.valid_from for row in tables().membership if row.area == "EU"}
    for row in tables().membership:
        begun = accession.get(row.country)
        if row.area == "DPD" and begun and row.country != "MF":  # MF was part of Guadeloupe before it was named
            assert row.valid_from == max(begun, TRANSPOSITION_OF_THE_DIRECTIVE), row


def test_a_country_is_outside_exactly_while_it_is_not_inside() -> None:
    """Territories that joined or left: the row that says so begins or ends with the membership."""
    for outside in (row for row in tables().membership if row.area == "OUTSIDE"):
        for inside in tables().membership:
            if inside.country == outside.country and inside.area in {"EU", "DPD", "GDPR", "GDPR_TRANSITION"}:
                assert not overlapping([inside, outside]), (inside, outside)


def test_decisions_on_a_country_overlap_only_where_an_amendment_took_effect_early() -> None:
    """One decision at a time, but for certificates of different programmes."""
    rows = tables().adequacy
    for regime, country in {(row.regime, row.country) for row in rows}:
        for condition in {row.condition for row in rows if (row.regime, row.country) == (regime, country)}:
            same = [row for row in rows if (row.regime, row.country, row.condition) == (regime, country, condition)]
            assert (regime, country) in OVERLAPS or not overlapping(same), same


def test_the_swiss_lists_follow_each_other_without_a_gap() -> None:
    """The indicative list of the FDPIC ended the day before Annex 1 of the DPO came into force."""
    rows = [row for row in tables().adequacy if row.regime == "ch" and row.country != "US"]
    for country in {row.country for row in rows}:
        first, second = sorted(
            (row for row in rows if row.country == country), key=lambda row: row.valid_from or date.min
        )
        assert first.valid_to is not None
        assert second.valid_from == first.valid_to + timedelta(1), country


def test_nothing_of_a_regime_begins_before_the_regime() -> None:
    """The UK has rows from 2021-01-01, Switzerland from the FADP of 1992."""
    for regime, areas in AREAS_OF_REGIME.items():
        begun = min(row.valid_from or date.min for row in tables().membership if row.area in areas)
        for decision in tables().adequacy:
            assert decision.regime != regime or (decision.valid_from or begun) >= begun, decision
        for mechanism in tables().mechanisms:
            assert mechanism.regime != regime or (mechanism.valid_from or begun) >= begun, mechanism


def test_the_articles_of_an_area_apply_exactly_while_somebody_is_in_it() -> None:
    """General rule, free movement and one entity; UK provisions follow each other without a gap."""
    for area in {row.area for row in tables().articles}:
        members = [row for row in tables().membership if row.area == area]
        for subject in {"general", "free-movement", "same-entity"}:
            rows = sorted(
                (row for row in tables().articles if (row.area, row.subject) == (area, subject)),
                key=lambda row: row.valid_from or date.min,
            )
            if rows:
                assert rows[0].valid_from in {None, min(row.valid_from or date.min for row in members)}, rows[0]
                last_days = [row.valid_to for row in members if row.valid_to]
                last = max(last_days) if len(last_days) == len(members) else None
                assert rows[-1].valid_to == last, rows[-1]
                for earlier, later in pairwise(rows):
                    assert earlier.valid_to is not None
                    assert later.valid_from == earlier.valid_to + timedelta(1)


def test_no_two_articles_speak_on_one_subject_and_none_outlives_its_area() -> None:
    """The duty to assess, too, has one provision at a time."""
    for article in tables().articles:
        members = [row for row in tables().membership if row.area == article.area]
        same = [row for row in tables().articles if (row.area, row.subject) == (article.area, article.subject)]
        assert not overlapping(same), same
        for day in (article.valid_from, article.valid_to):
            assert day is None or any(row.holds(day) for row in members), article


def test_a_programme_can_be_claimed_exactly_while_its_decision_is_in_force() -> None:
    """The mechanism table repeats the days of the adequacy table."""
    programme = {row.id: row.programme for row in tables().conditions if row.programme}
    days = {
        (programme[row.condition], row.regime): (row.valid_from, row.valid_to)
        for row in tables().adequacy
        if row.condition in programme
    }
    named = {(row.id, row.regime): (row.valid_from, row.valid_to) for row in tables().mechanisms}
    assert {key: named[key] for key in days} == days


@pytest.mark.parametrize(
    ("mechanism", "area"),
    [
        (("intra_eea", "eu"), ("GDPR", "DE")),
        (("adequacy", "eu"), ("GDPR", "DE")),
        (("uk_transition", "eu"), ("GDPR_TRANSITION", "GB")),
        (("uk_bridge", "eu"), ("EU_BRIDGE", "GB")),
        (("adequacy", "uk"), ("UK", "GB")),
        (("adequacy", "ch"), ("CH", "CH")),
    ],
)
def test_what_needs_no_mechanism_is_named_while_its_area_exists(
    mechanism: tuple[str, str], area: tuple[str, str]
) -> None:
    """The mechanism table repeats the days of the membership table."""
    [named] = [row for row in tables().mechanisms if (row.id, row.regime) == mechanism]
    [member] = [row for row in tables().membership if (row.area, row.country) == area]
    assert (named.valid_from, named.valid_to) == (member.valid_from, member.valid_to)


def test_the_two_sets_of_2021_came_into_force_together() -> None:
    """2021/914 and 2021/915: OJ L 199 of 7 June 2021, in force on the twentieth day after."""
    sets = {row.valid_from for row in tables().mechanisms if row.id.startswith("scc_2021_") and row.regime == "eu"}
    assert sets == {date(2021, 6, 7) + timedelta(20)}


def test_every_remark_is_about_something_in_the_tables_while_it_stands() -> None:
    """A remark on a decision or mechanism lies within its days."""
    grounds: dict[tuple[str, str], Dated] = {(row.ground, row.regime): row for row in tables().adequacy}
    grounds |= {(row.ground, row.regime): row for row in tables().mechanisms}
    for remark in tables().remarks:
        if remark.applies_to.startswith("importer:"):
            assert remark.applies_to.removeprefix("importer:") in COUNTRIES
            continue
        about = grounds[remark.applies_to, remark.regime]
        assert remark.valid_from is None or about.holds(remark.valid_from), remark
        assert remark.valid_to is None or about.holds(remark.valid_to), remark


def test_the_tables_go_stale() -> None:
    """180 days after the last check, and not a day before."""
    checked = tables().checked
    assert (checked.last_checked, checked.stale_after_days) == (date(2026, 10, 9), 180)
    assert not checked.stale(date(2027, 4, 7))
    assert checked.stale(date(2027, 4, 8))


def test_a_column_too_many_stops_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Headers are field names: a misspelt one is never ignored."""
    sound = reading.read_records
    more = {"checked.csv": {"last_chekced": "2026-10-09"}}
    monkeypatch.setattr(reading, "read_records", lambda name: [record | more.get(name, {}) for record in sound(name)])
    with pytest.raises(KeyError, match="last_chekced"):
        reading.tables.__wrapped__()
