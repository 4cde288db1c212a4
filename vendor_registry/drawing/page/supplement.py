"""What the page shows beside its pictures."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vendor_registry.drawing.picture.question import Question

AnnexEntry = tuple[tuple[str, tuple[str, ...]], ...]
"""What a document says of a party: each heading with its lines."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Supplement:
    """The days of the slider and the entries of the annex; a page can do without either."""

    days: tuple[Question, ...] = ()  # the same register on each day that matters, the oldest first
    left_out: int = 0  # days on which something changes too, further from the day of the picture
    entries: Mapping[str, AnnexEntry] = field(default_factory=dict)  # by the key of the engagement


NOTHING = Supplement()
