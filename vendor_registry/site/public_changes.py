"""What changed, in the words of a language: one line a change, as values and as text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vendor_registry.changes.change import Change
from vendor_registry.documents.parts.names import Names

_DAYS = {"since", "until", "notified", "reviewed", "tia"}
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # of a published cell, which was understood as a day


@dataclass(frozen=True, slots=True)
class PublicChange:
    """A change for people."""

    vendor: str
    kind: str  # in words
    before: str = ""
    after: str = ""
    effective: str = ""  # "in force from 1 January 2027"

    def __str__(self) -> str:
        sides = " → ".join(filter(None, (self.before, self.after)))
        what = f"{self.vendor}: {self.kind}{f' ({self.effective})' if self.effective else ''}"
        return f"{what}: {sides}" if sides else what


def public_changes(changes: Iterable[Change], names: Names) -> tuple[PublicChange, ...]:
    """The changes in the order people read them; a blank side of a cell that changed is said to be blank."""
    return tuple(_public(one, names) for one in changes)


def _public(one: Change, names: Names) -> PublicChange:
    say = names.phrases.say
    blank = say("difference.blank") if one.column else ""
    effective = say("difference.effective", day=names.day(one.effective)) if one.effective else ""
    before, after = (_side(one, text, names) or blank for text in (one.before, one.after))
    return PublicChange(one.vendor, say(f"change.{one.kind}"), before, after, effective)


def _side(one: Change, text: str, names: Names) -> str:
    """A cell as it stands, a day as people write it; of an engagement that came or went its service by its name, and
    its purpose."""
    if one.column in _DAYS and _ISO.fullmatch(text):
        return names.day(date.fromisoformat(text))
    service, colon, purpose = text.partition(": ")
    if one.column or service not in names.policy.services:
        return text
    return names.services([service]) + colon + purpose
