"""The register of transfers, and the worksheet of their assessment."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests import make
from tests.documents.pack.contracts import COMPANY, complete, labels, told, words
from vendor_registry.documents.document import Document, Heading, Table
from vendor_registry.documents.parts.phrases import languages, phrases
from vendor_registry.documents.records import assessment, transfers
from vendor_registry.model.register.claim import Claim

SCC = Claim("SCC M3", "scc_2021_914", module=3, signed=date(2022, 1, 15))
DPF = Claim("DPF", "dpf", signed=date(2023, 9, 1))
EXPORTER, IMPORTER, HOW, GROUND, AGREED, ASSESSED, MEASURES, END, WITHOUT = range(9)


def cloud(*claims: Claim, **changes: Any) -> Any:
    values = {
        "vendor": "Cloudy",
        "country": "US",
        "region": "US",
        "mechanism": claims,
        "receives_from": ("platform-eu",),
    }
    return make.engagement("cloud", **(values | changes))


def register(*rows: Any, language: str = "en") -> Document:
    return transfers.paper(complete(language, *rows)).document


def cells(document: Document) -> list[str]:
    """The cells of the only row of the only table."""
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    [row] = table.rows
    return ["\n".join("".join(run.text for run in line) for line in cell) for cell in row.cells]


@pytest.mark.parametrize("language", languages())
def test_the_register_has_its_columns_in_each_language(language: str) -> None:
    document = register(cloud(SCC), language=language)
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    keys = ("exporter", "importer", "how", "ground", "agreed", "assessed", "measures", "end", "without")
    assert [column.title for column in table.columns] == [phrases(language).say(f"transfers.{key}") for key in keys]


def test_a_transfer_is_told_with_its_facts() -> None:
    said = cells(register(cloud(SCC, measures=("encryption",), tia=date(2024, 5, 2))))
    assert said[EXPORTER] == "platform-eu"
    assert said[IMPORTER] == "Cloudy\nCloud GmbH"
    assert "EU SCC 2021/914, Module Three" in said[GROUND]
    assert said[AGREED] == "15 Jan 2022"
    assert said[ASSESSED] == "2 May 2024"
    assert said[MEASURES] == "encryption"
    assert said[WITHOUT] == "Nothing"


def test_what_would_carry_it_is_judged_again_without_the_ground() -> None:
    """Under the framework first; the clauses behind it carry what the framework would leave."""
    said = cells(register(cloud(DPF, SCC)))
    assert "adequacy decision (EU) 2023/1795" in said[GROUND]
    assert "EU SCC 2021/914, Module Three" in said[WITHOUT]


def test_where_laws_answer_differently_each_is_named() -> None:
    """A British and a Swiss regime beside each other: what carries the rest is said with its law."""
    switzerland = replace(COMPANY, country="CH", representative_uk="Agent Ltd", representative="GmbH")
    document = transfers.paper(complete("en", cloud(SCC), company=switzerland)).document
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    told = ["".join(run.text for run in line) for row in table.rows for line in row.cells[WITHOUT]]
    assert "EU law: Nothing" in told
    assert all(": " in one for one in told)


def test_what_nothing_carries_says_so() -> None:
    said = cells(register(cloud()))
    assert said[GROUND] == "EU law: no ground stated"
    assert said[WITHOUT] == "Nothing carries it now"


def test_what_is_not_established_is_not_told_as_carried_by_nothing() -> None:
    """Whether the Canadian decision reaches this recipient is not stated."""
    said = cells(register(cloud(country="CA", region="CA")))
    assert said[GROUND].startswith("EU law: ground not established")
    assert said[WITHOUT] == "not certain"


def test_what_stays_inside_is_not_told() -> None:
    document = register(make.engagement("cloud", vendor="Cloudy", receives_from=("platform-eu",)))
    assert "Cloudy" not in str(document.blocks)
    assert "There is none." in str(document.blocks)


@pytest.mark.parametrize("language", languages())
def test_the_worksheet_has_six_steps_and_decides_nothing(language: str) -> None:
    say = phrases(language).say
    document = assessment.paper(complete(language, cloud(SCC)), "US").document
    for step in range(1, 7):
        assert Heading(say(f"assessment.step_{step}")) in document.blocks
    for key in ("law", "practice", "redress", "keys", "outcome", "next"):
        assert say(f"assessment.{key}") in labels(document)
        asked = say("assessment.to_judge", what=say(f"assessment.{key}_asked"))
        assert told(document, say(f"assessment.{key}")) == [asked]


def test_the_worksheet_names_the_statutes_in_force_and_does_not_take_silence_for_safety() -> None:
    american = assessment.paper(complete("en", cloud(SCC)), "US").document
    assert "FISA Section 702" in words(american.blocks)
    brazil = assessment.paper(complete("en", cloud(SCC, country="BR", region="BR")), "BR").document
    assert phrases("en").say("assessment.no_statute") in str(brazil.blocks)


def test_the_worksheet_tells_the_law_of_the_day_in_the_language_of_the_document() -> None:
    """Executive Order 14086 from 7 October 2022; what it does is told in German."""
    before, after = (
        words(assessment.paper(complete("de", cloud(SCC), as_of=day), "US").document.blocks)
        for day in (date(2022, 10, 6), date(2022, 10, 7))
    )
    assert "Executive Order 14086" not in before
    assert "Presidential Policy Directive 28" in before
    assert "noch kein Staat dafür benannt" in after


def test_the_worksheet_names_all_who_receive_under_one_tool_in_a_row() -> None:
    rows = (cloud(SCC), make.engagement("other", vendor="Other", country="US", region="US", mechanism=(SCC,)))
    document = assessment.paper(complete("en", *rows), "US").document
    tools = next(block for block in document.blocks if isinstance(block, Table) and len(block.columns) == 3)
    assert [run.text for row in tools.rows for line in row.cells[0] for run in line] == ["Cloudy; Other"]


def test_those_whose_country_is_not_stated_come_last() -> None:
    rows = (cloud(SCC), make.engagement("other", vendor="Other", country="", region="", receives_from=("platform-eu",)))
    titles = [block.text for block in register(*rows).blocks if isinstance(block, Heading)]
    assert titles == ["United States", "Country not stated"]


def test_under_adequacy_only_the_decision_is_to_be_watched() -> None:
    document = assessment.paper(complete("en", cloud(DPF)), "US").document
    assert phrases("en").say("assessment.adequate") in words(document.blocks)


@pytest.mark.parametrize("language", languages())
def test_without_a_ground_there_is_no_tool_to_judge(language: str) -> None:
    say = phrases(language).say
    effective, which = (
        say("assessment.to_judge", what=say(f"assessment.{key}_asked")) for key in ("tool", "open_tool")
    )
    nothing = words(assessment.paper(complete(language, cloud()), "US").document.blocks)
    assert say("assessment.no_tool") in nothing
    assert effective not in nothing
    assert effective in words(assessment.paper(complete(language, cloud(SCC)), "US").document.blocks)
    undated = replace(DPF, signed=None)
    assert which in words(assessment.paper(complete(language, cloud(undated)), "US").document.blocks)


def test_who_signs_is_filled_in_and_not_judged() -> None:
    document = assessment.paper(complete("en", cloud(SCC)), "US").document
    assert told(document, "Assessed by") == ["To be completed: name and position"]
    assert told(document, "Signature and date") == ["To be completed: by whoever answers for it"]


def test_remote_access_is_the_case_without_an_effective_measure() -> None:
    row = cloud(SCC, country="DE", region="DE", access_from="IN")
    document = assessment.paper(complete("en", row), "IN").document
    assert phrases("en").say("assessment.case_7") in labels(document)
    assert phrases("en").say("assessment.case_7") not in labels(
        assessment.paper(complete("en", cloud(SCC)), "US").document
    )


def test_every_country_that_something_goes_to_can_be_assessed() -> None:
    of = complete("en", cloud(SCC), make.engagement("desk", country="IN", region="IN", receives_from=("platform-eu",)))
    assert assessment.countries(of) == ("IN", "US")
