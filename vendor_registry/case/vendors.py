"""The rows that a person means by a word: a key, or the name of a vendor as published, its legal or a former one."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from vendor_registry.case.case import Case
from vendor_registry.model.register.engagement import Engagement
from vendor_registry.model.text.folding import folded
from vendor_registry.model.text.origin import UsageError
from vendor_registry.model.text.visible import visible

_LONGEST = 60  # letters; nobody misspells a whole paragraph, and comparing one takes long


def rows_called(case: Case, word: str) -> tuple[Engagement, ...]:
    """In force or not; capitals and blanks around it do not matter. () for a word that means none."""
    wanted = folded(word)
    if row := case.registry.by_key.get(wanted):
        return (row,)
    return tuple(one for one in case.registry.engagements if wanted in map(folded, _names(one)))


def rows_in_force(case: Case, word: str) -> tuple[Engagement, ...]:
    """Those in force on the day. Raises UsageError with the days of the others, or with the word that was meant."""
    found = rows_called(case, word)
    running = tuple(one for one in found if one.in_force(case.as_of))
    if running:
        return running
    raise not_in_force(case, word, found) if found else nobody_called(case, word)


def not_in_force(case: Case, word: str, rows: Iterable[Engagement]) -> UsageError:
    """Rows that are in force on other days only, with these days."""
    key = folded(word)
    when = "; ".join(f"{one.key} {days_of(one)}" if one.key != key else days_of(one) for one in rows)
    told = visible(f'"{word.strip()}" is not in force on {case.as_of}: {when}.')
    return UsageError(f"{told} Choose such a day with --as-of.")


def nobody_called(case: Case, word: str, others: Iterable[str] = ()) -> UsageError:
    """A word that means no row, with the one that was probably meant: a key, a name, or one of some `others`."""
    wanted = folded(word)
    names = {name for one in case.registry.engagements for name in (one.key, *_names(one))}
    known = {folded(name): name for name in sorted({*names, *others})}
    parts = [name for name in known if wanted and wanted in name]
    close = [*parts, *get_close_matches(wanted[:_LONGEST], known, 1)]
    hint = f'; did you mean "{visible(known[close[0]])}"?' if close else "; `vendors list` shows the keys."
    return UsageError(f'"{visible(word)}" is no key and no vendor of the sheet{hint}')


def days_of(one: Engagement) -> str:
    """The days on which an engagement is in force, which has at least one of its two dates."""
    if one.since and one.until:
        return f"in force from {one.since} to {one.until}"
    return f"in force from {one.since} on" if one.since else f"in force until {one.until}"


def _names(one: Engagement) -> Iterator[str]:
    return filter(None, (one.vendor, one.legal_name, *one.formerly))
