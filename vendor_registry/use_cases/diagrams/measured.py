"""How well the pages of a diagram can be read, in sentences."""

from vendor_registry.drawing.album import Album, Page
from vendor_registry.model.text.origin import FailureError


def reached(drawn: Album) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A sentence for each page, and the names of those over the budget.

    What the engine cannot lay out in its time cannot be read either; after the first such page no other is tried.
    """
    stats: list[str] = []
    over: list[str] = []
    for page in drawn.pages:
        name = page.picture.key
        try:
            stats.append(f"{name}: {_said(page)}")
            over += [name] if page.is_over else []
        except FailureError as error:
            stats.append(f"{name}: not measured, since it cannot be laid out. {error}")
            return tuple(stats), (*over, name)
    return tuple(stats), tuple(over)


def _said(page: Page) -> str:
    readability = page.readability
    return readability.said(page.target) if readability else "a table, texts 12 px"
