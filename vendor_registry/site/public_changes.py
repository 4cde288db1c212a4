"""What changed, in the words of a language: one line a change, as values and as text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from vendor_registry.changes.change import Change
from vendor_registry.documents.parts.grounds import written
from vendor_registry.documents.parts.names import Names
from vendor_registry.documents.parts.phrases import Phrases
from vendor_registry.documents.parts.summaries import in_language, summary
from vendor_registry.intake.columns import column
from vendor_registry.intake.words.complaints import UnclearError

_Told = Callable[[Names, Any], str]  # a value as the page says it
_TOLD: Mapping[str, _Told] = {
    **dict.fromkeys(("since", "until", "notified", "reviewed", "tia"), Names.day),
    **dict.fromkeys(("country", "parent_country"), Names.country),
    **dict.fromkeys(("region", "access_from"), Names.places),
    "products": Names.products,
    "zone": lambda names, zone: names.zones((zone,)),
    "service": lambda names, service: names.services((service,)),
    "condition": Names.conditions,
    "data_subjects": Names.subjects,
    "data": Names.categories,
    "role": lambda names, role: names.phrases.say(f"role.{role}"),
    "mechanism": lambda names, claims: names.phrases.series(written(one, names) for one in claims),
    "de_identified": lambda names, how: names.phrases.say(f"entry.{how}"),
}
_ROWS = ("engaged_by", "replaces", "instead_of")  # hold keys of other rows


@dataclass(frozen=True, slots=True)
class PublicChange:
    """A change for people."""

    vendor: str
    kind: str  # in words
    before: str = ""
    after: str = ""
    effective: str = ""  # "in force from 1 January 2027"

    def sentence(self, phrases: Phrases) -> str:
        """All of it in one line, with the signs of the language between."""
        sides = " → ".join(filter(None, (self.before, self.after)))
        what = f"{phrases.label(self.vendor)}{self.kind}{f' ({self.effective})' if self.effective else ''}"
        return f"{phrases.label(what)}{sides}" if sides else what


def public_changes(
    changes: Iterable[Change], names: Names, vendors: Mapping[str, str] | None = None
) -> tuple[PublicChange, ...]:
    """The changes in the order people read them; a blank side of a cell that changed is said to be blank. What changed
    in other languages alone is none on a page of this one.

    `vendors`: their names by the keys of rows.
    """
    told = (one for one in changes if not _elsewhere(one, names.phrases.language))
    return tuple(_public(one, names, vendors or {}) for one in told)


def _elsewhere(one: Change, language: str) -> bool:
    """Whether only translations into other languages differ."""
    before, after = (in_language(text, language) for text in (one.before, one.after))
    return one.column == "purpose" and (before, after) != (None, None) and (before or "") == (after or "")


def _public(one: Change, names: Names, vendors: Mapping[str, str]) -> PublicChange:
    say = names.phrases.say
    blank = say("difference.blank") if one.column else ""
    effective = say("difference.effective", day=names.day(one.effective)) if one.effective else ""
    before, after = (_side(one, text, names, vendors) or blank for text in (one.before, one.after))
    return PublicChange(one.vendor, say(f"change.{one.kind}"), before, after, effective)


def _side(one: Change, text: str, names: Names, vendors: Mapping[str, str]) -> str:
    """A cell as the list says it, by names instead of keys and codes, and in the language where it is translated; of
    an engagement that came or went its service and its purpose."""
    if not one.column:
        return summary(one, text, names)
    if one.column in _ROWS:
        return names.phrases.series(vendors.get(key, key) for key in filter(None, text.split("; ")))
    translated = in_language(text, names.phrases.language) if one.column == "purpose" else None
    return _cell(one.column, text, names) if translated is None else translated


def _cell(header: str, text: str, names: Names) -> str:
    """A text that cannot be understood, such as one of a saved page, which says names already, stays as it is."""
    told, known = _TOLD.get(header), column(header)
    if not text or told is None or known is None:
        return text
    try:
        return told(names, known.reader(text, names.policy))
    except UnclearError:
        return text
