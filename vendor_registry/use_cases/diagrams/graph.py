"""Draw who hands personal data to whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module

from vendor_registry.case.case import Case
from vendor_registry.drawing.album import Album
from vendor_registry.drawing.formats.catalogue import FORMATS, Format
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import FailureError
from vendor_registry.use_cases.diagrams.behind import Behind
from vendor_registry.use_cases.diagrams.measured import reached
from vendor_registry.use_cases.diagrams.views import drawn_for
from vendor_registry.use_cases.diagrams.wish import Wish
from vendor_registry.use_cases.diagrams.written import written
from vendor_registry.use_cases.judgement.check import check

_USUAL = Wish()


@dataclass(frozen=True, kw_only=True, slots=True)
class Diagram:
    """The file, and what a person should know of it."""

    content: bytes
    suffix: str
    findings: int  # that are about what is drawn
    marked: int  # of these, the ones that stand at lines of the picture
    warnings: tuple[str, ...]
    trouble: str = ""  # why this is DOT and not what was asked for
    stats: tuple[str, ...] = ()  # how well each page can be read, a sentence each
    over: tuple[str, ...] = ()  # the pages over the budget

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of the file, a sentence each."""
        subject = counted(self.findings, "finding concerns", "findings concern")
        marked = f" ({self.marked} marked in it)" if self.marked else ""
        return (
            *(f"Warning: {warning}." for warning in self.warnings),
            *([f"{subject} this diagram{marked}; run vendors check."] if self.findings else []),
        )


def graph(case: Case, wanted: Format, wish: Wish = _USUAL, *, measured: bool = False) -> Diagram:
    """The diagram of a view in one format; `measured`: with what was reached on each page.

    Raises UsageError for a view, product, target or engine that is none, and for a part that is empty; FailureError
    where a format cannot be written. Where the layout fails or takes too long, the diagram is DOT and says why.
    """
    found = wish.compared.report if wish.compared else check(case)
    page = _behind(case, wish) if wanted.supplemented else Behind(case)
    drawn = drawn_for(page, found, wish)
    trouble = ""
    try:
        content, warned = written(drawn, wanted, wish.theme, supplement=page.supplement)
    except FailureError as error:
        if not wanted.drawn:
            raise
        trouble, wanted = str(error), FORMATS["dot"]
        content, warned = written(drawn, wanted, wish.theme)
    stats, over = reached(drawn) if measured and not trouble else ((), ())
    return Diagram(
        content=content,
        suffix=wanted.suffix,
        findings=_concerning(found.findings, drawn, case),
        marked=len({remark.sign for page in drawn.pages for remark in page.picture.remarks if remark.mark}),
        warnings=warned,
        trouble=trouble,
        stats=stats,
        over=over,
    )


def _behind(case: Case, wish: Wish) -> Behind:
    """With the days and the annex, which other formats have no use for and do not load."""
    known: Behind = import_module("vendor_registry.use_cases.diagrams.page").behind(case, wish.words, wish.compared)
    return known


def _concerning(findings: Iterable[Finding], drawn: Album, case: Case) -> int:
    """How many findings that stand are at the row of a party that is drawn, or prove themselves by a flow to one."""
    members = {member for page in drawn.pages for box in page.picture.boxes for member in box.members}
    rows = {(one.file, one.line) for one in case.running if one.key in members}
    return sum(
        (one.cell.file, one.cell.line) in rows or any(hop.flow.target in members for hop in one.witness)
        for one in findings
        if not one.waived_by
    )
