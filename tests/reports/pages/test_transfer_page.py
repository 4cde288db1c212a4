"""Answers on a page and as an object."""

import json
from dataclasses import replace
from datetime import date

from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.question import Question
from vendor_registry.law.words.claims import understand
from vendor_registry.reports.pages.transfer_page import as_json, as_text

QUESTION = Question(
    regime="eu",
    exporter_country="DE",
    exporter_role="processor",
    importer_country="US",
    importer_role="sub-processor",
    day=date(2024, 3, 1),
    claims=understand("DPF (2023-09-01 to 2026-09-01); SCC M3 (2021-10-01)")[0],
)
ANSWERS = [(QUESTION, judge(QUESTION))]


def test_the_answer_is_one_paragraph() -> None:
    """Who, where, when, verdict, ground, citation, last day, fallback, notes."""
    text = as_text(ANSWERS, explain=False)
    assert text.splitlines()[:6] == [
        "DE (processor) to US (sub-processor) on 2024-03-01, regime eu: covered, adequacy",
        "    ground decision:(EU) 2023/1795",
        "    claim  DPF (2023-09-01 to 2026-09-01)",
        "    law    Implementing Decision (EU) 2023/1795; Regulation (EU) 2016/679 Art. 45(3)",
        "    until  2026-09-01",
        "    also   SCC M3 (2021-10-01)",
    ]
    assert "step" not in text


def test_every_step_is_printed_where_it_is_asked_for() -> None:
    """Numbered, the answer last."""
    text = as_text(ANSWERS, explain=True)
    assert "step   1. Regime eu: binds an exporter in DE on 2024-03-01" in text
    assert f"{len(ANSWERS[0][1].steps)}. Answer: covered" in text


def test_the_object_has_everything() -> None:
    """For programs."""
    [answer] = json.loads(as_json(ANSWERS))["answers"]
    assert (answer["verdict"], answer["basis"], answer["as_of"]) == ("covered", "adequacy", "2024-03-01")
    assert answer["claim"] == {
        "written": "DPF (2023-09-01 to 2026-09-01)",
        "instrument": "dpf",
        "module": None,
        "from": "2023-09-01",
        "to": "2026-09-01",
    }
    assert [claim["module"] for claim in answer["fallbacks"]] == [3]
    assert [note["code"] for note in answer["notes"]] == ["unnecessary"]
    assert len(answer["steps"]) == len(ANSWERS[0][1].steps)


def test_hostile_words_of_a_claim_are_shown_inert() -> None:
    """An escape sequence is written out."""
    claim = replace(QUESTION.claims[1], written="SCC \x1b[31m M3")
    asked = replace(QUESTION, claims=(claim,))
    text = as_text([(asked, judge(asked))], explain=True)
    assert "\x1b" not in text
    assert "\\x1b[31m" in text
