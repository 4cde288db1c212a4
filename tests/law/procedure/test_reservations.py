"""What is said beside an answer, and from which day to which."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.law.asking import question
from vendor_registry.law.procedure.judge import judge

DPF = "DPF (2023-09-01)"
OLD_CLAUSES = "SCC 2001/497 (2020-01-01)", "SCC 2004/915 (2020-01-01)", "SCC 2010/87 (2020-01-01)"


def codes(mechanism: str = "", *, horizon_days: int = 180, **changes: Any) -> list[str]:
    return [note.code for note in judge(question(mechanism, **changes), horizon_days=horizon_days).notes]


def uk(importer: str = "IN", **changes: Any) -> dict[str, Any]:
    return {"regime": "uk", "exporter_country": "GB", "importer_country": importer, **changes}


def ch(importer: str = "IN", **changes: Any) -> dict[str, Any]:
    return {"regime": "ch", "exporter_country": "CH", "importer_country": importer, **changes}


# code, a word of its text, first day, last day, mechanism, question
PERIODS: list[tuple[str, str, str, str, str, dict[str, Any]]] = [
    # OJ C/2025/6610: appeal C-703/25 P lodged on 31 October 2025
    ("under-challenge", "C-703/25 P", "2025-10-31", "", DPF, {"importer_country": "US"}),
    # US Supreme Court, Trump v. Slaughter, 29 June 2026
    ("under-challenge", "Slaughter", "2026-06-29", "", DPF, {"importer_country": "US"}),
    # (EU) 2026/179: adopted on 26, published on 28 January 2026
    ("uncertain-day", "not settled", "2026-01-26", "2026-01-28", "", {"importer_country": "BR"}),
    # the same for exporters in the EEA EFTA States, until a Joint Committee Decision
    ("uncertain-day", "Joint Committee", "2026-01-26", "", "", {"importer_country": "BR", "exporter_country": "NO"}),
    ("uncertain-day", "Joint Committee", "2026-01-26", "", "", {"importer_country": "BR", "exporter_country": "IS"}),
    ("uncertain-day", "Joint Committee", "2026-01-26", "", "", {"importer_country": "BR", "exporter_country": "LI"}),
    # 28 June 2021: the decision came into force, and the bridge can be argued
    ("both-bases", "Art. 782", "2021-06-28", "2021-06-28", "", {"importer_country": "GB"}),
    # the agreement on Gibraltar
    ("law-uncertain", "Gibraltar", "2026-01-01", "", "", {"importer_country": "GI"}),
    ("law-uncertain", "Gibraltar", "2026-01-01", "", "SCC M2 (2022-01-01)", {"importer_country": "GI"}),
    # 21 March 2024 is worded differently in the sources
    ("uncertain-day", "21 March 2024", "2024-03-21", "2024-03-21", OLD_CLAUSES[0], uk(importer_role="controller")),
    ("uncertain-day", "21 March 2024", "2024-03-21", "2024-03-21", OLD_CLAUSES[1], uk(importer_role="controller")),
    ("uncertain-day", "21 March 2024", "2024-03-21", "2024-03-21", OLD_CLAUSES[2], uk()),
    # EDPB Opinion 15/2026 of 15 April 2026
    ("approval-doubtful", "15/2026", "2018-05-25", "2026-04-14", "certification", {"approvals_given": True}),
    ("approval-doubtful", "no code", "2018-05-25", "", "code of conduct", {"approvals_given": True}),
    ("approval-doubtful", "no clauses", "2018-05-25", "", "scc_sa", {"approvals_given": True}),
    # the ICO's announcement, with the new law of 5 February 2026
    ("update-announced", "ICO", "2026-02-05", "", "IDTA (2023-01-01)", uk()),
    ("update-announced", "ICO", "2026-02-05", "", "SCC M2; UK Addendum (2023-01-01)", uk()),
    # Schrems I and II: what was declared invalid afterwards
    ("later-invalid", "C-362/14", "2000-07-26", "2015-10-05", "Safe Harbor (2000-01-01)", {"importer_country": "US"}),
    (
        "later-invalid",
        "C-311/18",
        "2016-07-12",
        "2020-07-15",
        "Privacy Shield (2016-01-01)",
        {"importer_country": "US"},
    ),
    ("later-invalid", "FDPIC", "2009-02-16", "2015-10-06", "Swiss-US Safe Harbor (2009-01-01)", ch("US")),
    ("later-invalid", "FDPIC", "2017-04-12", "2020-09-07", "Swiss-US Privacy Shield (2017-01-01)", ch("US")),
    # the duty to assess the law of the destination: CJEU C-311/18 of 16 July 2020; FDPIC 8 September 2020
    ("no-tia", "C-311/18", "2020-07-16", "", "SCC 2010/87 (2015-01-01); SCC M2 (2021-10-01)", {}),
    ("no-tia", "C-311/18", "2020-07-16", "2020-12-31", "SCC 2010/87 (2015-01-01)", {"exporter_country": "GB"}),
    ("no-tia", "transfer risk", "2021-01-01", "2026-02-04", "SCC 2010/87 (2015-01-01); IDTA (2023-01-01)", uk()),
    ("no-tia", "data protection test", "2026-02-05", "", "IDTA (2023-01-01)", uk()),
    (
        "no-tia",
        "8 September 2020",
        "2020-09-08",
        "2023-08-31",
        "SCC 2010/87 (2015-01-01); Swiss SCC M2 (2021-10-01)",
        ch(),
    ),
    ("no-tia", "18 June 2021", "2023-09-01", "", "Swiss SCC M2 (2021-10-01)", ch()),
    # what the law needs to be known: last checked on 9 October 2026
    ("stale-law", "2026-10-09", "2027-04-08", "", "SCC M2 (2022-01-01)", {}),
    # how early an end is told: 180 days, certificates 60 days
    ("ends-soon", "2031-12-27", "2031-06-30", "2031-12-27", "", {"importer_country": "GB"}),
    (
        "certificate-ends-soon",
        "2026-09-01",
        "2026-07-03",
        "2026-09-01",
        "DPF (2023-09-01 to 2026-09-01)",
        {"importer_country": "US"},
    ),
]


@pytest.mark.parametrize(("code", "word", "first", "last", "mechanism", "changes"), PERIODS)
def test_a_reservation_is_made_from_its_first_day_to_its_last(
    code: str, word: str, first: str, last: str, mechanism: str, changes: dict[str, Any]
) -> None:
    """The day before, the first day, the last day, the day after; without a last day, years later."""

    def told(day: date) -> bool:
        notes = judge(question(mechanism, **changes, day=day)).notes
        return any(note.code == code and word in note.text for note in notes)

    begins = date.fromisoformat(first)
    ends = date.fromisoformat(last) if last else date(2028, 1, 1)
    assert [told(begins - timedelta(1)), told(begins), told(ends)] == [False, True, True]
    if last:
        assert not told(ends + timedelta(1))


@pytest.mark.parametrize(
    ("code", "ends", "mechanism", "country"),
    [
        ("ends-soon", "2031-12-27", "", "GB"),
        ("certificate-ends-soon", "2026-09-01", "DPF (2023-09-01 to 2026-09-01)", "US"),
    ],
)
@pytest.mark.parametrize("within", [0, 1, 59, 61, 200])
def test_who_says_how_early_is_told_of_grounds_and_certificates_alike(
    code: str, ends: str, mechanism: str, country: str, within: int
) -> None:
    """The day before that many days before the end, that day, the last day, the day after."""
    last = date.fromisoformat(ends)

    def told(day: date) -> bool:
        notes = judge(question(mechanism, importer_country=country, day=day), horizon_days=within).notes
        return any(note.code == code for note in notes)

    first = last - timedelta(within)
    days = [first - timedelta(1), first, last, last + timedelta(1)]
    assert [told(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("mechanism", "changes", "code"),
    [
        ("SCC M3 (2022-01-01)", {}, "wrong-module"),
        ("SCC M2 (2022-01-01); SCC M3 (2022-01-01)", {}, "wrong-module"),  # the wrong one beside the right one
        ("SCC M2 (2025-01-01)", {}, "mechanism-not-yet"),
        ("SCC M2 (2022-01-01 to 2024-01-01)", {}, "mechanism-ended"),
        ("SCC 2010/87 (2015-01-01)", {}, "mechanism-dead"),
        ("Privacy Shield (2019-01-01)", {"importer_country": "US"}, "mechanism-dead"),
        ("DPF (2022-01-01)", {"importer_country": "US", "day": date(2023, 7, 9)}, "mechanism-not-yet"),
        ("DPF (2023-09-01)", {}, "does-not-fit"),
        ("EU law", {}, "does-not-fit"),
        ("Adequacy", {}, "does-not-fit"),
        ("IDTA", {}, "wrong-regime"),
        ("UK Extension (2023-09-01)", {"importer_country": "US"}, "wrong-regime"),
        ("SCC 2021/915", {}, "not-a-mechanism"),
        ("DPA signed", {}, "not-a-mechanism"),
        ("Data encryption", {}, "measure-not-mechanism"),
        ("DPF (2023-09-01 to 2024-01-01)", {"importer_country": "US"}, "certificate-does-not-cover"),
        ("SCC 2010/87 (2021-10-01)", {"day": date(2022, 1, 1)}, "signed-too-late"),
        ("SCC 2010/87 (2015-01-01)", {"day": date(2022, 1, 1)}, "grandfathered"),
        ("SCC 2010/87", {"day": date(2022, 1, 1)}, "deciding-fact-unknown"),
        ("SCC M2", {"importer_country": "FR"}, "unnecessary"),  # as published between EEA companies
        ("SCC M2", {"importer_country": "JP"}, "unnecessary"),
        ("SCC M2", {"importer_country": "JP"}, "condition-assumed"),
        ("", {"importer_country": "IL"}, "scope"),
        ("DPF (2023-09-01)", {"importer_country": "US"}, "dpf-no-fallback"),
        ("SCC M2", {"importer_country": "US"}, "government-access"),
        ("SCC 2021/914", {}, "module-assumed"),
        ("SCCs", {}, "set-assumed"),
        ("explicit consent", {"importer_role": "controller"}, "derogation"),
        ("SCC 2002/16 (2005-01-01)", {"day": date(2012, 1, 1)}, "unverified-law"),
        (
            "",
            {"regime": "ch", "exporter_country": "CH", "importer_country": "DE", "day": date(2022, 1, 1)},
            "indicative-list",
        ),
    ],
)
def test_each_remark_has_its_occasion(mechanism: str, changes: dict[str, Any], code: str) -> None:
    """One situation for each code."""
    assert code in codes(mechanism, **changes)


def test_a_sound_answer_has_no_remarks() -> None:
    """Intra-EEA without claims; SCC with an assessment, into a country without statutes in the table."""
    assert codes(importer_country="FR") == []
    assert codes("SCC M2 (2022-01-01)", importer_country="PH", tia=date(2024, 1, 1)) == []


def test_the_right_module_is_named() -> None:
    """Processor to processor needs Module Three."""
    [note] = judge(question("SCC M2", exporter_role="processor")).notes
    assert "the right one is EU SCC 2021/914, Module Three: processor to processor" in note.text


def test_before_2021_the_right_old_set_is_named() -> None:
    """Controller to processor was 2010/87."""
    notes = judge(question("SCC 2001/497 (2019-01-01)", day=date(2020, 1, 1))).notes
    assert "the right one is EU SCC 2010/87 (controller to processor)" in notes[0].text


def test_an_assessment_dated_later_does_not_count_yet() -> None:
    """The day asked decides."""
    assert "no-tia" in codes("SCC M2", tia=date(2024, 6, 4))
    assert "no-tia" not in codes("SCC M2", tia=date(2024, 6, 3))


def test_the_horizon_is_an_option() -> None:
    """27 December 2031 seen from a year before."""
    asked: dict[str, Any] = {"importer_country": "GB", "day": date(2030, 12, 28)}
    assert "ends-soon" not in codes(**asked)
    assert "ends-soon" in codes(**asked, horizon_days=365)


def test_a_fallback_beside_the_data_privacy_framework_is_named_as_such() -> None:
    """Ordered claims: adequacy is the ground, the clauses are the fallback."""
    answer = judge(question("DPF (2023-09-01); SCC M2 (2022-01-01)", importer_country="US"))
    assert [claim.written for claim in answer.fallbacks] == ["SCC M2 (2022-01-01)"]
    assert "dpf-no-fallback" not in [note.code for note in answer.notes]


def test_the_tools_of_other_regimes_in_one_cell_are_no_mistake_where_one_holds() -> None:
    """One cell serves exporters in the EU, the UK and Switzerland."""
    cell = "SCC M2 (2022-01-01); UK Addendum (2022-04-01); Swiss addendum (2022-04-01)"
    assert "wrong-regime" not in codes(cell)
    assert "wrong-regime" not in codes(cell, **uk())
    assert "wrong-regime" not in codes(cell, **ch())
