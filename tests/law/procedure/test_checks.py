"""Why an instrument, as claimed, is of no help, or of help that nobody can be sure of."""

from datetime import date
from typing import Any

import pytest

from tests.law.asking import question
from vendor_registry.law.procedure.judge import judge

PROCESSOR: dict[str, Any] = {"exporter_role": "processor"}
CH: dict[str, Any] = {"regime": "ch", "exporter_country": "CH"}


@pytest.mark.parametrize(
    ("mechanism", "changes", "day", "told"),
    [
        ("BCR-C (2017-01-01)", {}, date(2018, 5, 24), "national authorisation under Directive 95/46/EC Art. 26(2)"),
        ("art49_1_a", {}, date(2018, 5, 24), "Directive 95/46/EC Art. 26(1)(a)"),
        ("BCR-C (2017-01-01)", CH, date(2023, 8, 31), "FADP 1992 Art. 6(2)(g)"),
        ("Art. 17 FADP", CH, date(2023, 8, 31), "FADP 1992 Art. 6(2)"),
    ],
)
def test_what_took_over_something_older_is_not_said_not_to_exist(
    mechanism: str, changes: dict[str, Any], day: date, told: str
) -> None:
    """Before the GDPR, and before the revised Swiss act, the tables have no row; there were such things."""
    answer = judge(question(mechanism, **changes, day=day))
    assert answer.verdict == "not_covered"
    assert [note.code for note in answer.notes if note.code != "stale-law"] == ["no-row-for-day"]
    assert "the tables have no row for it on" in answer.notes[0].text
    assert answer.notes[0].text.endswith(f"before that: {told}")


@pytest.mark.parametrize(
    ("mechanism", "changes", "day"),
    [
        ("SCC 2021/914 M2", {}, date(2021, 6, 26)),
        ("code of conduct (ref A-1)", {}, date(2018, 5, 24)),
        ("Swiss SCC M2", CH, date(2021, 8, 26)),
        ("IDTA", {"regime": "uk", "exporter_country": "GB"}, date(2022, 3, 20)),
    ],
)
def test_what_is_new_does_not_exist_before_its_day(mechanism: str, changes: dict[str, Any], day: date) -> None:
    answer = judge(question(mechanism, **changes, day=day))
    assert answer.has("mechanism-not-yet")
    assert not answer.has("no-row-for-day")


@pytest.mark.parametrize(
    ("mechanism", "changes", "instead"),
    [
        ("BCR-C", PROCESSOR, "the right one is Binding corporate rules for processors (BCR-P)"),
        ("BCR-P", {"importer_role": "controller"}, "the right one is Binding corporate rules for controllers (BCR-C)"),
        ("BCR-C", {**PROCESSOR, "importer_role": "controller"}, "the right one is EU SCC 2021/914, Module Four"),
        ("SCC M2", PROCESSOR, "the right one is EU SCC 2021/914, Module Three"),
        (
            "SCC 2010/87",
            {"day": date(2020, 1, 1), **PROCESSOR},
            "for which there was nothing of the kind on 2020-01-01",
        ),
        ("SCC 2001/497", {"day": date(2021, 6, 26)}, "the right one is EU SCC 2010/87"),
        (
            "SCC 2010/87",
            {"day": date(2021, 6, 26), **PROCESSOR},
            "for which there was nothing of the kind on 2021-06-26",
        ),
        ("SCC 2010/87", {"day": date(2021, 6, 27), **PROCESSOR}, "the right one is EU SCC 2021/914, Module Three"),
        ("SCC 2010/87", {"day": date(2021, 6, 28), **PROCESSOR}, "the right one is EU SCC 2021/914, Module Three"),
    ],
)
def test_the_right_one_for_the_roles_can_be_signed_on_the_day(
    mechanism: str, changes: dict[str, Any], instead: str
) -> None:
    """Never a module that did not exist yet; rules of the other kind before clauses."""
    [note] = [note for note in judge(question(mechanism, **changes)).notes if note.code == "wrong-module"]
    assert instead in note.text


@pytest.mark.parametrize("mechanism", ["SCC 2002/16", "SCC 2002/16 (2005-01-01)"])
def test_the_set_that_2021_914_does_not_name_is_unclear_until_the_others_ended(mechanism: str) -> None:
    """Not named in 2021/914 Art. 4(4): unknown from 27 September 2021 to 27 December 2022, then of no use."""
    days = (date(2021, 9, 27), date(2022, 12, 27), date(2022, 12, 28))
    assert [judge(question(mechanism, day=day)).verdict for day in days] == ["unknown", "unknown", "not_covered"]
