"""A part of the register, meant by a selector; the same words for every command."""

from collections.abc import Collection
from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.case.selectors import parse, select
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import abridged
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.selection.customers import engagements_of

Keys = frozenset[str] | None  # None: everything


def only(case: Case, selector: str) -> Keys:
    """The keys of the nodes that a selector surely means, None for a blank one.

    Raises UsageError for a selector that cannot be read or that means nothing on the day.
    """
    return frozenset(select(case, parse(selector))) if selector.strip() else None


def narrowed(report: Report, case: Case, rules: Collection[str], selector: str, customer: str = "") -> Report:
    """What these rules find about the nodes that the selector means, and a customer has; raises UsageError for what
    names nothing."""
    return about(about(of_rules(report, rules), only(case, selector)), engagements_of(case, customer))


def of_rules(report: Report, ids: Collection[str]) -> Report:
    """The report of these rules only, of all where none is named; raises UsageError for an id that no rule has."""
    known = [outcome.rule for outcome in report.outcomes]
    for wanted in ids:
        if wanted not in known:
            hint = did_you_mean(nearest(wanted, known), f"The rules of this check are {abridged(sorted(known))}.")
            raise UsageError(f'"{wanted}" is no rule here; {hint[0].lower()}{hint[1:]}')
    return replace(report, outcomes=tuple(one for one in report.outcomes if one.rule in ids)) if ids else report


def about(report: Report, keys: Keys) -> Report:
    """The findings about these nodes, or whose chain touches one.

    A rule that found something, but nothing here, is left out: it was not kept, so it must not look so.
    """
    if keys is None:
        return report
    narrowed = ((one, tuple(finding for finding in one.findings if _nodes(finding) & keys)) for one in report.outcomes)
    return replace(
        report,
        outcomes=tuple(replace(one, findings=findings) for one, findings in narrowed if findings or not one.findings),
    )


def _nodes(finding: Finding) -> frozenset[str]:
    chain = (end for hop in finding.witness for end in (hop.flow.source, hop.flow.target))
    return frozenset((finding.source, finding.sink, *chain))
