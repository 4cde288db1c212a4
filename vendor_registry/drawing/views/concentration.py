"""Who carries most: the share of our products, categories, data regions and engagements behind each vendor."""

from collections.abc import Sequence

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.picture import Grid, GridCell, Member
from vendor_registry.drawing.picture.place_names import country_name
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection
from vendor_registry.drawing.picture.view import View, described
from vendor_registry.model.register.coverage import covered, each, leaves
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.flow import Flow
from vendor_registry.model.text.origin import UsageError

_MOST = 15  # vendors on the page
_COLUMNS = ("Products", "Categories of data", "Data regions", "Flows it gets", "Seat and places")


def _pages(question: Question, selection: Selection) -> tuple[Selection, ...]:
    """Bars for those who carry most."""
    case = question.case
    keys = {node.key for node in selection.nodes}
    behind: dict[str, list[Engagement]] = {}
    for one in case.running:
        if one.key in keys:
            behind.setdefault(clean(one.vendor), []).append(one)
    if not behind:
        raise UsageError(f"Nobody is engaged for what is asked for on {case.as_of}; there is nothing to draw.")
    flows = question.counted(selection.flows)
    rows = {vendor: _row(case, found, flows) for vendor, found in behind.items()}
    largest = sorted(rows, key=lambda vendor: (-sum(cell.share or 0.0 for cell in rows[vendor]), vendor))[:_MOST]
    grid = Grid(
        corner="Vendor",
        columns=_COLUMNS,
        rows=tuple(largest),
        cells=tuple(rows[vendor] for vendor in largest),
        members={one.key: _member(case, one) for one in case.registry.engagements if one.key in keys},
        titles=tuple(sorted({clean(one.vendor) for one in case.registry.engagements if one.key in keys})),
        whole=len(leaves(case.policy.data)),
    )
    left = len(rows) - len(largest)
    note = (f"The {len(largest)} who carry most by these shares together; {left} more carry less.",) if left else ()
    blank = sum(one.data is None for found in behind.values() for one in found)
    unknown = (f"Of {blank} engagements the categories are blank: they count as none here.",) if blank else ()
    return (Selection((), (), (*selection.notes, *note, *unknown), "who carries most", grid=grid),)


def _row(case: Case, found: Sequence[Engagement], flows: Sequence[Flow]) -> tuple[GridCell, ...]:
    keys = {one.key for one in found}
    products = {key for one in found for key in each(one.products, case.policy.products)}
    data = {category for one in found for category in _narrowest(case, one)}
    regions = {key for one in found for key in each((one.zone,), case.policy.zones) if key}
    places = sorted({country_name(one.country) for one in found if one.country})
    return (
        _bar(len(products), len(case.policy.products)),
        _bar(len(data), len(_leaves(case))),
        _bar(len(regions), len(case.policy.zones)),
        _bar(sum(flow.target in keys for flow in flows), len(flows)),
        GridCell(lines=(", ".join(places), f"{len(found)} engagements" if len(found) > 1 else "")),
    )


def _member(case: Case, one: Engagement) -> Member:
    return Member(
        clean(one.vendor), country_name(one.country) if one.country else "", tuple(sorted(_narrowest(case, one)))
    )


def _bar(count: int, whole: int) -> GridCell:
    share = count / whole if whole else 0.0
    return GridCell(lines=(f"{count} of {whole}",), share=round(share, 4))


def _leaves(case: Case) -> frozenset[str]:
    """Categories with nothing under them: each counts once."""
    return leaves(case.policy.data)


def _narrowest(case: Case, one: Engagement) -> frozenset[str]:
    held = set(one.data or ())
    return frozenset(key for key in _leaves(case) if covered(key, held))


VIEW = View(
    name="concentration",
    title="Concentration",
    answers="Which provider carries most of our products and data?",
    details=described,
    pages=_pages,
)
