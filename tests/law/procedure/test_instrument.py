"""What one instrument carries: what is cited for it on a day, and what is said of days and parties that do not fit."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.law.asking import question
from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.tables.read import tables
from vendor_registry.model.findings.transfer import Answer
from vendor_registry.model.register.claim import Claim

GDPR = "Regulation (EU) 2016/679"
UNDER_THE_DIRECTIVE = date(2018, 7, 19)  # the last day in IS, LI and NO: EEA Joint Committee Decision 154/2018
NO: dict[str, Any] = {"exporter_country": "NO", "importer_role": "controller"}
UK: dict[str, Any] = {"regime": "uk", "exporter_country": "GB"}
CH: dict[str, Any] = {"regime": "ch", "exporter_country": "CH"}


def texts(answer: Answer, code: str) -> list[str]:
    return [note.text for note in answer.notes if note.code == code]


@pytest.mark.parametrize(
    ("mechanism", "old", "new"),
    [
        ("art49_1_a", "Directive 95/46/EC Art. 26(1)(a)", f"{GDPR} Art. 49(1)(a)"),
        ("art49_1_e", "Directive 95/46/EC Art. 26(1)(d)", f"{GDPR} Art. 49(1)(e)"),
        (
            "BCR-C (2017-01-01)",
            "national authorisation under Directive 95/46/EC Art. 26(2)",
            f"{GDPR} Art. 46(2)(b), 47",
        ),
        (
            "adhoc_clauses (ref A-1)",
            "national authorisation under Directive 95/46/EC Art. 26(2)",
            f"{GDPR} Art. 46(3)(a)",
        ),
        (
            "SCC 2004/915 (2017-01-01)",
            "Decision 2004/915/EC; Directive 95/46/EC Art. 26(4)",
            f"Decision 2004/915/EC; Directive 95/46/EC Art. 26(4); {GDPR} Art. 46(5)",
        ),
        (
            "code of conduct (ref A-1)",
            f"{GDPR} Art. 46(2)(e), 40; Directive 95/46/EC Art. 25(1), 26",
            f"{GDPR} Art. 46(2)(e), 40",
        ),
    ],
)
def test_an_exporter_in_norway_rests_on_the_directive_until_the_gdpr_applies_there(
    mechanism: str, old: str, new: str
) -> None:
    """19 July, 20 July and 21 July 2018."""
    cited = [judge(question(mechanism, **NO, day=UNDER_THE_DIRECTIVE + timedelta(days))).citation for days in (0, 1, 2)]
    assert cited == [old, new, new]


def test_swiss_clauses_rest_on_the_act_of_1992_until_the_revised_one_applies() -> None:
    """31 August, 1 September and 2 September 2023."""
    days = (date(2023, 8, 31), date(2023, 9, 1), date(2023, 9, 2))
    cited = [judge(question("Swiss SCC M2 (2021-10-01)", **CH, day=day)).citation for day in days]
    assert cited == [
        f"FDPIC paper 27 August 2021; {law}" for law in ("FADP 1992 Art. 6(2)(a)", *["FADP Art. 16(2)(d)"] * 2)
    ]


def test_an_opinion_is_not_cited_before_it_was_given() -> None:
    """EDPB Opinion 15/2026 of 15 April 2026: the day before, the day, the day after."""
    days = (date(2026, 4, 14), date(2026, 4, 15), date(2026, 4, 16))
    answers = [judge(question("certification", approvals_given=True, day=day)) for day in days]
    assert [answer.citation for answer in answers] == [
        f"{GDPR} Art. 46(2)(f), 42",
        *[f"{GDPR} Art. 46(2)(f), 42; EDPB Opinion 15/2026"] * 2,
    ]
    assert [answer.has("approval-doubtful") for answer in answers] == [True, False, False]


@pytest.mark.parametrize(
    ("mechanism", "day", "ground"),
    [
        ("certification; BCR-C", date(2026, 4, 14), "mechanism:bcr_c"),
        ("certification; BCR-C", date(2026, 4, 15), "mechanism:certification"),
        ("certification; art49_1_a", date(2026, 4, 14), "mechanism:certification"),
        ("certification; SCC 2010/87 (2015-01-01)", date(2022, 6, 1), "mechanism:certification"),
        ("certification; SCC 2010/87 (2015-01-01); BCR-C", date(2022, 6, 1), "mechanism:bcr_c"),
        ("certification", date(2026, 4, 14), "mechanism:certification"),
    ],
)
def test_an_approval_nobody_can_have_had_is_no_better_than_what_is_sure(mechanism: str, day: date, ground: str) -> None:
    """It is the ground only where nothing else covers without a warning; else it is a fallback."""
    answer = judge(question(mechanism, approvals_given=True, day=day))
    assert answer.ground == ground
    assert len(answer.fallbacks) == mechanism.count(";")


def test_nothing_is_cited_twice() -> None:
    """Every instrument with every pair of roles it is for, on its first day and years later."""
    for row in tables().mechanisms:
        for day in (row.valid_from or date(2019, 1, 1), row.valid_to or date(2026, 9, 1)):
            pair = min(row.roles or {"C2P"})
            roles = {"C": "controller", "P": "processor"}
            claims = (
                Claim("it", row.id.partition("_m")[0], signed=day, module=int(row.id[-1]) if "_m" in row.id else None),
            )
            asked = question(
                regime=row.regime,
                exporter_country={"eu": "DE", "uk": "GB", "ch": "CH"}[row.regime],
                exporter_role=roles[pair[0]],
                importer_role=roles[pair[2]],
                day=day,
                claims=claims,
                approvals_given=True,
            )
            parts = judge(asked).citation.split("; ")
            acts = [part.partition(" Art. ")[0] for part in parts]
            assert len(set(acts)) == len(acts), (row.id, parts)


@pytest.mark.parametrize(
    ("mechanism", "changes", "told"),
    [
        ("SCC M2 (2015-01-01)", {}, "from 2021-06-27"),
        ("SCC M2 (2021-06-26)", {}, "from 2021-06-27"),
        ("SCC M2 (2021-06-27)", {}, ""),
        ("SCC M2 (2021-06-28)", {}, ""),
        ("IDTA (2022-03-20)", UK, "from 2022-03-21"),
        ("IDTA (2022-03-21)", UK, ""),
        ("SCC 2010/87 (2010-05-14)", {"day": date(2020, 1, 1)}, "from 2010-05-15"),
        ("SCC 2010/87 (2010-05-15)", {"day": date(2020, 1, 1)}, ""),
        ("SCC 2010/87 (2010-05-14)", {**UK, "day": date(2022, 1, 1)}, "from 2010-05-15"),
        ("SCC 2010/87 (2015-01-01)", {**UK, "day": date(2022, 1, 1)}, ""),  # older than the UK's own law
        ("BCR-C (2010-01-01)", {}, ""),  # older authorisations stay valid: Art. 46(5)
        ("art49_1_a (2010-01-01)", {}, ""),
        ("code of conduct (ref A-1, 2018-05-24)", {}, "from 2018-05-25"),
    ],
)
def test_what_is_dated_before_it_could_be_used_is_told(mechanism: str, changes: dict[str, Any], told: str) -> None:
    """The verdict stays; the day cannot be right."""
    answer = judge(question(mechanism, **changes))
    assert answer.claim is not None
    assert [told in text for text in texts(answer, "signed-before-existing")] == ([True] if told else [])


@pytest.mark.parametrize("mechanism", ["public_instrument (ref A-1)", "admin_arrangement (ref A-1)"])
def test_what_is_for_public_bodies_is_marked_where_the_importer_is_not_known_to_be_one(mechanism: str) -> None:
    """Art. 46(2)(a) and (3)(b); the approval is given, so it stays covered."""
    private, unknown, public = (judge(question(mechanism, importer_public=one)) for one in (False, None, True))
    assert [answer.verdict for answer in (private, unknown, public)] == ["covered"] * 3
    told = [answer.has("public-bodies-only") for answer in (private, unknown, public)]
    assert told == [True, True, False]


def test_the_addendum_says_that_the_clauses_beneath_it_are_signed_later() -> None:
    """Alone, or with clauses that do not count yet, or no longer."""
    day = {**UK, "day": date(2023, 3, 21)}
    later = judge(question("UK Addendum (2022-10-01); SCC M2 (2024-03-22)", **day))
    assert '"SCC M2 (2024-03-22)", count from 2024-03-22 and not on 2023-03-21' in texts(later, "addendum-alone")[0]
    ended = judge(question("UK Addendum (2022-10-01); SCC M2 (2022-01-01 to 2023-03-20)", **day))
    assert "count from 2022-01-01 until 2023-03-20 and not on 2023-03-21" in texts(ended, "addendum-alone")[0]
    alone = judge(question("UK Addendum (2022-10-01)", **day))
    assert "none are claimed beside it" in texts(alone, "addendum-alone")[0]
