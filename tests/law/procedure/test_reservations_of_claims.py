"""What is said of ends that come near, of claims that are of no help beside one that holds, and of nothing."""

from datetime import date
from typing import Any

import pytest

from tests.law.asking import question
from tests.law.procedure.test_reservations import codes
from vendor_registry.law.procedure.judge import judge


@pytest.mark.parametrize(
    ("changes", "day", "told"),
    [
        # (EU) 2021/1772 as first adopted ended on 27 June 2025, and as extended on 27 December 2025
        ({"importer_country": "GB"}, date(2025, 6, 20), False),
        ({"importer_country": "GB"}, date(2025, 12, 18), False),
        ({"importer_country": "GB"}, date(2031, 12, 27), True),
        # member, transition, bridge, decision; Gibraltar stayed outside after the transition
        ({"importer_country": "GB"}, date(2020, 1, 31), False),
        ({"importer_country": "GB"}, date(2020, 12, 31), False),
        ({"importer_country": "GI"}, date(2020, 12, 31), True),
        ({"importer_country": "GB"}, date(2021, 6, 27), False),
        # an exporter in the UK is no longer under the law of the Union on the day after
        ({"exporter_country": "GB", "importer_country": "DE"}, date(2020, 12, 31), True),
        # the indicative list of the FDPIC, and Annex 1 of the DPO
        ({"regime": "ch", "exporter_country": "CH", "importer_country": "DE"}, date(2023, 8, 31), False),
    ],
)
def test_an_end_is_no_news_where_another_row_follows_the_next_day(
    changes: dict[str, Any], day: date, told: bool
) -> None:
    """On the last day of the row that is the ground."""
    assert ("ends-soon" in codes(**changes, day=day)) is told


def test_an_end_is_told_where_what_follows_is_taken_away() -> None:
    """What-if: the bridge, without the decision that followed it."""
    asked = question(importer_country="GB", day=date(2021, 6, 27))
    assert judge(asked, without=frozenset({"decision:2021/1772"})).has("ends-soon")


def test_an_exception_is_never_called_a_fallback() -> None:
    """Art. 49 carries nothing systematic, so the certificate stands alone."""
    answer = judge(question("DPF (2023-09-01); explicit consent", importer_country="US"))
    [told] = [note.text for note in answer.notes if note.code == "unnecessary"]
    assert told.startswith('"explicit consent" is not needed beside the decision')
    assert told.endswith("and as an exception it carries nothing systematic if that falls")
    assert answer.has("dpf-no-fallback")


@pytest.mark.parametrize(
    ("mechanism", "changes", "code", "told"),
    [
        (
            "SCC M2 (2022-01-01); Swiss-U.S. DPF",
            {},
            "other-regime",
            '"Swiss-U.S. DPF" is a programme of another regime',
        ),
        ("SCC M2 (2022-01-01); code of conduct", {}, "left-open", '"code of conduct" as Approved code of conduct'),
        ("SCC M2 (2022-01-01)", {"importer_country": "CA"}, "left-open", "whether the importer is subject to PIPEDA"),
        ("SCC M2 (2022-01-01); SCC 2010/87 (2015-01-01)", {}, "mechanism-dead", "2022-12-27"),
        ("SCC M2 (2022-01-01); DPF", {"importer_country": "US"}, "left-open", "from which day it is, is not stated"),
    ],
)
def test_a_claim_of_no_help_is_mentioned_beside_one_that_holds(
    mechanism: str, changes: dict[str, Any], code: str, told: str
) -> None:
    """Dead, idle or left open: the answer is covered, and nothing is passed over in silence."""
    answer = judge(question(mechanism, **changes))
    assert answer.verdict == "covered"
    assert any(note.code == code and told in note.text for note in answer.notes), answer.notes


def test_that_nothing_is_in_place_is_passed_over_in_silence() -> None:
    """The word none in the cell, beside a decision and beside nothing."""
    assert codes("none", importer_country="FR") == []
    assert codes("none", importer_country="NZ") == []
    assert codes("none") == codes() == ["nothing-claimed"]


@pytest.mark.parametrize(("regime", "exporter"), [("uk", "GB"), ("ch", "CH")])
@pytest.mark.parametrize("territory", ["PM", "BL", "NC", "PF", "WF", "TF", "SJ"])
def test_territories_that_a_list_does_not_name_are_marked(regime: str, exporter: str, territory: str) -> None:
    """The lists name France and Norway."""
    answer = judge(question(regime=regime, exporter_country=exporter, importer_country=territory))
    assert answer.verdict == "not_covered"
    assert answer.has("law-uncertain")


def test_no_remark_repeats_a_note_of_the_tables_makers() -> None:
    """Why a territory is not settled is a sentence, not a hint to whoever reads the table."""
    for territory in ("PM", "BL", "NC", "PF", "WF", "TF", "SJ"):
        [note] = [
            note for note in judge(question(importer_country=territory)).notes if note.code.startswith("deciding")
        ]
        assert "answer unknown" not in note.text
        assert "as PM" not in note.text


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2031, 12, 25), "the ground ends on 2031-12-27, 2 days after the day asked"),
        (date(2031, 12, 26), "the ground ends on 2031-12-27, 1 day after the day asked"),
        (date(2031, 12, 27), "the ground ends on 2031-12-27, which is the day asked"),
    ],
)
def test_how_far_an_end_is_away_is_said_in_words(day: date, told: str) -> None:
    """(EU) 2021/1772 as amended by (EU) 2025/2574."""
    notes = judge(question(importer_country="GB", day=day)).notes
    assert [note.text for note in notes if note.code == "ends-soon"] == [told]
