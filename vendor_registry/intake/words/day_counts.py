"""Periods in days, as contracts have them."""

from vendor_registry.intake.words.complaints import UnclearError, quote

MOST_DAYS = 366


def number_of_days(text: str) -> int:
    """A number of days, with or without the word. Raises UnclearError for what is none."""
    number = text.casefold().removesuffix("days").removesuffix("day").strip()
    if number.isascii() and number.isdecimal() and len(number) < 4 and int(number) <= MOST_DAYS:
        return int(number)
    raise UnclearError(f"{quote(text)} is not a number of days", f"Write a whole number from 0 to {MOST_DAYS}.")
