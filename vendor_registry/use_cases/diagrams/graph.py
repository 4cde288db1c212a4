"""Draw who hands personal data to whom."""

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module

from vendor_registry.case.case import Case
from vendor_registry.case.transfers import transfers
from vendor_registry.drawing.album import Album, album
from vendor_registry.drawing.formats.catalogue import FORMATS, Format
from vendor_registry.drawing.layout.readability import TARGETS
from vendor_registry.drawing.page.supplement import Supplement
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.view import View
from vendor_registry.drawing.views.catalogue import DEFAULT, VIEWS
from vendor_registry.intake.words.suggestions import nearest
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import abridged, counted
from vendor_registry.model.text.origin import FailureError, UsageError
from vendor_registry.use_cases.diagrams.measured import reached
from vendor_registry.use_cases.diagrams.page import Behind, behind
from vendor_registry.use_cases.judgement.check import check
from vendor_registry.use_cases.ledger.comparison.compared import Compared
from vendor_registry.use_cases.selection.only import only as meant

THEMES = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn, and how; parts are meant by selectors, blank for everything."""

    view: str = DEFAULT
    of: str = ""  # what the view is about, where it asks for something
    product: str = ""
    only: str = ""  # flows that begin or end here
    focus: str = ""  # what lies within `depth` flows of these
    depth: int | None = None
    reaches: str = ""  # whatever data of theirs gets to these
    highlight: str = ""  # sign of a finding
    target: str = "screen"
    theme: str = "light"
    full: bool = False
    page: int | None = None
    engine: str = "auto"
    compared: Compared | None = None  # two states, for the view of what changes

    @property
    def narrowed(self) -> str:
        """The part that is drawn, as people wrote it, for the title block."""
        near = f" and {1 if self.depth is None else self.depth} around" if self.focus else ""
        parts = {"only": self.only, "focus": self.focus + near, "what reaches": self.reaches}
        parts |= {"highlighted": self.highlight}
        return ", ".join(f"{name} {words}" for name, words in parts.items() if words)


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


def graph(case: Case, wanted: Format, wish: Wish = Wish(), *, measured: bool = False) -> Diagram:
    """The diagram of a view in one format; `measured`: with what was reached on each page.

    Raises UsageError for a view, product, target or engine that is none, and for a part that is empty; FailureError
    where a format cannot be written. Where the layout fails or takes too long, the diagram is DOT and says why.
    """
    found = wish.compared.report if wish.compared else check(case)
    page = behind(case, wish.compared) if wanted.supplemented else Behind(case)
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


def drawn_for(known: Behind, found: Report, wish: Wish) -> Album:
    """The pages of a view of a case, with what was found there."""
    case, judged = known.case, known.transfers
    seen = view_called(wish)
    if wish.product:
        _known(wish.product, sorted(case.policy.products))
    question = Question(
        case=case,
        transfers=wish.compared.transfers if wish.compared else transfers(case) if judged is None else judged,
        findings=found.findings,
        of=wish.of,
        product=wish.product,
        only=meant(case, wish.only),
        focus=meant(case, wish.focus),
        depth=wish.depth,
        reaches=meant(case, wish.reaches),
        highlight=wish.highlight,
        narrowed=wish.narrowed,
        rules=_rules(found),
        comparison=wish.compared.comparison if wish.compared else None,
        in_force=known.in_force,
    )
    signs = [remark.sign for remark in question.facts.marks.remarks]
    if wish.highlight and wish.highlight not in signs:
        there = f"they are {abridged(signs)}" if signs else "there is none with a chain of flows"
        raise UsageError(f'"{wish.highlight}" is no sign of a finding; {there}.')
    if wish.theme not in THEMES:
        raise UsageError(f'"{wish.theme}" is no theme; choose one of {", ".join(THEMES)}.')
    if wish.target not in TARGETS:
        raise UsageError(f'"{wish.target}" is nothing to fit a page to; choose one of {", ".join(TARGETS)}.')
    made = album(question, seen, target=TARGETS[wish.target], engine=wish.engine, full=wish.full)
    if not any(page.picture.boxes or page.picture.grid for page in made.pages) and (wish.product or wish.narrowed):
        among = "" if not wish.only else " among what --only names"
        raise UsageError(
            f'Nothing{among} serves the product "{wish.product}" on {case.as_of}; there is nothing to draw.'
        )
    return _page_of(made, wish.page)


def _page_of(made: Album, number: int | None) -> Album:
    if number is None:
        return made
    if not 1 <= number <= len(made.pages):
        raise UsageError(
            f"There is no page {number}; the view {made.view.name} has {counted(len(made.pages), 'page')}."
        )
    return replace(made, pages=(made.pages[number - 1],))


def view_called(wish: Wish) -> View:
    """The view by its name. Raises UsageError for what is none, and where it misses or has no use for its argument."""
    if wish.view not in VIEWS:
        raise UsageError(f'"{wish.view}" is no view; choose one of {", ".join(VIEWS)}.')
    view: View = import_module(VIEWS[wish.view]).VIEW
    if view.asks and not wish.of:
        raise UsageError(f"The view {view.name} is about one {view.asks}: vendors graph --view {view.name} {view.asks}")
    if wish.of and not view.asks:
        raise UsageError(f'The view {view.name} is about everything; "{wish.of}" has no meaning here.')
    return view


def _rules(found: Report) -> str:
    """How many rules are broken, in words for the title block."""
    broken = sum(any(one.is_open for one in outcome.findings) for outcome in found.outcomes)
    waived = sum(bool(one.waived_by) for one in found.findings)
    return f"{counted(len(found.outcomes), 'rule')}, {broken} not kept" + (f", {waived} waived" if waived else "")


def _known(product: str, products: Sequence[str]) -> None:
    if product not in products:
        meant = f'; did you mean "{near}"?' if (near := nearest(product, products)) else "."
        raise UsageError(f'"{product}" is no product of the policy{meant} It has {abridged(products) or "none"}.')


def written(
    drawn: Album, wanted: Format, theme: str, *, tables: bool = True, supplement: Supplement | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what its writer warned of; `tables`: with the findings and flows below an SVG."""
    module = import_module(wanted.module)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        if supplement:
            content: bytes = module.write(drawn, supplement)
        elif not wanted.themed:
            content = module.write(drawn)
        elif wanted.name == "svg" and not tables:
            content = module.pictures(drawn.pages, module.Theme(theme))
        else:
            content = module.write(drawn, module.Theme(theme))
    return content, tuple(
        dict.fromkeys(str(warning.message) for warning in caught if issubclass(warning.category, UserWarning))
    )


def _concerning(findings: Iterable[Finding], drawn: Album, case: Case) -> int:
    """How many findings that stand are at the row of a party that is drawn, or prove themselves by a flow to one."""
    members = {member for page in drawn.pages for box in page.picture.boxes for member in box.members}
    rows = {(one.file, one.line) for one in case.running if one.key in members}
    return sum(
        (one.cell.file, one.cell.line) in rows or any(hop.flow.target in members for hop in one.witness)
        for one in findings
        if not one.waived_by
    )
