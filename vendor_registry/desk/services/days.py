"""Days as forms and programs send them."""

from datetime import date

from vendor_registry.model.text.origin import UsageError


def day_of(text: str, usual: date) -> date:
    """A day of the calendar, "" for the usual one. Raises UsageError for what is none."""
    return maybe_day(text) or usual


def maybe_day(text: str) -> date | None:
    """As `day_of`, "" for none."""
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise UsageError(f'"{text[:40]}" is not a day of the calendar; write it as in 2026-01-31.') from None
