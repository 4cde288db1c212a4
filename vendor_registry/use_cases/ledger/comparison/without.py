"""What if: a decision is annulled, an instrument repealed, a vendor gone. What falls, and what carries instead."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vendor_registry.case.case import Case
from vendor_registry.case.vendors import rows_in_force
from vendor_registry.law.procedure.without import taken_away
from vendor_registry.model.findings.finding import Finding, Outcome, Verdict
from vendor_registry.model.findings.report import Report
from vendor_registry.model.findings.transfer import Transfer, TransferVerdict
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.folding import folded
from vendor_registry.model.text.origin import UsageError
from vendor_registry.rules.shared.transfers_by_row import Judged, categories, chain, every_row, places

_RULE = "without"
_FALLEN = (TransferVerdict.NOT_COVERED, TransferVerdict.UNKNOWN)


def without(case: Case, wanted: Sequence[str]) -> Report:
    """A report of what changes on the day if these are taken away, and of nothing else.

    Each of `wanted` is "decision:2023/1795", "mechanism:scc" or "vendor:KEY"; raises UsageError for what names
    nothing. A transfer that falls is `broken` (`gap` where a blank decides); one that another ground carries is a
    warning that names it; so is every engagement of a vendor that goes.
    """
    vendors = [_vendor(case, key) for key in wanted if key.startswith("vendor:")]
    law = frozenset(key for key in wanted if not key.startswith("vendor:"))
    for key in sorted(law):
        if not taken_away(key):
            raise UsageError(f'"{key}" names nothing; write decision:2023/1795, mechanism:scc or vendor:KEY.')
    findings = [*_law_findings(case, law), *(one for gone in vendors for one in _vendor_findings(case, gone))]
    return Report(
        as_of=case.as_of,
        sheets=tuple((sheet.file, sheet.sha256) for sheet in case.registry.sheets),
        columns=case.policy.sheet.columns,
        policy=case.policy.file,
        outcomes=(
            Outcome(
                rule=_RULE,
                type=_RULE,
                statement=f"What would change without {', '.join(wanted)}",
                findings=tuple(findings),
                examined=f"{len(every_row(case))} rows, {len(case.running)} engagements",
            ),
        ),
        engagements=len(case.running),
        flows=len(case.graph.flows),
        transfers=sum(one.answer.restricted for group in every_row(case) for one in group.transfers),
    )


def _law_findings(case: Case, law: frozenset[str]) -> Iterator[Finding]:
    if not law:
        return
    for group, other in zip(every_row(case), every_row(replace(case, without=law)), strict=True):
        pairs = list(zip(group.transfers, other.transfers, strict=True))
        moved = [new for old, new in pairs if old.answer.ground != new.answer.ground and old.answer.ground]
        if moved:
            before = next(old for old, new in pairs if new is moved[0])
            yield _law_finding(case, other, before, tuple(moved))


def _law_finding(case: Case, group: Judged, before: Transfer, moved: tuple[Transfer, ...]) -> Finding:
    fallen = [one for one in moved if one.answer.verdict in _FALLEN]
    proved = any(one.answer.verdict is TransferVerdict.NOT_COVERED for one in fallen)
    products = ", ".join(group.row.products) if group.row else "own systems"
    lost = f"The transfer to {group.who} ({products}) in {places(moved)} rests on {before.answer.citation}"
    instead = next((one for one in moved if one not in fallen), None)
    claim = f'"{instead.answer.claim.written}"' if instead and instead.answer.claim else ""
    by = f"{claim} ({instead.answer.citation})" if claim and instead else instead.answer.citation if instead else ""
    return Finding(
        rule=_RULE,
        verdict=(Verdict.BROKEN if proved else Verdict.GAP) if fallen else Verdict.WARNING,
        cell=group.cell("mechanism"),
        message=f"{lost}, and nothing would carry it instead." if fallen else f"{lost}; {by} would carry it.",
        mend="Agree on a second ground, and write it into mechanism behind the first."
        if fallen
        else "Nothing has to be done in the sheet.",
        law=tuple(dict.fromkeys(one.answer.citation for one in moved if one.answer.citation)),
        data=categories(moved),
        source=moved[0].flow.source,
        sink=moved[0].flow.target,
        witness=chain(case, moved[0].flow),
    )


def _vendor(case: Case, wanted: str) -> tuple[Engagement, ...]:
    """The engagements of a vendor in force, by the key of one of them or by its name."""
    vendors = {folded(one.vendor) for one in rows_in_force(case, wanted.removeprefix("vendor:"))}
    return tuple(one for one in case.running if folded(one.vendor) in vendors)


def _vendor_findings(case: Case, gone: tuple[Engagement, ...]) -> Iterator[Finding]:
    for one in gone:
        onward = [flow.target for flow in case.graph.flows if flow.source == one.key]
        behind = f", and with it what it hands on to {', '.join(sorted(set(onward)))}" if onward else ""
        yield Finding(
            rule=_RULE,
            verdict=Verdict.WARNING,
            cell=one.cell(),
            message=f"With {one.vendor} goes its {one.service} for {', '.join(one.products)} in {one.zone}{behind}.",
            mend="Name another engagement for this service before this one ends.",
            data=one.data or (),
            sink=one.key,
            related=tuple(case.registry.by_key[key].cell("engaged_by") for key in sorted(set(onward))),
        )
