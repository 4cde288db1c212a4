"""Who carries most: the share of our products, categories, data regions and engagements behind each vendor."""

from collections.abc import Sequence

from vendor_registry.case.case import Case
from vendor_registry.drawing.picture.lettering import clean
from vendor_registry.drawing.picture.picture import Grid, GridCell, Member
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection
from vendor_registry.drawing.picture.view import View, described
from vendor_registry.drawing.picture.words import Words
from vendor_registry.model.register.coverage import covered, each, leaves
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.register.flow import Flow
from vendor_registry.model.text.origin import UsageError

_MOST = 15  # vendors on the page
_COLUMNS = ("products", "categories", "zones", "flows", "seats")


def _pages(question: Question, selection: Selection) -> tuple[Selection, ...]:
    """Bars for those who carry most."""
    case, say = question.case, question.words.say
    keys = {node.key for node in selection.nodes}
    behind: dict[str, list[Engagement]] = {}
    for one in case.running:
        if one.key in keys:
            behind.setdefault(clean(one.vendor), []).append(one)
    if not behind:
        raise UsageError(f"Nobody is engaged for what is asked for on {case.as_of}; there is nothing to draw.")
    flows = question.counted(selection.flows)
    rows = {vendor: _row(question, found, flows) for vendor, found in behind.items()}
    largest = sorted(rows, key=lambda vendor: (-sum(cell.share or 0.0 for cell in rows[vendor]), vendor))[:_MOST]
    grid = Grid(
        corner=say("matrix.vendor"),
        columns=tuple(say(f"matrix.{one}") for one in _COLUMNS),
        rows=tuple(largest),
        cells=tuple(rows[vendor] for vendor in largest),
        members={one.key: _member(question, one) for one in case.registry.engagements if one.key in keys},
        titles=tuple(sorted({clean(one.vendor) for one in case.registry.engagements if one.key in keys})),
        whole=len(leaves(case.policy.data)),
    )
    left = len(rows) - len(largest)
    note = (say("note.carry_less", count=len(largest), left=left),) if left else ()
    blank = sum(one.data is None for found in behind.values() for one in found)
    unknown = (say("note.blank_data", count=blank),) if blank else ()
    return (Selection((), (), (*selection.notes, *note, *unknown), say("title.most"), grid=grid),)


def _row(question: Question, found: Sequence[Engagement], flows: Sequence[Flow]) -> tuple[GridCell, ...]:
    case, words, keys = question.case, question.words, {one.key for one in found}
    products = {key for one in found for key in each(one.products, case.policy.products)}
    data = {category for one in found for category in _narrowest(case, one)}
    regions = {key for one in found for key in each((one.zone,), case.policy.zones) if key}
    places = sorted({words.country(one.country) for one in found if one.country})
    return (
        _bar(words, len(products), len(case.policy.products)),
        _bar(words, len(data), len(_leaves(case))),
        _bar(words, len(regions), len(case.policy.zones)),
        _bar(words, sum(flow.target in keys for flow in flows), len(flows)),
        GridCell(lines=(", ".join(places), words.count("engagement", len(found)) if len(found) > 1 else "")),
    )


def _member(question: Question, one: Engagement) -> Member:
    seat = question.words.country(one.country) if one.country else ""
    return Member(clean(one.vendor), seat, tuple(sorted(_narrowest(question.case, one))))


def _bar(words: Words, count: int, whole: int) -> GridCell:
    share = count / whole if whole else 0.0
    return GridCell(lines=(words.say("matrix.share", count=count, whole=whole),), share=round(share, 4))


def _leaves(case: Case) -> frozenset[str]:
    """Categories with nothing under them: each counts once."""
    return leaves(case.policy.data)


def _narrowest(case: Case, one: Engagement) -> frozenset[str]:
    held = set(one.data or ())
    return frozenset(key for key in _leaves(case) if covered(key, held))


VIEW = View(
    name="concentration",
    details=described,
    pages=_pages,
)
