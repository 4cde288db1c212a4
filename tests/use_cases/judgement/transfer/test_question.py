"""One transfer question in words."""

from datetime import date
from typing import Any

import pytest

from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.judgement.transfer.question import Words, answers, ask

DAY = date(2024, 3, 1)


def words(**changes: Any) -> Words:
    values = {"exporter": "DE", "importer": "US", "exporter_role": "processor", "importer_role": "processor"}
    return Words(**(values | changes))


def test_the_question_of_the_readme_is_answered() -> None:
    """DPF first, clauses as fallback."""
    [(_, answer)] = answers(ask(words(mechanism="DPF (2023-09-01); SCC M3 (2021-10-01)"), DAY))
    assert (answer.verdict, answer.basis) == ("covered", "adequacy")
    assert answer.citation.startswith("Implementing Decision (EU) 2023/1795")
    assert [claim.written for claim in answer.fallbacks] == ["SCC M3 (2021-10-01)"]


def test_countries_may_be_written_as_people_write_them() -> None:
    """Names are understood; the European Patent Organisation is in no country."""
    [question] = ask(words(exporter="Germany", importer="United States"), DAY)
    assert (question.exporter_country, question.importer_country) == ("DE", "US")
    assert ask(words(importer="EPO"), DAY)[0].importer_country == "EPO"


def test_the_regime_follows_from_the_exporter_unless_it_is_named() -> None:
    """An exporter in GB under its own law; under that of the EU only where somebody says why."""
    assert [question.regime for question in ask(words(exporter="GB"), DAY)] == ["uk"]
    assert [question.regime for question in ask(words(exporter="GB"), date(2020, 3, 1))] == ["eu"]
    assert [question.regime for question in ask(words(exporter="GB", regime="eu"), DAY)] == ["eu"]


def test_an_exporter_that_no_regime_binds_by_its_place_gets_an_unknown_with_the_reason() -> None:
    """GDPR Art. 3(2) may bind it; that it does can be said."""
    [(question, answer)] = answers(ask(words(exporter="US", importer="IN"), DAY))
    assert (question.regime, answer.verdict) == ("eu", "unknown")
    assert "does not bind an exporter in US on 2024-03-01 by its seat or its place" in answer.notes[0].text
    [(_, answer)] = answers(ask(words(exporter="US", importer="IN", bound=True), DAY))
    assert answer.verdict == "not_covered"


def test_all_facts_reach_the_question() -> None:
    """Options of the command line."""
    [question] = ask(
        words(pipeda="yes", tia="2023-01-01", importer_public="", importer_under_gdpr="yes", same_entity=True), DAY
    )
    assert (question.pipeda, question.tia, question.same_entity) == (True, date(2023, 1, 1), True)
    assert (question.importer_public, question.importer_under_gdpr) == (None, True)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"exporter": "Germny"}, '--from: "Germny" is not a country; did you mean DE'),
        ({"importer": "XX"}, '--to: "XX" is not a country.'),
        ({"importer": "", "exporter": ""}, "Say from where to where, such as --from DE --to US"),
        ({"importer": ""}, "--to is missing. Write the country of the importer, such as --to US."),
        ({"exporter": ""}, "--from is missing. Write the country of the exporter, such as --from DE."),
        ({"exporter_role": "procesor"}, '--exporter-role: "procesor" is not a role; did you mean processor?'),
        ({"exporter_role": "data-subject"}, "--exporter-role: a data subject is no exporter."),
        ({"importer_role": "owner"}, '--importer-role: "owner" is not a role. Write one of controller,'),
        ({"regime": "us"}, '--regime: "us" is not a regime of transfer law.'),
        ({"mechanism": "pixie dust"}, '--mechanism: "pixie dust" is no mechanism that we know.'),
        ({"mechanism": "DPF (2024-02-30)"}, '"2024-02-30" is not a day of the calendar; write it as in 2026-01-31.'),
        ({"mechanism": "DPF (2024-02-02 to 2024-02-01)"}, "It ends on 2024-02-01, before it begins on 2024-02-02."),
        ({"pipeda": "maybe"}, '--pipeda: "maybe" is neither yes nor no.'),
        ({"tia": "31.12.2023"}, '--tia: "31.12.2023" is not a date; did you mean 2023-12-31?'),
    ],
)
def test_words_that_mean_nothing_are_refused_with_what_was_expected(changes: dict[str, Any], told: str) -> None:
    """A sentence, never a guess."""
    with pytest.raises(UsageError) as refusal:
        ask(words(**changes), DAY)
    assert told in str(refusal.value)


@pytest.mark.parametrize(("day", "understood"), [("1899-12-31", False), ("1900-01-01", True), ("2199-12-31", True)])
def test_a_day_out_of_range_is_refused(day: str, understood: bool) -> None:
    """Years 1900 to 2199; what lies outside is a slip of the pen."""
    if understood:
        assert ask(words(), date.fromisoformat(day))
        return
    with pytest.raises(UsageError, match=f"--as-of: {day} is too far away to be meant. Years run from 1900 to 2199."):
        ask(words(), date.fromisoformat(day))
    with pytest.raises(UsageError, match=f'"{day}" is too far away'):
        ask(words(mechanism=f"SCC M3 ({day})"), DAY)


def test_regime_and_role_may_be_written_with_capitals_and_blanks() -> None:
    """EU, Controller, Joint controller."""
    [question] = ask(words(regime="EU", exporter_role="Joint controller", importer_role="Sub-Processor"), DAY)
    assert (question.regime, question.exporter_role, question.importer_role) == (
        "eu",
        "joint-controller",
        "sub-processor",
    )


def test_a_what_if_that_takes_nothing_away_is_refused() -> None:
    """A misspelt ground must not look like a sound answer."""
    with pytest.raises(UsageError, match='"decision:2023/1759" names nothing'):
        answers(ask(words(), DAY), without=["decision:2023/1759"])


def test_a_what_if_changes_the_answer() -> None:
    """The fallback carries it."""
    asked = ask(words(mechanism="DPF (2023-09-01); SCC M3 (2021-10-01)"), DAY)
    [(_, answer)] = answers(asked, without=["decision:2023/1795"])
    assert answer.ground == "mechanism:scc_2021_914_m3"


@pytest.mark.parametrize(
    ("sends_from", "seat", "day", "found"),
    [
        ("US", "DE", date(2024, 3, 1), [("eu", "DE", ["establishment"])]),
        ("DE", "US", date(2024, 3, 1), [("eu", "DE", ["place"])]),
        ("DE", "FR", date(2024, 3, 1), [("eu", "FR", ["establishment", "place"])]),
        ("DE", "GB", date(2020, 12, 31), [("eu", "GB", ["establishment", "place"])]),
        ("DE", "GB", date(2021, 1, 1), [("eu", "DE", ["place"]), ("uk", "GB", ["establishment"])]),
        ("US", "US", date(2024, 3, 1), [("eu", "US", [])]),
        ("DE", "", date(2024, 3, 1), [("eu", "DE", [])]),
    ],
)
def test_where_the_exporter_is_established_counts_beside_where_it_sends_from(
    sends_from: str, seat: str, day: date, found: list[tuple[str, str, list[str]]]
) -> None:
    asked = ask(words(exporter=sends_from, exporter_seat=seat), day)
    assert [(one.regime, one.exporter_country, [str(way) for way in one.ways]) for one in asked] == found
