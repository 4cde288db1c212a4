"""The pages of a view of a register, as somebody wants them."""

from dataclasses import replace

from vendor_registry.case.transfers import transfers
from vendor_registry.drawing.album import Album, album
from vendor_registry.drawing.layout.readability import TARGETS
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.findings.report import Report
from vendor_registry.model.text.counting import counted
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.diagrams.behind import Behind
from vendor_registry.use_cases.diagrams.wish import Wish, refuse_strange_looks, view_called
from vendor_registry.use_cases.selection.declared import refuse_undeclared
from vendor_registry.use_cases.selection.only import only as meant


def drawn_for(known: Behind, found: Report, wish: Wish) -> Album:
    """The pages of a view of a case, with what was found there."""
    case, judged = known.case, known.transfers
    seen = view_called(wish)
    refuse_undeclared(case.policy, filter(None, (wish.product,)), "")
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
        rules=_rules(found, wish.words),
        comparison=wish.compared.comparison if wish.compared else None,
        in_force=known.in_force,
        words=wish.words,
    )
    refuse_strange_looks(wish, [remark.sign for remark in question.facts.marks.remarks])
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


def _rules(found: Report, words: Words) -> str:
    """How many rules are broken, in words for the title block."""
    broken = sum(any(one.is_open for one in outcome.findings) for outcome in found.outcomes)
    waived = sum(bool(one.waived_by) for one in found.findings)
    said = words.say("block.rules", rules=words.count("rule", len(found.outcomes)), broken=broken)
    return words.say("block.waived", rules=said, waived=waived) if waived else said
