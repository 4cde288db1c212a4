"""A view that does not fit one page, in parts by the pages that the view names for its parties."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection
from vendor_registry.drawing.picture.view import View
from vendor_registry.model.register.flow import Node

_SMALL = 12  # parties of parts that share a page


def parts_of(question: Question, view: View, section: Selection, before: int) -> Iterator[Selection]:
    """A page for each part, none where the view has no parts; what a page hands to or gets from another ends in a box
    that names that page. `before`: how many pages stand before them."""
    if view.split is None:
        return
    titles = {node.key: view.split(question, node) for node in section.nodes}
    packs = _packs(_order(question, view, section, titles), Counter(titles.values()))
    page_of = {title: number for number, pack in enumerate(packs) for title in pack}
    names, say = [question.words.series(pack) for pack in packs], question.words.say
    for number, name in enumerate(names):
        own = {key for key, title in titles.items() if page_of.get(title) == number}
        flows = tuple(flow for flow in section.flows if flow.source in own or flow.target in own)
        ends = own | {end for flow in flows for end in (flow.source, flow.target)}
        others = {key: page_of[titles[key]] for key in ends - own if titles[key]}
        away = {
            key: say("title.other_page", page=before + other + 1, name=names[other]) for key, other in others.items()
        }
        leading = sum(flow.source in away or flow.target in away for flow in flows)
        note = say("note.pages", pages=len(packs), flows=question.words.count("flow", leading))
        yield replace(
            section,
            nodes=tuple(node for node in section.nodes if node.key in ends),
            flows=flows,
            notes=(*section.notes, note),
            title=question.words.joined((section.title, name)),
            away=away,
        )


def _order(question: Question, view: View, section: Selection, titles: Mapping[str, str]) -> list[str]:
    """Titles of parts in the order of the frames they are about, then by title."""
    own = section.frames
    frames: Callable[[Node], tuple[object, ...]] = (
        (lambda node: view.frames(question, node)) if own is None else (lambda node: own.get(node.key, ()))
    )
    first: dict[str, tuple[object, ...]] = {}
    for node in section.nodes:
        if title := titles[node.key]:
            first[title] = min(first.get(title, frames(node)), frames(node))
    return sorted(first, key=lambda title: (first[title], title))


def _packs(order: Sequence[str], size: Mapping[str, int]) -> list[list[str]]:
    """Parts in their order; small ones that follow each other share a page."""
    packs: list[list[str]] = []
    for title in order:
        if packs and sum(size[one] for one in packs[-1]) + size[title] <= _SMALL:
            packs[-1].append(title)
        else:
            packs.append([title])
    return packs
