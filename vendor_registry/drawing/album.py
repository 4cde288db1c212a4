"""The pages of a view: as many as it takes for each to be readable on what it is meant for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from vendor_registry.drawing.compose import compose, ways_to_fold
from vendor_registry.drawing.layout.chains import chains
from vendor_registry.drawing.layout.choice import best
from vendor_registry.drawing.layout.courses import crossings
from vendor_registry.drawing.layout.engine import AUTO
from vendor_registry.drawing.layout.positions import Layout
from vendor_registry.drawing.layout.readability import SMALLEST, TARGETS, Readability, Target, label_size, readability
from vendor_registry.drawing.page_parts import parts_of
from vendor_registry.drawing.picture.folding import Folding
from vendor_registry.drawing.picture.folding_steps import MILD, PLANS, Plan
from vendor_registry.drawing.picture.picture import Picture
from vendor_registry.drawing.picture.question import Question
from vendor_registry.drawing.picture.selection import Selection, select
from vendor_registry.drawing.picture.strips import page_of
from vendor_registry.drawing.picture.view import View
from vendor_registry.model.text.origin import FailureError, UsageError

_TANGLED = 5  # crossings for each line: from here on the next reduction is tried


@dataclass(frozen=True)
class Page:
    """A picture, and where everything on it stands."""

    picture: Picture
    target: Target = TARGETS["screen"]
    engine: str = AUTO

    @cached_property
    def layout(self) -> Layout:
        """Raises UsageError where the engine is not installed, FailureError where it fails or takes too long."""
        if self.picture.grid:
            return Layout(0.0, 0.0, {}, {}, {})
        if self.picture.strips:
            return chains(self.picture, self.target.room[0])
        return best(self.picture, self.engine, *self.target.room)

    @property
    def fits(self) -> bool:
        """Whether its labels can be read. A layout that takes too long does not fit: less is drawn instead."""
        try:
            return label_size(self.layout, self.target) >= SMALLEST
        except FailureError:
            return False

    @property
    def is_tangled(self) -> bool:
        """Whether so many lines cross that an eye loses them."""
        return not self.picture.grid and crossings([*self.layout.courses.values()]) > _TANGLED * len(self.picture.lines)

    @property
    def readability(self) -> Readability | None:
        """What was reached; None for a table, whose texts have their size."""
        return None if self.picture.grid else readability(self.picture, self.layout, self.target)

    @property
    def is_over(self) -> bool:
        """Whether it is over the budget of what can be read."""
        return self.readability is not None and not self.readability.is_kept


@dataclass(frozen=True)
class Album:
    """All pages that answer a question."""

    question: Question
    view: View
    pages: tuple[Page, ...]


def graphs(album: Album) -> tuple[Page, ...]:
    """The pages with boxes and lines; raises UsageError where all of them are tables."""
    drawn = tuple(page for page in album.pages if not page.picture.grid)
    if not drawn:
        raise UsageError(
            f"The view {album.view.name} is a table and has no boxes and lines; "
            "choose --format svg, png, pdf, html, csv, md, txt or json."
        )
    return drawn


def album(
    question: Question, view: View, *, target: Target = TARGETS["screen"], engine: str = AUTO, full: bool = False
) -> Album:
    """The pages of a view; `full`: everything in a box of its own, however small that gets.

    Raises UsageError where the view needs what is not there, or an engine that is not installed.
    """
    pages: list[Page] = []
    maker = _Maker(question, view, target, engine)
    for section in view.pages(question, select(question)):
        pages += maker.whole(section) if full else maker.pages(section, len(pages))
    numbered = tuple(
        replace(page, picture=replace(page.picture, number=number, pages=len(pages)))
        for number, page in enumerate(pages, start=1)
    )
    for page, before in zip(numbered, pages, strict=True):
        vars(page).update({name: value for name, value in vars(before).items() if name == "layout"})
    return Album(question, view, numbered)


@dataclass(frozen=True, slots=True)
class _Maker:
    question: Question
    view: View
    target: Target
    engine: str

    def whole(self, section: Selection) -> list[Page]:
        [first] = ways_to_fold(self.question, self.view, section, PLANS[:1])
        return [self._page(section, first)]

    def pages(self, section: Selection, before: int) -> list[Page]:
        """One page if it can be read, else one for each part of the view, else what is left to fold."""
        if section.grid:
            return [self._page(section)]
        if section.strips:
            return self._strips(section)
        split = self.view.split is not None
        page = self._fitting(section, MILD if split else PLANS)
        if page and not (split and page.is_tangled):
            return [page]
        parts = list(parts_of(self.question, self.view, section, before))
        return [self._surely(part) for part in parts] if len(parts) > 1 else [self._surely(section)]

    def _strips(self, section: Selection) -> list[Page]:
        """One page if it can be read, else one for each half of its findings."""
        page, half = self._page(section), len(section.strips) // 2
        if page.fits or not half:
            return [page]
        halves = (section.strips[:half], section.strips[half:])
        return [one for strips in halves for one in self._strips(page_of(self.question, strips))]

    def _surely(self, section: Selection) -> Page:
        """The first that fits; where none does the most folded, which says so."""
        page = self._fitting(section, PLANS)
        if page:
            return page
        *_, last = ways_to_fold(self.question, self.view, section, PLANS)
        words = self.question.words
        boxes, lines = words.count("box", len(last.groups)), words.count("line", last.lines)
        note = words.say("note.over", boxes=boxes, lines=lines)
        return self._page(replace(section, notes=(*section.notes, note)), last)

    def _fitting(self, section: Selection, plans: Sequence[Plan]) -> Page | None:
        """The first that can be read and whose lines can be followed; where there is none, that can be read."""
        first = None
        for folding in ways_to_fold(self.question, self.view, section, plans):
            if folding.fits and (page := self._page(section, folding)).fits:
                if not page.is_tangled:
                    return page
                first = first or page
        return first

    def _page(self, section: Selection, folding: Folding | None = None) -> Page:
        return Page(compose(self.question, self.view, section, folding), self.target, self.engine)
