"""A row says all that an annex and a review need."""

from collections.abc import Iterator
from operator import attrgetter

from vendor_registry.case.case import Case
from vendor_registry.flows.build import sources_of
from vendor_registry.model.counting import counted
from vendor_registry.model.engagement import VENDOR_LEVEL, Engagement, Role
from vendor_registry.model.finding import Finding, Outcome, Verdict
from vendor_registry.model.policy import RuleSpec
from vendor_registry.rules.rule import Rule

_EVERY_ROW = ("data_subjects", "data", "region")  # blank here: nobody can say what goes where
_ANNEX = ("legal_name", "address", "contact")  # SCC 2021/914 Annex III asks for them
_asked_for = attrgetter(*_EVERY_ROW, *_ANNEX)


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding a row, naming all its blank cells; what belongs to the vendor is asked for once."""
    told: set[tuple[str, str]] = set()
    findings: list[Finding] = []
    wanting = [one for one in case.running if not _filled(one) or not sources_of(one, case.policy.systems)]
    for engagement in wanting:
        blanks = [column for column in _blanks(engagement) if (engagement.vendor, column) not in told]
        told |= {(engagement.vendor, column) for column in blanks if column in VENDOR_LEVEL}
        findings += _findings(case, engagement, blanks)
    return Outcome(
        rule=RULE.id,
        type=RULE.id,
        statement=RULE.title,
        findings=tuple(sorted(findings, key=Finding.sort_key)),
        examined=f"{counted(len(case.running), 'engagement')} in force",
    )


def _filled(engagement: Engagement) -> bool:
    """Whether nothing that could be asked for is blank, as in most rows of a sheet that is looked after."""
    return bool(all(_asked_for(engagement)) and engagement.region.places)


def _blanks(engagement: Engagement) -> Iterator[str]:
    for column in _EVERY_ROW:
        value = getattr(engagement, column)
        if value is None or (column == "region" and engagement.region.unknown):
            yield column
    if engagement.role is Role.SUB_PROCESSOR:
        yield from (column for column in _ANNEX if not getattr(engagement, column))


def _findings(case: Case, engagement: Engagement, blanks: list[str]) -> Iterator[Finding]:
    if blanks:
        yield _gap(
            engagement,
            blanks[0],
            f"{engagement.vendor}: {', '.join(blanks)} {'is' if len(blanks) == 1 else 'are'} blank.",
            f"Fill {', '.join(blanks)} of row {engagement.key}.",
            blanks,
        )
    if not sources_of(engagement, case.policy.systems):
        yield _gap(
            engagement,
            "receives_from",
            f"{engagement.vendor}: no system of its products in its zone hands it data; it stands outside the graph.",
            "Write in receives_from which system or engagement hands it data.",
            [],
        )


def _gap(engagement: Engagement, column: str, message: str, mend: str, blanks: list[str]) -> Finding:
    return Finding(
        rule=RULE.id,
        verdict=Verdict.GAP,
        cell=engagement.cell(column),
        message=message,
        mend=mend,
        law=RULE.law,
        sink=engagement.key,
        related=tuple(engagement.cell(blank) for blank in blanks[1:]),
    )


RULE = Rule(
    id="complete",
    title="Every row says what the annex needs",
    law=("SCC 2021/914 Annex I.B and III", "GDPR Art. 28(2) and (3)", "EDPB Opinion 22/2024 no. 31"),
    check=check,
)
