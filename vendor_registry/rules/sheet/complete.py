"""A row says all that an annex and a review need, and some row or the policy since when customers are told."""

from collections.abc import Iterator

from vendor_registry.case.case import Case
from vendor_registry.flows.build import sources_of
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import VENDOR_LEVEL, Engagement, Role
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.model.register.place import Region
from vendor_registry.model.text.counting import counted, listed
from vendor_registry.model.text.origin import Cell
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.promise import has_no_beginning

_EVERY_ROW = ("country", "purpose", "data_subjects", "data", "region")  # blank here: nobody can say what goes where
_ANNEX = ("legal_name", "address", "contact")  # SCC 2021/914 Annex III asks for them
_BLANK = "These rows leave blank what the annex or a review needs."
_APART = "Nothing says who hands data to these vendors: no system of ours serves their products in their data region."
_FROM = "Name in receives_from the system or the vendor that hands it data."


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding a row, naming all its blank cells; what belongs to the vendor is asked for once."""
    told: set[tuple[str, str]] = set()
    findings: list[Finding] = []
    wanting = [case.running[number] for number in _wanting(case)]
    for engagement in wanting:
        blanks = [column for column in _blanks(engagement) if (engagement.vendor, column) not in told]
        told |= {(engagement.vendor, column) for column in blanks if column in VENDOR_LEVEL}
        findings += _findings(case, engagement, blanks)
    if case.policy.notice.cell and has_no_beginning(case):
        findings.append(_no_beginning(case, case.policy.notice.cell))
    return RULE.outcome(spec, findings, f"{counted(len(case.running), 'engagement')} in force")


def _no_beginning(case: Case, cell: Cell) -> Finding:
    """Asked once where no row has a day, so that emptying the last one does not silence the question."""
    notice = case.policy.notice
    days = counted(notice.days, "day")
    return Finding(
        rule=RULE.id,
        verdict=Verdict.GAP,
        cell=cell,
        message=(
            "No row says when customers were told, so nobody can say whether it was "
            f"{days} ahead, {notice.as_promised}."
        ),
        mend="Write since and notified into the rows, or the first day of the promise into [notice] since.",
        law=RULE.law,
        settled_by=((cell,),),
    )


def _wanting(case: Case) -> list[int]:
    """The rows that leave something blank, or that nobody hands data: few in a sheet that is looked after."""
    wanting = set[int]()
    for cells in (cells_of(case.running, name) for name in (*_EVERY_ROW, *_ANNEX)):
        wanting.update(cells.rows_where(_is_blank))
    fed = set(case.reach.network.target)
    wanting.update(number for number, node in enumerate(case.node_of_row) if node not in fed)
    return sorted(wanting)


def _is_blank(cell: object) -> bool:
    return cell.unknown if isinstance(cell, Region) else not cell


def _fed(case: Case, engagement: Engagement) -> bool:
    """Whether anybody who is there on the day hands it data."""
    return any(key in case.graph.nodes for key in sources_of(engagement, case.policy.systems))


def _blanks(engagement: Engagement) -> Iterator[str]:
    for column in _EVERY_ROW:
        value = getattr(engagement, column)
        if value in (None, "") or (column == "region" and engagement.region.unknown):
            yield column
    if engagement.role is Role.SUB_PROCESSOR:
        yield from (column for column in _ANNEX if not getattr(engagement, column))


def _findings(case: Case, engagement: Engagement, blanks: list[str]) -> Iterator[Finding]:
    if blanks:
        said = f"The row of {engagement.vendor} leaves {listed(blanks)} blank."
        shared = Shared(_BLANK, "Fill in these cells.", engagement.vendor)
        yield _gap(engagement, blanks, said, f"Fill in {listed(blanks)}.", shared)
    sources = sources_of(engagement, case.policy.systems)
    if not sources:
        why = "no system of ours serves its products in its data region"
        said = f"Nothing says who hands data to {engagement.vendor}: {why}."
        yield _gap(engagement, ["receives_from"], said, _FROM, Shared(_APART, _FROM, engagement.vendor))
    elif not _fed(case, engagement):
        yield _left(case, engagement, sources)


def _left(case: Case, engagement: Engagement, sources: tuple[str, ...]) -> Finding:
    """Who handed it data is there no more, or not yet: what it still gets, and from whom, no other rule sees."""
    column = "receives_from" if engagement.receives_from else "engaged_by"
    who, verb = listed(sources), "is" if len(sources) == 1 else "are"
    said = f"Nothing says who hands data to {engagement.vendor} on {case.as_of}: {who} {verb} not in force."
    many = f"Nothing says who hands data to these vendors on {case.as_of}: those who are named are not in force."
    mend = "Name in receives_from who hands it data on that day, or write in until that it has ended."
    return _gap(engagement, [column], said, mend, Shared(many, mend, f"{engagement.vendor}: {who}"))


def _gap(engagement: Engagement, columns: list[str], message: str, mend: str, shared: Shared) -> Finding:
    first, *others = (engagement.cell(column) for column in columns)
    return Finding(
        rule=RULE.id,
        verdict=Verdict.GAP,
        cell=first,
        message=message,
        mend=mend,
        law=RULE.law,
        sink=engagement.key,
        related=tuple(others),
        shared=shared,
        settled_by=((first, *others),),
    )


RULE = Rule(
    id="complete",
    title="Every row says what the annex needs",
    law=("SCC 2021/914 Annex I.B and III", "GDPR Art. 28(2) and (3)", "EDPB Opinion 22/2024 no. 31"),
    check=check,
)
