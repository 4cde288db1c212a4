"""`[site]`: which columns of the sheet are public, and how the page looks."""

import re
from collections.abc import Mapping
from dataclasses import replace

from vendor_registry.intake.columns import BY_HEADER
from vendor_registry.intake.policy.toml_file import Book, TomlEntry
from vendor_registry.intake.policy.typed_values import check_names, is_table, typed
from vendor_registry.intake.words.complaints import quote
from vendor_registry.intake.words.suggestions import did_you_mean, nearest
from vendor_registry.model.policy.terms import DARK, LIGHT, SiteTerms

NAMES = ("columns", "logo", "light", "dark")
READABLE = 4.5  # contrast of text to what it stands on (WCAG 2.2, 1.4.3)
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def site_terms(book: Book) -> SiteTerms:
    """What is published: the usual columns, or those that the policy names; each must be one of the sheet."""
    entry = book.root.inside("site")
    if entry.value is None or not is_table(entry):
        return SiteTerms()
    check_names(entry, NAMES)
    columns, logo = entry.inside("columns"), entry.inside("logo")
    terms = SiteTerms(light=_colours(entry.inside("light"), LIGHT), dark=_colours(entry.inside("dark"), DARK))
    if logo.value is not None:
        terms = replace(terms, logo=typed(str, logo) or "")
    if columns.value is None:
        return terms
    found = typed(tuple[str, ...], columns)
    for name in found:
        if name not in BY_HEADER:
            hint = did_you_mean(nearest(name, BY_HEADER), "vendors columns lists them.")
            columns.holding(name).say(f"{quote(name)} is not a column of ours", hint)
    return replace(terms, columns=found)


def _colours(entry: TomlEntry, usual: Mapping[str, str]) -> Mapping[str, str]:
    """The usual colours, and those that the policy says instead; all of them together must be readable."""
    if entry.value is None or not is_table(entry):
        return usual
    before = len(entry.book.faults)
    check_names(entry, usual)
    for name in entry.value:
        one = entry.inside(name)
        if typed(str, one) is not None and not _COLOUR.fullmatch(one.value):
            one.say(f"{quote(one.value)} is not a colour", "Write it as #0b4f9e.")
    if len(entry.book.faults) > before:
        return usual
    found = {**usual, **entry.value}
    for name in ("text", "quiet", "accent"):
        for ground in ("page", "card"):
            if (told := contrast(found[name], found[ground])) < READABLE:
                what = f"{name} ({found[name]}) cannot be read on {ground} ({found[ground]}): their contrast is"
                hint = (
                    f"It has to be {READABLE}:1 (WCAG 2.2, 1.4.3): choose a lighter or darker colour for one of them."
                )
                entry.inside(name if name in entry.value else ground).say(f"{what} {told:.1f}:1", hint)
    return found


def contrast(one: str, other: str) -> float:
    """How far two colours are apart for the eye, from 1 to 21 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted(map(_luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, from 0 for black to 1 for white (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
