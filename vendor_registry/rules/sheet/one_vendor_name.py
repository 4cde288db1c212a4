"""One company stands under one vendor name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from vendor_registry.case.case import Case
from vendor_registry.model.findings.finding import Finding, Outcome, Shared, Verdict
from vendor_registry.model.policy.policy import RuleSpec
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.on_demand import cells_of
from vendor_registry.model.text.column import Column
from vendor_registry.model.text.counting import counted
from vendor_registry.rules.rule import Rule
from vendor_registry.rules.shared.company_names import Spelt, spelt


@dataclass(slots=True)
class _Namesakes:
    """The first rows under one spelling of a name, one for each vendor: of each form, of each seat, and of all."""

    vendors: set[str] = field(default_factory=set)
    first: dict[tuple[str, str], tuple[int, Engagement]] = field(default_factory=dict)

    def like(self, one: Engagement, form: str) -> Iterator[tuple[int, Engagement]]:
        """Who may be the same company. Companies of one group often differ only in form and seat: Acme GmbH in Berlin,
        Acme, Inc. in New York; a name without a form may be each of them."""
        wanted = [("form", form), ("form", ""), ("seat", one.country)] if form else [("any", "")]
        yield from (self.first[place] for place in wanted if place in self.first)

    def add(self, number: int, one: Engagement, form: str) -> None:
        self.vendors.add(one.vendor)
        for place in (("form", form), ("seat", one.country), ("any", "")):
            self.first.setdefault(place, (number, one))


def check(case: Case, spec: RuleSpec) -> Outcome:
    """One finding for each further vendor name under which the same company is in force on the day."""
    legal_names = cells_of(case.running, "legal_name").merged()
    names = {number: spelt(legal_names.cells[number]) for number in legal_names.used if legal_names.cells[number]}
    rows = _first_rows(case.running, legal_names, names)
    pairs = {(one.vendor, other.vendor): (one, other) for one, other in reversed([*_alike(rows)])}
    findings = (_finding(one, other) for one, other in sorted(pairs.values(), key=lambda pair: pair[0].key))
    companies = counted(len({name.company.name for name in names.values()}), "company", "companies")
    named = len(legal_names.rows_with(names))
    return RULE.outcome(spec, findings, f"{companies} of {counted(named, 'engagement')} in force")


def _first_rows(
    rows: Sequence[Engagement], legal_names: Column, names: Mapping[int, Spelt]
) -> Iterator[tuple[Engagement, Spelt]]:
    """Of the rows of one vendor with one legal name only the first says anything new, and a spelling that one of them
    has alone is like nobody's: those that are left, in the order of rows."""
    vendors = cells_of(rows, "vendor").merged()
    pairs = zip(reversed(vendors.number), reversed(legal_names.number), strict=True)
    first = dict(zip(pairs, reversed(range(len(rows))), strict=True))
    named = sorted((row, name) for (_, name), row in first.items() if name in names)
    times = Counter(spelling for _, name in named for spelling in names[name].spellings)
    several = {spelling for spelling, count in times.items() if count > 1}
    return ((rows[row], names[name]) for row, name in named if not several.isdisjoint(names[name].spellings))


def _alike(rows: Iterable[tuple[Engagement, Spelt]]) -> Iterator[tuple[Engagement, Engagement]]:
    """Every row with the first before it that may be the same company under another vendor name, in one pass."""
    by_spelling: dict[str, _Namesakes] = {}
    for number, (one, name) in enumerate(rows):
        form = name.company.form
        namesakes = [by_spelling.setdefault(spelling, _Namesakes()) for spelling in name.spellings]
        fresh = [known for known in namesakes if one.vendor not in known.vendors]
        alike = [other for known in fresh for other in known.like(one, form)]
        if alike:
            yield one, min(alike, key=itemgetter(0))[1]
        for known in fresh:
            known.add(number, one, form)


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
