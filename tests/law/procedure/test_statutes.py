"""Statutes on access by authorities, on their first and their last days."""

from datetime import date

import pytest

from tests.law.asking import question
from vendor_registry.law.procedure.judge import judge


@pytest.mark.parametrize(
    ("country", "day", "told", "untold"),
    [
        ("US", date(2022, 10, 6), "Presidential Policy Directive 28", "Executive Order 14086"),
        ("US", date(2022, 10, 7), "Executive Order 14086", "Presidential Policy Directive 28"),
        ("US", date(2026, 6, 12), "Section 702 (50 U.S.C. § 1881a);", "lapsed"),
        ("US", date(2026, 6, 13), "lapsed", "Section 702 (50 U.S.C. § 1881a);"),
        ("IN", date(2024, 6, 25), "Indian Telegraph Act 1885", "Telecommunications Act 2023"),
        ("IN", date(2024, 6, 26), "Telecommunications Act 2023", "Indian Telegraph Act 1885"),
        ("IN", date(2027, 5, 12), "Information Technology Act 2000", "DPDP Act"),
        ("IN", date(2027, 5, 13), "DPDP Act", "Indian Telegraph Act 1885"),
    ],
)
def test_statutes_on_access_are_those_of_the_day(country: str, day: date, told: str, untold: str) -> None:
    """The day before a statute begins, or ends, and the day itself."""
    notes = judge(question("SCC M2 (2021-10-01)", importer_country=country, day=day)).notes
    [text] = [note.text for note in notes if note.code == "government-access"]
    assert told in text
    assert untold not in text
