"""What somebody wants drawn, and how."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from vendor_registry.drawing.layout.readability import TARGETS
from vendor_registry.drawing.picture.view import View
from vendor_registry.drawing.picture.words import Words, words
from vendor_registry.drawing.views.catalogue import DEFAULT, VIEWS
from vendor_registry.model.text.counting import abridged
from vendor_registry.model.text.origin import UsageError
from vendor_registry.use_cases.ledger.comparison.compared import Compared

THEMES = ("light", "dark")
USUAL = "en"  # where nobody asks for a language


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
    language: str = ""  # code of a wording; "": English
    compared: Compared | None = None  # two states, for the view of what changes

    @property
    def words(self) -> Words:
        """The wording of the diagram. Raises UsageError for a language there is none for."""
        return words(self.language or USUAL)

    @property
    def narrowed(self) -> str:
        """The part that is drawn, its selectors as people wrote them, for the title block."""
        say, depth = self.words.say, 1 if self.depth is None else self.depth
        parts = (
            say("block.only", words=self.only) if self.only else "",
            say("block.focus", words=self.focus, depth=depth) if self.focus else "",
            say("block.reaches", words=self.reaches) if self.reaches else "",
            say("block.highlighted", words=self.highlight) if self.highlight else "",
        )
        return ", ".join(part for part in parts if part)


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


def refuse_strange_looks(wish: Wish, signs: Sequence[str]) -> None:
    """Raises UsageError for a sign that no finding of the picture has, a theme or a target that is none."""
    if wish.highlight and wish.highlight not in signs:
        there = f"they are {abridged(signs)}" if signs else "there is none with a chain of flows"
        raise UsageError(f'"{wish.highlight}" is no sign of a finding; {there}.')
    if wish.theme not in THEMES:
        raise UsageError(f'"{wish.theme}" is no theme; choose one of {", ".join(THEMES)}.')
    if wish.target not in TARGETS:
        raise UsageError(f'"{wish.target}" is nothing to fit a page to; choose one of {", ".join(TARGETS)}.')
