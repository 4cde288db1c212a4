"""Adequacy decisions that reach some importers and not others, and what is cited for them."""

from datetime import date
from typing import Any

import pytest

from tests.law.asking import question
from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.question import Certificate

CH: dict[str, Any] = {"regime": "ch", "exporter_country": "CH"}


@pytest.mark.parametrize(
    ("mechanism", "pipeda", "verdict"),
    [
        ("", None, "unknown"),
        ("Adequacy", None, "unknown"),  # that it is claimed does not say that the importer is subject to the act
        ("Adequacy (PIPEDA)", None, "covered"),
        ("PIPEDA", None, "covered"),
        ("PIPEDA", False, "not_covered"),
        ("", True, "covered"),
        ("", False, "not_covered"),
    ],
)
def test_the_decision_on_canada_reaches_who_is_subject_to_its_act(
    mechanism: str, pipeda: bool | None, verdict: str
) -> None:
    """2002/2/EC: the sheet can say so in mechanism; a fact that is asked for by itself outweighs it."""
    assert judge(question(mechanism, importer_country="CA", pipeda=pipeda)).verdict == verdict


def test_pipeda_is_of_no_use_elsewhere() -> None:
    """India has no decision, Japan another one."""
    india, japan = (judge(question("PIPEDA", importer_country=country)) for country in ("IN", "JP"))
    assert (india.verdict, japan.verdict) == ("not_covered", "covered")
    assert india.has("does-not-fit")
    assert japan.has("does-not-fit")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"importer_country": "CA", "pipeda": False}, "2002/2/EC does not reach this importer, which is not subject"),
        ({"importer_country": "JP", "importer_public": True}, "(EU) 2019/419 does not reach this importer, which is a"),
    ],
)
def test_an_importer_that_a_decision_does_not_reach_is_told_so(changes: dict[str, Any], told: str) -> None:
    answer = judge(question(**changes))
    assert answer.verdict == "not_covered"
    assert any(note.code == "out-of-reach" and told in note.text for note in answer.notes)


@pytest.mark.parametrize(
    ("mechanism", "changes"),
    [
        ("DPF", {}),
        ("Adequacy", {}),
        ("UK Extension", {"regime": "uk", "exporter_country": "GB"}),
        ("Swiss-U.S. DPF", {**CH, "day": date(2024, 9, 15)}),
    ],
)
def test_a_missing_certificate_is_told(mechanism: str, changes: dict[str, Any]) -> None:
    """A register was asked, and it has none."""
    answer = judge(question(mechanism, importer_country="US", certificates=(), **changes))
    assert answer.verdict == "not_covered"
    assert "no certificate of the importer is stated" in answer.notes[0].text
    other = Certificate(programme="privacy_shield", valid_from=date(2019, 1, 1), valid_to=None)
    assert judge(question(mechanism, importer_country="US", certificates=(other,), **changes)).verdict == "not_covered"


def test_before_the_swiss_list_is_known_only_who_is_surely_not_on_it_gets_a_no() -> None:
    """The list is in the tables from 25 May 2018: the day before, the day, the day after."""
    for pipeda, verdicts in ((False, ["not_covered"] * 3), (True, ["unknown", *["covered_with_warning"] * 2])):
        days = (date(2018, 5, 24), date(2018, 5, 25), date(2018, 5, 26))
        asked = [question(**CH, importer_country="CA", pipeda=pipeda, day=day) for day in days]
        assert [judge(one).verdict for one in asked] == verdicts


@pytest.mark.parametrize(
    ("exporter", "day", "provision"),
    [
        ("DE", date(2018, 5, 24), "Directive 95/46/EC Art. 25(6)"),
        ("DE", date(2018, 5, 25), "Regulation (EU) 2016/679 Art. 45(9)"),
        ("DE", date(2018, 5, 26), "Regulation (EU) 2016/679 Art. 45(9)"),
        ("NO", date(2018, 7, 19), "Directive 95/46/EC Art. 25(6)"),
        ("NO", date(2018, 7, 20), "Regulation (EU) 2016/679 Art. 45(9)"),
        ("NO", date(2018, 7, 21), "Regulation (EU) 2016/679 Art. 45(9)"),
    ],
)
def test_an_old_decision_rests_on_the_directive_until_the_gdpr_keeps_it_in_force(
    exporter: str, day: date, provision: str
) -> None:
    """Decision 2000/518/EC on Switzerland."""
    answer = judge(question(exporter_country=exporter, importer_country="CH", day=day))
    assert answer.citation == f"Decision 2000/518/EC; {provision}"


@pytest.mark.parametrize(
    ("day", "provision"),
    [
        (date(2018, 5, 24), "Directive 95/46/EC Art. 1(2)"),
        (date(2018, 7, 19), "Directive 95/46/EC Art. 1(2)"),
        (date(2018, 7, 20), "Regulation (EU) 2016/679 Art. 1(3), 44"),
        (date(2018, 7, 21), "Regulation (EU) 2016/679 Art. 1(3), 44"),
    ],
)
def test_free_movement_rests_on_the_directive_while_one_end_is_under_it(day: date, provision: str) -> None:
    """Germany to IS, LI and NO, and back: EEA Joint Committee Decision 154/2018."""
    for there in ("IS", "LI", "NO"):
        for ends in ({"importer_country": there}, {"exporter_country": there, "importer_country": "DE"}):
            assert judge(question(**ends, day=day)).citation == provision
