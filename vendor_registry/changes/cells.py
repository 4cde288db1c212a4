"""A cell as a person would write it, whatever it was understood as."""

from collections.abc import Iterable
from datetime import date

from vendor_registry.model.register.claim import Claim
from vendor_registry.model.register.engagement import Engagement

TRANSLATIONS = "translations"
WHERE = ("file", "line")  # fields of a row that say where it stands, not what it says


def written(engagement: Engagement, field: str) -> str:
    """The value of a field in words; "" for a blank."""
    return _written(getattr(engagement, field))


def _written(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else ""
        case date():
            return value.isoformat()
        case Claim():
            return value.written
        case tuple():
            return "; ".join(_pair_or_text(one) for one in value)
        case _:
            return str(value)


def _pair_or_text(value: object) -> str:
    """A list's entry; of a translated purpose the language in front."""
    return ": ".join(map(str, value)) if isinstance(value, tuple) else _written(value)


def items(text: str) -> Iterable[str]:
    """The entries of a cell, whatever their order."""
    return sorted(part.strip() for part in text.split(";"))
