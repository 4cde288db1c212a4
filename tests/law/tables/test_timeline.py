"""The history of a country; the days are written by hand."""

from datetime import date

import pytest

from vendor_registry.law.tables.timeline import timeline

HISTORIES = {
    "US": [
        ("2000-07-26", "eu", "begins", "2000/520/EC"),
        ("2009-02-16", "ch", "begins", "exchange of letters"),
        ("2015-10-06", "eu", "ended", "2000/520/EC"),
        ("2015-10-06", "eu", "remark", "Schrems I"),
        ("2015-10-07", "ch", "ended", "exchange of letters"),
        ("2015-10-07", "ch", "remark", "FDPIC"),
        ("2016-07-12", "eu", "begins", "2016/1250"),
        ("2017-04-12", "ch", "begins", "Swiss-U.S. Privacy Shield"),
        ("2020-07-16", "eu", "ended", "2016/1250"),
        ("2020-07-16", "eu", "remark", "Schrems II"),
        ("2020-09-08", "ch", "ended", "Swiss-U.S. Privacy Shield"),
        ("2020-09-08", "ch", "remark", "FDPIC"),
        ("2023-07-10", "eu", "begins", "2023/1795"),
        ("2023-10-12", "uk", "begins", "SI 2023/1028"),
        ("2024-09-15", "ch", "begins", "DPO Annex 1"),
        ("2025-10-31", "eu", "remark", "C-703/25 P"),
        ("2026-06-29", "eu", "remark", "Slaughter"),
    ],
    "GB": [
        ("1973-01-01", "", "begins", "EU"),
        ("1998-10-24", "eu", "begins", "DPD"),
        ("2018-05-25", "ch", "begins", "FDPIC"),
        ("2018-05-25", "eu", "begins", "GDPR"),
        ("2018-05-25", "eu", "ended", "DPD"),
        ("2020-02-01", "", "ended", "EU"),
        ("2020-02-01", "eu", "begins", "GDPR_TRANSITION"),
        ("2020-02-01", "eu", "ended", "GDPR"),
        ("2021-01-01", "eu", "begins", "EU_BRIDGE"),
        ("2021-01-01", "eu", "ended", "GDPR_TRANSITION"),
        ("2021-01-01", "uk", "begins", "UK"),
        ("2021-06-28", "eu", "begins", "2021/1772"),
        ("2021-06-28", "eu", "ended", "EU_BRIDGE"),
        ("2021-06-28", "eu", "remark", "Art. 782"),
        ("2023-09-01", "ch", "begins", "DPO Annex 1"),
        ("2023-09-01", "ch", "ended", "FDPIC"),
        ("2025-06-24", "eu", "begins", "2025/1226"),
        ("2025-06-28", "eu", "ended", "2021/1772"),
        ("2025-12-19", "eu", "begins", "2025/2574"),
        ("2025-12-28", "eu", "ended", "2025/1226"),
        ("2031-12-28", "eu", "ended", "2025/2574"),
    ],
    "GI": [
        ("1973-01-01", "", "begins", "EU"),
        ("1998-10-24", "eu", "begins", "DPD"),
        ("2018-05-25", "ch", "begins", "FDPIC"),
        ("2018-05-25", "eu", "begins", "GDPR"),
        ("2018-05-25", "eu", "ended", "DPD"),
        ("2020-02-01", "", "ended", "EU"),
        ("2020-02-01", "eu", "begins", "GDPR_TRANSITION"),
        ("2020-02-01", "eu", "ended", "GDPR"),
        ("2021-01-01", "", "begins", "GI_GDPR"),
        ("2021-01-01", "", "begins", "OUTSIDE"),
        ("2021-01-01", "eu", "ended", "GDPR_TRANSITION"),
        ("2021-01-01", "uk", "begins", "DPA 2018"),
        ("2023-09-01", "ch", "begins", "DPO Annex 1"),
        ("2023-09-01", "ch", "ended", "FDPIC"),
        ("2026-01-01", "eu", "remark", "Gibraltar"),
    ],
    "GL": [
        ("1973-01-01", "", "begins", "EU"),
        ("1985-02-01", "", "begins", "OUTSIDE"),
        ("1985-02-01", "", "ended", "EU"),
    ],
    "BR": [
        ("2026-01-26", "eu", "begins", "2026/179"),
        ("2026-01-26", "eu", "remark", "26 January 2026"),
        ("2026-01-26", "eu", "remark", "Joint Committee"),
    ],
    "IN": [],
}


@pytest.mark.parametrize("country", HISTORIES)
def test_the_history_of_a_country_is_told_in_the_order_of_days(country: str) -> None:
    """What begins, what ended on the first day without it, and what is remarked."""
    events = timeline(country)
    told = [(event.day.isoformat(), event.regime, event.text.split()[0]) for event in events]
    assert sorted(told) == sorted((day, regime, what) for day, regime, what, _ in HISTORIES[country])
    for day, regime, what, word in HISTORIES[country]:
        assert any(
            (e.day.isoformat(), e.regime, e.text.split()[0]) == (day, regime, what) and word in e.text for e in events
        )


def test_what_is_so_from_before_the_tables_begin_has_no_day() -> None:
    """The Faroe Islands were never inside; what is not verified is marked."""
    first, *others = timeline("AW")
    assert (first.day, first.unverified, others) == (date.min, True, [])
