"""The law, day by day: `situations.csv` holds answers written by hand, with the citation beside them.

Each line is a boundary: what the answer is on the day before, on the day, and on the day after, for every exporter and
importer named. Verdicts: free (not restricted), yes (covered), warn (covered with a warning), ? (unknown), no (not
covered), then the basis. `law` stands in the citation on the day and on the day after.
"""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from vendor_registry.law.procedure.judge import judge
from vendor_registry.law.question import Question
from vendor_registry.law.words.claims import understand
from vendor_registry.model.findings.transfer import Answer, TransferVerdict

VERDICTS = {
    TransferVerdict.NOT_RESTRICTED: "free",
    TransferVerdict.COVERED: "yes",
    TransferVerdict.COVERED_WITH_WARNING: "warn",
    TransferVerdict.UNKNOWN: "?",
    TransferVerdict.NOT_COVERED: "no",
}
ROLES = {"C": "controller", "P": "processor"}


@dataclass(frozen=True)
class Situation:
    """One line of the table for one exporter, one importer and one day."""

    line: int
    regime: str
    exporter: str
    importer: str
    roles: str
    mechanism: str
    facts: str
    day: date
    expected: str
    law: str

    def __str__(self) -> str:
        parties = f"{self.exporter}-{self.importer} {self.roles}"
        return f"{self.line}: {self.regime} {parties} {self.day} {self.mechanism or 'nothing claimed'} {self.facts}"


def read_situations() -> list[Situation]:
    with (Path(__file__).parent / "situations.csv").open(encoding="utf-8", newline="") as file:
        return [situation for line, row in enumerate(csv.DictReader(file), start=2) for situation in days_of(line, row)]


def days_of(line: int, row: dict[str, str]) -> list[Situation]:
    day = date.fromisoformat(row["day"])
    return [
        Situation(
            line=line,
            regime=row["regime"],
            exporter=exporter,
            importer=importer,
            roles=row["roles"],
            mechanism=row["mechanism"],
            facts=row["facts"],
            day=day + timedelta(distance),
            expected=row[column],
            law=row["law"] if distance >= 0 else "",
        )
        for exporter in row["from"].split()
        for importer in row["to"].split() or [""]
        for column, distance in (("before", -1), ("on", 0), ("after", 1))
    ]


SITUATIONS = read_situations()


def ask(situation: Situation) -> Question:
    claims, strange = understand(situation.mechanism)
    assert not strange
    facts = situation.facts
    return Question(
        regime=situation.regime,
        exporter_country=situation.exporter,
        exporter_role=ROLES[situation.roles[0]],
        importer_country=situation.importer,
        importer_role=ROLES[situation.roles[2]],
        day=situation.day,
        claims=claims,
        same_entity="same_entity" in facts,
        importer_under_gdpr="under_gdpr=yes" in facts,
        importer_public="public=yes" in facts,
        pipeda={"pipeda=yes": True, "pipeda=no": False}.get(facts),
        approvals_given="approvals" in facts,
    )


def short(answer: Answer) -> str:
    verdict = VERDICTS[answer.verdict]
    return verdict if verdict in {"?", "no"} else f"{verdict} {answer.basis}"


@pytest.mark.parametrize("situation", SITUATIONS, ids=str)
def test_the_answer_is_that_of_the_law_on_the_day(situation: Situation) -> None:
    """One situation of the table."""
    answer = judge(ask(situation))
    assert short(answer) == situation.expected, answer.steps
    assert situation.law in answer.citation


def test_the_answer_is_explained_step_by_step() -> None:
    """The last step is the answer; nothing is answered without a reason."""
    for situation in SITUATIONS:
        answer = judge(ask(situation))
        assert len(answer.steps) >= 2
        assert answer.steps[-1].startswith(f"Answer: {answer.verdict}")
        assert answer.basis != ""
        assert (answer.basis == "none") == (short(answer) in {"?", "no"})
