"""Rows may stand in any order: the register, what is found in it and its annex are the same."""

import re
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests import make
from tests.intake.hand_in import registry, sheet
from tests.intake.rows.test_inheritance import rows
from vendor_registry.case.case import Case
from vendor_registry.documents.annex import annex
from vendor_registry.documents.formats.as_markdown import as_markdown
from vendor_registry.rules.judge import judge


def case(made: list[dict[str, str]]) -> Case:
    with TemporaryDirectory() as folder:
        return Case(registry(Path(folder), sheet(*made)), make.policy(), make.DAY.replace(year=2024))


def findings(of: Case) -> Counter[tuple[str, ...]]:
    """Everything that is found, without lines."""
    found = (one for outcome in judge(of) for one in outcome.findings)
    return Counter(
        (
            one.rule,
            one.verdict,
            one.sink,
            one.cell.column,
            *(re.sub(r":\d+", ":LINE", text) for text in (one.message, one.mend)),
        )
        for one in found
    )


@given(rows(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_findings_and_the_same_annex(made: list[dict[str, str]], random: Random) -> None:
    """Rows of two vendors whose companies change on some days, with blanks and contradictions."""
    one, other = case(made), case(random.sample(made, len(made)))
    assert findings(one) == findings(other)
    assert as_markdown(annex(one)) == as_markdown(annex(other))


def test_the_rows_that_are_tried_are_found_wrong_in_ways_that_depend_on_rows() -> None:
    """A row that runs on through a change, and two that differ on one day."""
    row = {"vendor": "Acme", "address": "x"}
    wrong = [
        row | {"key": "old", "legal_name": "x", "until": "2024-06-30"},
        row | {"key": "new", "legal_name": "y", "since": "2024-06-30"},
        row | {"key": "long", "legal_name": ""},
    ]
    assert {key[0] for key in findings(case(wrong))} >= {"vendor-rows-agree", "complete"}
