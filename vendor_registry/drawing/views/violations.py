"""What breaks, and where to cut it: each finding a strip of its own with its chain, the cut and the cell."""

from vendor_registry.drawing.picture.marks import numbered
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection
from vendor_registry.drawing.picture.strips import page_of
from vendor_registry.drawing.picture.view import View, described
from vendor_registry.model.findings.finding import Finding
from vendor_registry.model.text.origin import UsageError

_BOXES = 30  # on one page
_STRIPS = 12


def _pages(question: Question, selection: Selection) -> tuple[Selection, ...]:
    """As many strips a page as can be read, in the order of their signs."""
    keys = {node.key for node in selection.nodes}
    found = [(sign, one) for sign, one in numbered(question.findings) if _touches(one, keys)]
    if question.highlight:
        found = [(sign, one) for sign, one in found if sign == question.highlight]
    if not found:
        raise UsageError(
            f"No finding of a chain of flows concerns what is asked for on {question.case.as_of}; there is nothing to "
            "draw. Findings about rows alone are told by vendors check."
        )
    pages: list[list[tuple[str, Finding]]] = [[]]
    for sign, finding in found:
        boxes = sum(len(one.witness) + 1 for _, one in pages[-1])
        if pages[-1] and (len(pages[-1]) == _STRIPS or boxes + len(finding.witness) + 1 > _BOXES):
            pages.append([])
        pages[-1].append((sign, finding))
    return tuple(page_of(question, strips) for strips in pages)


def _touches(finding: Finding, keys: set[str]) -> bool:
    return all({hop.flow.source, hop.flow.target} <= keys for hop in finding.witness)


VIEW = View(
    name="violations",
    details=described,
    pages=_pages,
)
