"""Exports keep vendors that have left, and some that may come: neither is an engagement in force."""

import pytest

from tests.intake.lists.reading import left_out, read
from vendor_registry.intake.lists.words.grounds import is_mechanism, says_none
from vendor_registry.intake.lists.words.standings import Standing, standing


def export(status: str, ended: str = "", title: str = "Status") -> str:
    """A list of two vendors, the second with this status and last day."""
    return f"Vendor,Purpose,Location,{title},End date\nA Inc.,Mail,US,Active,\nB GmbH,Hosting,DE,{status},{ended}\n"


@pytest.mark.parametrize(
    "status",
    ["Offboarded", "Inactive (2023)", "beendet", "Nicht mehr aktiv", "Résilié", "Dado de baja", "4 - Terminated"],
)
def test_who_has_ended_is_a_row_only_with_a_last_day(status: str) -> None:
    assert [row[1] for row in read(export(status), "a.csv")] == ["A Inc."]
    (told,) = left_out(export(status), "a.csv")
    assert told.startswith(
        f'3 "B GmbH" was left out, as Status "{status}" says that it has ended, and no day says when'
    )
    assert read(export(status, "2024-03-01"), "a.csv", "until")[1] == ("3", "B GmbH", "2024-03-01")


@pytest.mark.parametrize("status", ["In evaluation", "Prospect", "In Prüfung", "en cours d'évaluation", "rechazado"])
def test_who_is_not_engaged_is_told(status: str) -> None:
    assert [row[1] for row in read(export(status, "2030-01-01"), "a.csv")] == ["A Inc."]
    assert left_out(export(status), "a.csv") == [
        f'3 "B GmbH" was left out, as Status "{status}" says that it is not engaged'
    ]


def test_what_may_mean_that_it_has_ended_is_told_and_kept() -> None:
    for status in ("Under review", "Active - no longer in use", "Gekündigt"):
        assert [row[1] for row in read(export(status), "a.csv")] == ["A Inc.", "B GmbH"]
        assert "the row is taken as in force" in left_out(export(status), "a.csv")[0]


@pytest.mark.parametrize(
    ("title", "text", "meant"),
    [
        ("Active", "no", Standing.ENDED),
        ("isActive", "false", Standing.ENDED),
        ("Is active", "true", Standing.ENGAGED),
        ("Archived", "yes", Standing.ENDED),
        ("Archived", "no", Standing.ENGAGED),
        ("Offboarded", "2024-03-01", Standing.ENDED),
        ("Status", "not yet active", Standing.NOT_YET),
        ("Status", "no", Standing.UNCLEAR),
    ],
)
def test_answers_say_it_of_their_title(title: str, text: str, meant: Standing) -> None:
    assert standing(title, text) is meant


def test_headings_and_brackets_say_it_too() -> None:
    page = "# Sub-processors\n\n- A Inc. - Mail - US\n\n## Inactive vendors\n\n- B GmbH - Hosting - DE\n"
    assert [row[1] for row in read(page, "a.md")] == ["A Inc."]
    assert "C Ltd" not in str(read(f"{page}\n## Others\n\n- C Ltd (offboarded) - Mail - UK\n", "a.md"))
    both = '{"active": [{"vendor": "A Inc.", "purpose": "Mail"}], "former": [{"vendor": "B", "purpose": "Mail"}]}'
    assert [row[1] for row in read(both, "a.json")] == ["A Inc."]


def test_an_announced_vendor_is_a_row_with_its_first_day() -> None:
    text = "Vendor,Purpose,Location,Status,Start date\nA Inc.,Mail,US,Planned,2027-01-01\nB GmbH,Mail,DE,geplant,\n"
    assert read(text, "a.csv", "since") == [("2", "A Inc.", "2027-01-01")]
    assert "it is to come, and no day says when" in left_out(text, "a.csv")[0]


@pytest.mark.parametrize(
    "word", ["No", "none", "not required", "nicht erforderlich", "Keine", "aucun", "non", "ninguno"]
)
def test_none_is_no_ground(word: str) -> None:
    text = f"| Vendor | Where | Transfer mechanism |\n|--|--|--|\n| A Inc. | US | {word} |\n| B GmbH | DE | SCCs |\n"
    assert read(text, "a.md", "mechanism", "notes")[0] == ("3", "A Inc.", "", f"Transfer mechanism: {word}")
    assert left_out(text, "a.md") == [
        f'3 Transfer mechanism: "{word}" says that there is none, or that none is needed; the cell stays blank'
    ]
    assert says_none(word)
    assert not is_mechanism(word)
    assert not says_none("Not required as Ireland is a part of the EEA")
