"""One company stands under one vendor name."""

from collections.abc import Iterator

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.company_names import CompanyName, company_name


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each further vendor name under which the same company is in force on the day."""
    named = [one for one in case.running if one.legal_name]
    companies: dict[str, dict[str, Engagement]] = {}  # the first row of each vendor by the name of its company
    names = {legal_name: company_name(legal_name) for legal_name in {one.legal_name for one in named}}
    for one in named:
        companies.setdefault(names[one.legal_name].name, {}).setdefault(one.vendor, one)
    several = (sorted(group.values(), key=_order) for group in companies.values() if len(group) > 1)
    findings = (finding for group in several for finding in _findings(group, names))
    return RULE.outcome(
        spec,
        findings,
        f"{counted(len(companies), 'company', 'companies')} of {counted(len(named), 'engagement')} in force",
    )


def _order(one: Engagement) -> tuple[str, str]:
    return (one.key, one.vendor)


def _findings(group: list[Engagement], names: dict[str, CompanyName]) -> Iterator[Finding]:
    """Every row but the first is compared with those before it; the first that may be the same company is named."""
    for number, one in enumerate(group):
        same = next((other for other in group[:number] if _may_be_one(one, other, names)), None)
        if same:
            yield _finding(one, same)


def _may_be_one(one: Engagement, other: Engagement, names: dict[str, CompanyName]) -> bool:
    """Companies of one group often differ only in form and seat: Acme GmbH in Berlin, Acme, Inc. in New York."""
    forms = {names[one.legal_name].form, names[other.legal_name].form} - {""}
    return len(forms) < 2 or one.country == other.country


def _finding(one: Engagement, other: Engagement) -> Finding:
    written = f'"{one.legal_name}"'
    if one.legal_name != other.legal_name:
        written = f'{written} here and "{other.legal_name}" at {other.cell("legal_name")}'
    return Finding(
        rule=RULE.id,
        verdict=Verdict.WARNING,
        cell=one.cell("vendor"),
        message=f"{one.vendor} and {other.vendor} seem to be one company: legal_name is {written}.",
        mend=f"If so, write one name in vendor of rows {one.key} and {other.key}; if not, correct legal_name.",
        law=RULE.law,
        sink=one.key,
        related=(one.cell("legal_name"), other.cell("vendor"), other.cell("legal_name")),
        shared=Shared(
            "These vendors seem to be one company with another vendor of the sheet, by their legal_name.",
            "If so, write one name in vendor of both rows; if not, correct legal_name.",
            f"{one.vendor} and {other.vendor}: {written}",
        ),
        settled_by=((one.cell("vendor"),), (other.cell("vendor"),)),
    )


RULE = Rule(
    id="one-vendor-name",
    title="One company stands under one vendor name",
    law=("GDPR Art. 5(1)(d)", "GDPR Art. 28(2)", "SCC 2021/914 Annex III"),
    check=check,
)
