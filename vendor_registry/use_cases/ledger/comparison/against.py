"""What a change of the sheet does to the findings: new, fixed, changed, same."""

from dataclasses import dataclass, replace

from vendor_registry.case.case import Case
from vendor_registry.changes.findings import Comparison, compare, marked, remembered
from vendor_registry.model.findings.report import Report
from vendor_registry.model.register.registry import Registry
from vendor_registry.use_cases.judgement.check import check


@dataclass(frozen=True, slots=True)
class Held:
    """A report in which only what is new or worse is open, and what stands behind it."""

    report: Report
    comparison: Comparison
    name: str  # of what it is held against

    def __str__(self) -> str:
        """For people: the counts, then a line for each finding that differs."""
        counts = {
            "new": len(self.comparison.new),
            "fixed": len(self.comparison.fixed),
            "changed": len(self.comparison.changed),
            "same": len(self.comparison.same),
        }
        lines = [f"Against {self.name}: " + ", ".join(f"{count} {word}" for word, count in counts.items()) + "."]
        for word, findings in (("new", self.comparison.new), ("changed", self.comparison.changed)):
            lines += [f"  {word.ljust(9)}{one.rule} at {one.sink or one.cell}: {one.cell}" for one in findings]
        lines += [f"  {'fixed'.ljust(9)}{entry.identity}" for entry in self.comparison.fixed]
        return "\n".join(lines) + "\n"


def held_against(report: Report, case: Case, earlier: Registry, name: str) -> Held:
    """Judge the earlier rows by the rules, the waivers and the law of the case and its day, and compare."""
    before = check(replace(case, registry=earlier))
    comparison = compare(remembered(before.findings), report.findings)
    return Held(marked(report, comparison.same, f"already in {name}"), comparison, name)
